import { writtenDay } from "@moc2030/shared/text/written-day";
import { codeOf, given, INDICATOR, pageNumber, yearOf } from "../../address/search.ts";

/** Query parameters of the ledger besides language and day: filter by indicator and year, page number. */
export type LedgerSearch = { indicator?: string; year?: number; page?: number };
/** Query parameters of the comparison of two days; without an indicator it has all. */
export type DaysSearch = { from?: string; to?: string; indicator?: string };

type Search = Readonly<Record<string, unknown>>;

/** Parses the query of the ledger. */
export const parseLedger = (search: Search): LedgerSearch =>
  given({
    indicator: codeOf(search.indicator, INDICATOR),
    year: yearOf(search.year),
    page: pageNumber(search.page),
  });

/** Parses the query of the comparison of two days. */
export const parseDays = (search: Search): DaysSearch =>
  given({
    from: writtenDay(search.from),
    to: writtenDay(search.to),
    indicator: codeOf(search.indicator, INDICATOR),
  });
