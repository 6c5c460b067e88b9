import * as api from "../api.ts";

/** Everything the strategy page shows. The server puts the answers into the document. */
export const strategyReads = (view: api.View) => ({
  documents: api.documents(view),
  orientations: api.orientations(view),
  targets: api.targets(view),
  indicators: api.indicators(view),
  assessments: api.assessments(view),
  commitments: api.commitments(view),
  milestones: api.milestones(view),
  sources: api.sources(view),
});
