import * as api from "../api.ts";

/** The indicator of an address that names none: known before the catalogue has come, so that all reads start at once. */
const DEFAULT = "GII_RANK";

/** What a comparison shows first: the catalogue, the names of economies, and the figures of ASEAN. */
export const compareReads = (view: api.View, indicator: string = DEFAULT) => ({
  indicators: api.indicators(view),
  areas: api.areas(view),
  group: api.observations(view, { indicator, area: "ASEAN" }),
});
