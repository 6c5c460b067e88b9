/**
 * Sort order of the headline targets: by needed pace against the record (default, no parameter), as in the Decision, or
 * by ministry.
 */
export type OverviewSearch = { order?: "decision" | "body" };

/** Parses the query of the overview. */
export const parseOverview = ({ order }: Readonly<Record<string, unknown>>): OverviewSearch =>
  order === "decision" || order === "body" ? { order } : {};
