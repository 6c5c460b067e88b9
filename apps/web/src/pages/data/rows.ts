import type { Lang } from "@moc2030/shared/text/lang";
import type { Indicator, ObservationItem } from "../../client/api.ts";

/** The columns by which rows can be sorted, as they stand in the table. */
export const SORT_COLUMNS = [
  "indicator",
  "area",
  "year",
  "value",
  "status",
  "compiler",
  "published",
  "release",
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];
export type Sort = { column: SortColumn; isDown: boolean };

/** A figure with the names that its codes stand for. */
export type Row = { figure: ObservationItem; indicator: Indicator | undefined; area: string; compiler: string };

/** `-year` as a column and a direction; the file's own order where nothing is asked. */
export function sortOf(text: string | undefined): Sort | null {
  if (!text) return null;
  const isDown = text.startsWith("-");
  return { column: text.slice(isDown ? 1 : 0) as SortColumn, isDown };
}

/** The same as an address says it. */
export const sortText = (sort: Sort | null): string | undefined => (sort?.isDown ? `-${sort.column}` : sort?.column);

/** What the address says after a click on a column: up, down, and back to the file's own order. */
export function nextSort(now: Sort | null, column: SortColumn): string | undefined {
  if (now?.column !== column) return column;
  return now.isDown ? undefined : `-${column}`;
}

const keys: Record<SortColumn, (row: Row) => string | number | null> = {
  indicator: (row) => row.indicator?.name ?? row.figure.indicator,
  area: (row) => row.area,
  year: (row) => row.figure.timePeriod,
  value: (row) => row.figure.value,
  status: (row) => row.figure.obsStatus.join(";") + row.figure.confidence,
  compiler: (row) => row.compiler,
  published: (row) => row.figure.published,
  release: (row) => row.figure.release,
};

/** The rows in the order asked for; rows without a value come last either way, and equal ones keep the file's order. */
export function sortedRows(rows: readonly Row[], sort: Sort | null, lang: Lang): readonly Row[] {
  if (!sort) return rows;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const key = keys[sort.column];
  const sign = sort.isDown ? -1 : 1;
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      if (typeof a.key === "number" && typeof b.key === "number") return (a.key - b.key) * sign;
      return compare(String(a.key), String(b.key)) * sign;
    })
    .map(({ row }) => row);
}
