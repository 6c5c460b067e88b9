import type { Topic } from "@moc2030/shared/source";
import { parseView, type ViewSearch } from "../search.ts";

/** What events the timeline can be narrowed to, in the order of its choices. */
export const TOPICS = [
  "document",
  "steering",
  "affiliate_centre",
  "hcmc_centre",
  "asean",
  "figures",
] as const satisfies readonly Topic[];

/** What the strategy page's address can say beside language and day. */
export type StrategySearch = ViewSearch & { topic?: Topic };

/** Reads the strategy page's address. */
export function parseStrategy(search: Record<string, unknown>): StrategySearch {
  const topic = TOPICS.find((known) => known === search.topic);
  return { ...parseView(search), ...(topic ? { topic } : {}) };
}
