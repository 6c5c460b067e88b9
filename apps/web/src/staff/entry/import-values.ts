import type { DelimiterName } from "@moc2030/shared/entry/table-text";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Lang } from "@moc2030/shared/text/lang";
import { numericDay, writtenDay } from "@moc2030/shared/text/written-day";
import { type FormValues, newSourceOf, valuesOf } from "./form-state.ts";
import { typedSource } from "./new-source.ts";
import type { Columns } from "./table-head.ts";
import type { Letter } from "./use-letter.ts";

/** Form state of the import options. */
export type ImportValues = {
  /** `header`: our own column headings. `columns`: mapped manually. */
  shape: "header" | "columns";
  /** Field delimiter; empty to detect it. */
  delimiter: DelimiterName | "";
  columns: Columns;
  indicator: string;
  compiler: string;
  area: string;
  /** Grade of rows that do not say one; "" for what the table says. */
  status: "" | "A" | "P" | "E";
  /** What is said once for all rows: source, day, edition, place, copies, reason. */
  given: FormValues;
};

/** Initial state. */
export const emptyImport = (lang: Lang): ImportValues => ({
  ...{ shape: "columns", delimiter: "", columns: {}, indicator: "", compiler: "", area: "", status: "A" },
  given: valuesOf(null, lang),
});

/** The same where a letter came with the table: it is the source of all rows, its day that of publication, its scans their copies. */
export function importOfLetter(lang: Lang, letter: Omit<Letter, "enquiry">): ImportValues {
  const date = letter.day ? numericDay(letter.day) : "";
  const typed = { publisher: letter.body, number: letter.number, date };
  const newSource = { ...typedSource(null, "official_letter"), ...typed };
  const evidence = letter.files.map(({ sha256 }) => sha256);
  const given = { ...valuesOf(null, lang), isNewSource: true, newSource, published: date, evidence };
  return { ...emptyImport(lang), given };
}

/** Whether the year and value columns are known. */
export const knowsColumns = ({ shape, columns }: ImportValues): boolean =>
  shape === "header" ||
  (columns.TIME_PERIOD !== undefined &&
    columns.OBS_VALUE !== undefined &&
    new Set(Object.values(columns)).size === Object.values(columns).length);

/** Whether what is said for all rows can be sent: a new source has title and publisher. */
export const isGivenWhole = ({ given }: ImportValues): boolean => !given.isNewSource || newSourceOf(given) !== null;

/** Query parameters of what is said once for all rows; empty ones are omitted. */
function givenQuery({ given, status }: ImportValues): Record<string, string> {
  const { published, publishedPrecision: precision, edition, place, reason, reasonText, confirmation } = given;
  const newSource = newSourceOf(given);
  return {
    status,
    published: writtenDay(published) ?? published,
    ...{ precision, edition, place, reason, reasonText, confirmation },
    ...(given.isNewSource ? newSource && { newSource: JSON.stringify(newSource) } : { source: given.source }),
    evidence: given.evidence.join(),
  };
}

const filled = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value.trim() !== ""));

/** Query parameters for a table as it was pasted or uploaded. Our own headings name what is in their columns. */
export function importQueryOf(values: ImportValues, lang: Lang): Record<string, string> {
  const { shape, columns, delimiter, indicator, compiler, area } = values;
  const mapping = Object.entries(columns).map(([name, index]) => `${name}:${index}`);
  const ofTable = shape === "columns" && { mapping: mapping.join(), indicator, compiler, area };
  return filled({ numbers: lang, lang, delimiter, ...givenQuery(values), ...ofTable });
}

/** The same for its rows once they are worked on, under our own headings and between tabs. */
export function workQueryOf(values: ImportValues, lang: Lang): Record<string, string> {
  const { shape, indicator, compiler, area } = values;
  const ofTable = shape === "columns" && { indicator, compiler, area: area || COUNTRY };
  return filled({ numbers: lang, lang, delimiter: "tab", ...givenQuery(values), ...ofTable });
}
