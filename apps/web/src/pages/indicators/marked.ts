import type { Source } from "@moc2030/shared/schema/source";
import type { Milestone } from "../../client/api.ts";

/** The events that are marked on an indicator's chart: what governs every indicator, and the publications that this one's figures come from. */
export function marked(events: readonly Milestone[], sources: readonly Pick<Source, "id">[]): Milestone[] {
  const cited = new Set(sources.map((source) => source.id));
  return events.filter(
    ({ topic, source }) => topic === "document" || topic === "steering" || (topic === "figures" && cited.has(source)),
  );
}
