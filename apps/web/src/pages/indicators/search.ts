import { codeOf, langOf, parseView } from "../../address/search.ts";
import { readTyped } from "./what-if.ts";

/** What an indicator's address can say beside language and day. */
export type IndicatorSearch = {
  /** Whose figures the tables show; the official compiler's unless said. */
  compiler?: string;
  tab?: "table" | "vintages";
  /** Events are marked on the chart. */
  milestones?: "1";
  /** A coming figure that is only assumed: its year, and its value as published texts write it (`14.02`). */
  ifYear?: number;
  ifValue?: string;
  /** In its place, what a reader typed that is no number in their language. */
  ifTyped?: string;
};

type Search = Readonly<Record<string, unknown>>;

const COMPILER = /^[A-Z]{2,12}$/;
const YEAR = /^(19|20)\d{2}$/;
const VALUE = /^-?\d{1,15}(\.\d{1,9})?$/;
/** As much of what was typed as an address repeats. */
const MOST_TYPED = 40;

/** Reads an indicator page's address. */
export function parseIndicator(search: Search): IndicatorSearch {
  const compiler = codeOf(search.compiler, COMPILER);
  return {
    ...(compiler ? { compiler } : {}),
    ...(search.tab === "table" || search.tab === "vintages" ? { tab: search.tab } : {}),
    ...(String(search.milestones) === "1" ? { milestones: "1" as const } : {}),
    ...assumed(search),
  };
}

/** An assumed figure needs both its parts. The form sends it as the reader typed it; the address has it as it is published. */
function assumed(search: Search): Pick<IndicatorSearch, "ifYear" | "ifValue" | "ifTyped"> {
  if (!YEAR.test(String(search.ifYear))) return {};
  const ifYear = Number(search.ifYear);
  if (typeof search.ifTyped === "string" && search.ifTyped !== "") {
    const read = readTyped(search.ifTyped, langOf(parseView(search)));
    return read.ok ? { ifYear, ifValue: read.text } : { ifYear, ifTyped: search.ifTyped.slice(0, MOST_TYPED) };
  }
  const ifValue = String(search.ifValue);
  return VALUE.test(ifValue) ? { ifYear, ifValue } : {};
}
