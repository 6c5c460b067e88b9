import type { Topic } from "@moc2030/shared/schema/source";
import { given, oneOf } from "../../address/search.ts";

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
export const parseStrategy = (search: Readonly<Record<string, unknown>>): StrategySearch =>
  given({ topic: oneOf(search.topic, TOPICS) });
