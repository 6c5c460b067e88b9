import { codeOf, daysOf, INDICATOR, parseView, type ViewSearch } from "../search.ts";

/** What the ledger's address can say beside language and day: releases that touched an indicator, or came in a year, and which page of them. */
export type LedgerSearch = ViewSearch & { indicator?: string; year?: number; page?: number };
/** What the address of two days compared can say: the days, and one indicator where only its figures are to be shown. */
export type DaysSearch = ViewSearch & { from?: string; to?: string; indicator?: string };

function ofIndicator(search: Record<string, unknown>) {
  const indicator = codeOf(search.indicator, INDICATOR);
  return indicator ? { indicator } : {};
}

/** Reads the ledger's address. */
export function parseLedger(search: Record<string, unknown>): LedgerSearch {
  const { year, page } = search;
  return {
    ...parseView(search),
    ...ofIndicator(search),
    ...(/^(19|20)\d{2}$/.test(String(year)) ? { year: Number(year) } : {}),
    ...(/^([2-9]|[1-9]\d{1,2})$/.test(String(page)) ? { page: Number(page) } : {}),
  };
}

/** Reads the address of two days compared. */
export function parseDays(search: Record<string, unknown>): DaysSearch {
  return {
    ...parseView(search),
    ...daysOf(search, "from", "to"),
    ...ofIndicator(search),
  };
}
