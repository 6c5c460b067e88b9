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
/** How a table is to be read, and what holds for rows that do not say. */
export type ImportValues = typeof texts & {
  /** Our own headings, or columns that are named by hand. */
  shape: "header" | "columns";
  /** What stands between fields; empty where the table shows it. */
  delimiter: DelimiterName | "";
  columns: Columns;
};

/** Before anything is chosen. */
export const emptyImport: ImportValues = { ...texts, shape: "columns", delimiter: "", columns: {} };

/** Whether it is said, or need not be, which column holds the year and which the value. */
export const knowsColumns = ({ shape, columns }: ImportValues): boolean =>
  shape === "header" ||
  (columns.TIME_PERIOD !== undefined &&
    columns.OBS_VALUE !== undefined &&
    new Set(Object.values(columns)).size === Object.values(columns).length);

/** The query of the dry run and of the import; what is empty is left out. A file with our headings says what it is about by itself. */
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
