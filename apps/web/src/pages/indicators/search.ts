import { COMPILER, codeOf, given, langOf, oneOf, parseView, yearOf } from "../../address/search.ts";
import { readTyped } from "./what-if.ts";

/** Query parameters of an indicator's page. */
export type IndicatorSearch = {
  /** Compiler of the tables; the official one by default. */
  compiler?: string;
  tab?: "table" | "vintages";
  /** Shows milestones on the chart. */
  milestones?: "1";
  /** The two editions whose change is taken apart. */
  from?: number;
  to?: number;
  /** A coming figure that is only assumed: its year, and its value as published texts write it (`14.02`). */
  ifYear?: number | undefined;
  ifValue?: string;
  /** In its place, what a reader typed that is no number in their language. */
  ifTyped?: string | undefined;
};

type Search = Readonly<Record<string, unknown>>;

const VALUE = /^-?\d{1,15}(\.\d{1,9})?$/;
/** Length limit of `ifTyped`. */
const MAX_TYPED = 40;

/** Reads an indicator page's address. */
export const parseIndicator = (search: Search): IndicatorSearch => ({
  ...given({
    compiler: codeOf(search.compiler, COMPILER),
    tab: oneOf(search.tab, ["table", "vintages"]),
    milestones: oneOf(search.milestones, ["1"]),
    from: yearOf(search.from),
    to: yearOf(search.to),
  }),
  ...assumed(search),
});

/** An assumed figure needs both parameters. Forms send `ifTyped`; the canonical URL has `ifValue`. */
function assumed(search: Search): Pick<IndicatorSearch, "ifYear" | "ifValue" | "ifTyped"> {
  const { ifTyped, ifValue } = search;
  const ifYear = yearOf(search.ifYear);
  if (ifYear === undefined) return {};
  if (typeof ifTyped === "string" && ifTyped !== "") {
    const read = readTyped(ifTyped, langOf(parseView(search)));
    // What was typed is said, as a figure.
    if (read.ok) return { ifYear, ifValue: read.text, ifTyped: undefined };
    return { ifYear, ifTyped: ifTyped.slice(0, MAX_TYPED) };
  }
  if (typeof ifValue === "string" && VALUE.test(ifValue)) return { ifYear, ifValue };
  // Without a figure that can be read the year is understood, and there is nothing to assume for it.
  return { ifYear: undefined };
}
