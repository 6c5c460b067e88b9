import type { DelimiterName } from "@moc2030/shared/entry/table-text";
import type { Lang } from "@moc2030/shared/text/lang";
import { writtenDay } from "@moc2030/shared/text/written-day";
import type { Columns } from "./table-head.ts";

const texts = {
  indicator: "",
  compiler: "",
  area: "",
  status: "A",
  published: "",
  edition: "",
  source: "",
  reason: "",
  reasonText: "",
  confirmation: "",
};
/** Form state of the import options. */
export type ImportValues = typeof texts & {
  /** `header`: our own column headings. `columns`: mapped manually. */
  shape: "header" | "columns";
  /** Field delimiter; empty to detect it. */
  delimiter: DelimiterName | "";
  columns: Columns;
};

/** Initial state. */
export const emptyImport: ImportValues = { ...texts, shape: "columns", delimiter: "", columns: {} };

/** Whether the year and value columns are known. */
export const knowsColumns = ({ shape, columns }: ImportValues): boolean =>
  shape === "header" ||
  (columns.TIME_PERIOD !== undefined &&
    columns.OBS_VALUE !== undefined &&
    new Set(Object.values(columns)).size === Object.values(columns).length);

/**
 * Query parameters of dry run and import; empty options are omitted. Our own headings make the defaults unnecessary.
 */
export function importQueryOf(values: ImportValues, lang: Lang): Record<string, string> {
  const { shape, columns, indicator, compiler, area, status, published, edition, ...always } = values;
  const mapping = Object.entries(columns).map(([name, index]) => `${name}:${index}`);
  const day = writtenDay(published) ?? published;
  const ofTable = { mapping: mapping.join(), indicator, compiler, area, status, published: day, edition };
  return Object.fromEntries(
    Object.entries({ numbers: lang, lang, ...always, ...(shape === "columns" ? ofTable : {}) }).filter(
      ([, value]) => value.trim() !== "",
    ),
  );
}
