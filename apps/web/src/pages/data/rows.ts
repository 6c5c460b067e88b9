import type { Indicator, ObservationItem } from "../../client/api.ts";

/** The columns by which rows can be sorted, as they stand in the table, and what the API calls them. */
const FIELDS = {
  indicator: "indicator",
  area: "refArea",
  year: "timePeriod",
  value: "value",
  status: "obsStatus",
  compiler: "compiler",
  published: "published",
  release: "release",
} as const;
export type SortColumn = keyof typeof FIELDS;
export const SORT_COLUMNS = Object.keys(FIELDS) as SortColumn[];
export type Sort = { column: SortColumn; isDown: boolean };

/** A figure with the names that its codes stand for. */
export type Row = { figure: ObservationItem; indicator: Indicator | undefined; area: string; compiler: string };

/** `-year` as a column and a direction; the file's own order (null) where no known column is asked for. */
export function sortOf(text: unknown): Sort | null {
  const column = SORT_COLUMNS.find((one) => text === one || text === `-${one}`);
  return column ? { column, isDown: text !== column } : null;
}

/** The same as an address says it. */
export const sortText = (sort: Sort | null): string | undefined => (sort?.isDown ? `-${sort.column}` : sort?.column);

/** The same as the API takes it. */
export function sortField(sort: Sort): (typeof FIELDS)[SortColumn] | `-${(typeof FIELDS)[SortColumn]}` {
  const field = FIELDS[sort.column];
  return sort.isDown ? `-${field}` : field;
}

/** What the address says after a click on a column: up, down, and back to the file's own order. */
export function nextSort(now: Sort | null, column: SortColumn): string | undefined {
  if (now?.column !== column) return column;
  return now.isDown ? undefined : `-${column}`;
}
