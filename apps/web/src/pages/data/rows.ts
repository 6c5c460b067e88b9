import type { Indicator, ObservationItem } from "../../client/api.ts";

/** Sortable columns in table order, with the API's field names. */
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

/** A figure with the names of its codes; the code itself where a name is missing. */
export type Row = { figure: ObservationItem; indicator: Indicator | undefined; area: string; compiler: string };

/** Parses a `sort` parameter such as `-year`; null, the default order of the file, if it is absent or unknown. */
export function sortOf(text: unknown): Sort | null {
  const column = SORT_COLUMNS.find((one) => text === one || text === `-${one}`);
  return column ? { column, isDown: text !== column } : null;
}

/** Formats a sort order as the page's `sort` parameter; undefined for the default order. */
export const sortText = (sort: Sort | null): string | undefined => (sort?.isDown ? `-${sort.column}` : sort?.column);

/** Formats a sort order as the API's `sort` parameter. */
export function sortField(sort: Sort): (typeof FIELDS)[SortColumn] | `-${(typeof FIELDS)[SortColumn]}` {
  const field = FIELDS[sort.column];
  return sort.isDown ? `-${field}` : field;
}

/** The `sort` parameter after a click on a column header: ascending, then descending, then the default order. */
export function nextSort(now: Sort | null, column: SortColumn): string | undefined {
  if (now?.column !== column) return column;
  return now.isDown ? undefined : `-${column}`;
}
