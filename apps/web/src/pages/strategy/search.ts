import type { Topic } from "@moc2030/shared/schema/source";
import { given, oneOf } from "../../address/search.ts";

/** Topics by which the timeline can be filtered, in display order. */
export const TOPICS = [
  "document",
  "steering",
  "affiliate_centre",
  "hcmc_centre",
  "asean",
  "figures",
] as const satisfies readonly Topic[];

/** Query parameters of the page besides language and day. */
export type StrategySearch = { topic?: Topic };

/** Parses the page's query. */
export const parseStrategy = (search: Readonly<Record<string, unknown>>): StrategySearch =>
  given({ topic: oneOf(search.topic, TOPICS) });
