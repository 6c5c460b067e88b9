import { AREA, codeOf, codes, given, INDICATOR, oneOf, years } from "../../address/search.ts";
import { MOST_PINS } from "../../charts/comparison-look.ts";

/** Query parameters of the page besides language and day; `areas` holds economies, or a group such as ASEAN. */
export type CompareSearch = {
  indicator?: string;
  areas?: string[];
  from?: number;
  to?: number;
  tab?: (typeof TABS)[number];
  /** Economies whose lines have a colour of their own, besides the focus. */
  pins?: string[];
  /** Whether the country's target paths are shown. */
  paths?: "1";
  /** Whether the explorer (explorer.tsx) opens on load. */
  explore?: "1";
};

/** Tabs besides the chart, which is the default: positions within the group, and the table. */
const TABS = ["places", "table"] as const;

/** Maximum number of codes in `areas`. */
const MOST_COMPARED = 16;

/** Parses the page's query. */
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
