import type { Topic } from "@moc2030/shared/schema/source";

/** What events the timeline can be narrowed to, in the order of its choices. */
export const TOPICS = [
  "document",
  "steering",
  "affiliate_centre",
  "hcmc_centre",
  "asean",
  "figures",
] as const satisfies readonly Topic[];

/** What the page's address can say beside language and day. */
export type StrategySearch = { topic?: Topic };

/** Reads the page's address. */
export function parseStrategy(search: Readonly<Record<string, unknown>>): StrategySearch {
  const topic = TOPICS.find((known) => known === search.topic);
  return topic ? { topic } : {};
}
