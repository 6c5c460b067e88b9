import { writtenDay } from "@moc2030/shared/text/written-day";
import { codeOf, given, INDICATOR, pageNumber, yearOf } from "../../address/search.ts";

/** What the ledger's address can say beside language and day: releases that touched an indicator, or came in a year, and which page of them. */
export type LedgerSearch = { indicator?: string; year?: number; page?: number };
/** What the address of two days compared can say: the days, and one indicator where only its figures are to be shown. */
export type DaysSearch = { from?: string; to?: string; indicator?: string };

type Search = Readonly<Record<string, unknown>>;

/** Reads the ledger's address. */
export const parseLedger = (search: Search): LedgerSearch =>
  given({
    indicator: codeOf(search.indicator, INDICATOR),
    year: yearOf(search.year),
    page: pageNumber(search.page),
  });

/** Reads the address of two days compared. */
export const parseDays = (search: Search): DaysSearch =>
  given({
    from: writtenDay(search.from),
    to: writtenDay(search.to),
    indicator: codeOf(search.indicator, INDICATOR),
  });
