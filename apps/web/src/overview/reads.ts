import { COUNTRY } from "@moc2030/shared/country";
import * as api from "../api.ts";

/** Everything the overview shows, as reads whose answers come with the document (first-view.ts of the API). */
export const overviewReads = (view: api.View) => ({
  indicators: api.indicators(view),
  assessments: api.assessments(view),
  targets: api.targets(view),
  figures: api.observations(view, { area: COUNTRY }),
  bodies: api.bodies(view),
  releases: api.lastReleases(view, 5),
  compilers: api.compilers(view),
});
