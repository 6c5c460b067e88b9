import { type Field, figureFields, inAnyLanguage } from "../figure/fields.ts";
import type { Lang } from "../text/lang.ts";

const REASONS = ["REASON", "REASON_TEXT"] as const;
export type ImportColumn =
  | Exclude<Field, { lang: Lang }>["column"]
  | "OBS_COM"
  | (typeof REASONS)[number]
  | "PLACE"
  | "EVIDENCE";
/** Columns of the fields that a version of the list added; the two languages of a comment share one. */
const columnsOf = (fields: readonly Field[]) => new Set(fields.map(({ column }) => inAnyLanguage(column)));
/** The columns that people fill in a file. */
export const fileColumns = [
  ...columnsOf(figureFields.filter(({ since }) => since === 1)),
  ...REASONS,
  ...columnsOf(figureFields.filter(({ since }) => since > 1)),
  "PLACE",
] as readonly ImportColumn[];
/** The columns that an import reads: a row's own copies of its source too, by their SHA-256. */
export const importColumns: readonly ImportColumn[] = [...fileColumns, "EVIDENCE"];
/** Columns of free text. */
export const textColumns: ReadonlySet<string> = new Set([
  ...columnsOf(figureFields.filter(({ form }) => form === "line" || form === "lines")),
  "REASON_TEXT",
  "PLACE",
]);
