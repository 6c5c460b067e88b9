import { codeOf, daysOf, INDICATOR } from "../../address/search.ts";

/** What the ledger's address can say beside language and day: releases that touched an indicator, or came in a year, and which page of them. */
export type LedgerSearch = { indicator?: string; year?: number; page?: number };
/** What the address of two days compared can say: the days, and one indicator where only its figures are to be shown. */
export type DaysSearch = { from?: string; to?: string; indicator?: string };

type Search = Readonly<Record<string, unknown>>;

function ofIndicator(search: Search) {
  const indicator = codeOf(search.indicator, INDICATOR);
  return indicator ? { indicator } : {};
}

/** Reads the ledger's address. */
export function parseLedger(search: Search): LedgerSearch {
  const { year, page } = search;
  return {
    ...ofIndicator(search),
    ...(/^(19|20)\d{2}$/.test(String(year)) ? { year: Number(year) } : {}),
    ...(/^([2-9]|[1-9]\d{1,2})$/.test(String(page)) ? { page: Number(page) } : {}),
  };
}

/** Reads the address of two days compared. */
export function parseDays(search: Search): DaysSearch {
  return { ...daysOf(search, "from", "to"), ...ofIndicator(search) };
}
