import { COUNTRY } from "@moc2030/shared/figure/country";
import { type Field, figureFields, inAnyLanguage } from "@moc2030/shared/figure/fields";
import type { Lang } from "@moc2030/shared/text/lang";
import { asJson, csvField, decimalsOf, formatted, jsonField } from "../db/sqlite/sql.ts";
import { FIELDS, OBS_VALUE } from "./figures-at.ts";

/**
 * `number`: as published; `code`: needs no quotes or escapes; `codes`: a JSON array, elsewhere joined by `;`; `text`:
 * free text.
 */
type Kind = "number" | "code" | "codes" | "text";
/**
 * `csv` and `json` are the column's names, `sql` its text; a `nullable` code may be absent, `isLater` marks a column
 * added after version 1.
 */
export type Column = { csv: string; json: string; sql: string; as: Kind; nullable?: true; isLater?: true };

const DECIMALS = `CASE WHEN ${OBS_VALUE} IS NULL THEN @decimals ELSE ${decimalsOf("r.obs_value")} END`;

const KINDS = {
  ...{ code: "code", day: "code", codes: "codes", line: "text", lines: "text" },
  ...{ number: "number", integer: "number" },
} as const satisfies Record<Field["form"], Kind>;

/** Derived columns that follow a field: `@freq`, `@unit` and `@decimals` come from the indicator of revision `r`. */
const DERIVED: Partial<Record<Field["name"], Column[]>> = {
  refArea: [{ csv: "FREQ", json: "freq", sql: "@freq", as: "code" }],
  valueLimit: [
    { csv: "UNIT_MEASURE", json: "unitMeasure", sql: "@unit", as: "code" },
    { csv: "DECIMALS", json: "decimals", sql: DECIMALS, as: "number" },
  ],
  published: [{ csv: "RELEASE", json: "release", sql: FIELDS.release, as: "number" }],
};

const columnsOf = (fields: readonly Field[], lang: Lang): Column[] =>
  fields.flatMap((field): Column[] => {
    if ("lang" in field && field.lang !== lang) return [];
    const { name, column, form } = field;
    // A published figure always has a source.
    const nullable = !("required" in field || name === "source");
    const [csv, json] = [inAnyLanguage(column), inAnyLanguage(name)];
    return [{ csv, json, sql: FIELDS[name], as: KINDS[form], ...(nullable && { nullable }) }, ...(DERIVED[name] ?? [])];
  });

const first = figureFields.filter(({ since }) => since === 1);
const later = figureFields.filter(({ since }) => since > 1);
const inEachLanguage = (of: (lang: Lang) => Column[]) =>
  ({ vi: of("vi"), en: of("en") }) satisfies Record<Lang, Column[]>;
const FIRST = inEachLanguage((lang) => columnsOf(first, lang));
const LATER = inEachLanguage((lang) => columnsOf(later, lang).map((c) => ({ ...c, isLater: true })));
/** The columns of an observation, in file order. */
export const columns = (lang: Lang): readonly Column[] => FIRST[lang];
/** Columns added later come last, so that existing ones keep their position. */
export const laterColumns = (lang: Lang): readonly Column[] => LATER[lang];

// Targets apply to the country, in the official compiler's figures.
const ofCountry = (sql: string) => `CASE WHEN r.ref_area = '${COUNTRY}' AND r.compiler = @official THEN ${sql} END`;

/** `include=target`: the target in the indicator's own unit, its path in that year, and the assessment. */
export const targetColumns: readonly Column[] = [
  { csv: "TARGET_VALUE", json: "targetValue", sql: ofCountry("@targetValue"), as: "number" },
  {
    csv: "PATH_VALUE",
    json: "pathValue",
    sql: ofCountry(jsonField("@path", "CAST(r.time_period AS TEXT)")),
    as: "number",
  },
  { csv: "ASSESSMENT", json: "assessment", sql: ofCountry("@assessment"), as: "code", nullable: true },
  { csv: "METHOD_VERSION", json: "methodVersion", sql: ofCountry("@methodVersion"), as: "number" },
];

/** `labels=both`: names in the request's language; `area` and `source` are joined by code. */
export const labelColumns: readonly Column[] = [
  { csv: "INDICATOR_NAME", json: "indicatorName", sql: "@indicatorName", as: "text" },
  { csv: "REF_AREA_NAME", json: "refAreaName", sql: "area.value", as: "text" },
  { csv: "SOURCE_TITLE", json: "sourceTitle", sql: "source.value", as: "text" },
];

/** SQL of one observation as JSON. Keeps the published digits, which SQLite's own number formatting would lose. */
export function jsonRow(list: readonly Column[]): string {
  const fields = list.map(({ json, sql, as, nullable }) => {
    if (as === "codes") return [`"${json}":["%s"]`, `replace(${sql}, ';', '","')`] as const;
    if (as === "code" && !nullable) return [`"${json}":"%s"`, sql] as const;
    if (as === "code") return [`"${json}":%s`, `coalesce('"' || ${sql} || '"', 'null')`] as const;
    return [`"${json}":%s`, as === "text" ? asJson(sql) : `coalesce(${sql}, 'null')`] as const;
  });
  return formatted(`{${fields.map(([pattern]) => pattern).join(",")}}`, [...fields.map(([, value]) => value)]);
}

/** SQL of one RFC 4180 line without line end. `decimalComma` (`locale=vi`): `;` between fields, `,` in numbers. */
export function csvRow(list: readonly Column[], decimalComma: boolean): string {
  const separator = decimalComma ? ";" : ",";
  const fields = list.map(({ sql, as }) => {
    if (as === "number") return decimalComma ? `replace(${sql}, '.', ',')` : sql;
    return as === "text" || (as === "codes" && decimalComma) ? csvField(sql, separator) : sql;
  });
  return formatted(list.map(() => "%s").join(separator), fields);
}

/** The CSV header with its line end. */
export const csvHeader = (list: readonly Column[], decimalComma: boolean) =>
  `${list.map((c) => c.csv).join(decimalComma ? ";" : ",")}\r\n`;
