import type { PRECISION } from "../figure/fields.ts";
import type { Lang } from "../text/lang.ts";

/** What people choose in a form for the codes of a field, by language. An import reads them, and the codes too. */
export const precisionWords: Record<Lang, Record<(typeof PRECISION)[number], string>> = {
  vi: { day: "ngày", month: "tháng", year: "năm" },
  en: { day: "day", month: "month", year: "year" },
};

const codes = new Map(
  Object.values(precisionWords).flatMap((words) => Object.entries(words).map(([code, word]) => [word, code])),
);

/** The code of a cell of a field; what is neither one of its words nor a code stays as it is written. */
export const codeOf = (field: string, text: string | null): string | null =>
  field === "publishedPrecision" && text !== null ? (codes.get(text.toLowerCase()) ?? text) : text;
