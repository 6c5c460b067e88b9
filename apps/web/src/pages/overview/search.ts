/** In which order the targets followed first stand: by what is needed beside the record (no word in the address), as the Decision has them, or by ministry. */
export type OverviewSearch = { order?: "decision" | "body" };

/** Reads the overview's address. */
export const parseOverview = ({ order }: Readonly<Record<string, unknown>>): OverviewSearch =>
  order === "decision" || order === "body" ? { order } : {};
