import { AREA, codeOf, codes, given, INDICATOR, oneOf, years } from "../../address/search.ts";
import { MOST_PINS } from "../../charts/comparison-look.ts";

/** What the page's address can say beside language and day: `areas` are economies, or a group such as ASEAN. */
export type CompareSearch = {
  indicator?: string;
  areas?: string[];
  from?: number;
  to?: number;
  tab?: (typeof TABS)[number];
  /** Economies whose lines have a colour of their own, beside the country's. */
  pins?: string[];
  /** The ways to the targets of the country are drawn. */
  paths?: "1";
  /** The chart can be touched (explorer.tsx); it shows the same. */
  explore?: "1";
};

/** What can be seen instead of the chart: who stood where within the group, or all figures. */
const TABS = ["places", "table"] as const;

/** More economies than this are not read at once. */
const MOST_COMPARED = 16;

/** Reads the page's address. */
export const parseCompare = (search: Readonly<Record<string, unknown>>): CompareSearch =>
  given({
    indicator: codeOf(search.indicator, INDICATOR),
    areas: codes(search.areas, AREA, MOST_COMPARED),
    ...years(search),
    tab: oneOf(search.tab, TABS),
    pins: codes(search.pins, AREA, MOST_PINS),
    paths: oneOf(search.paths, ["1"]),
    explore: oneOf(search.explore, ["1"]),
  });
