import { COUNTRY } from "@moc2030/shared/country";
import type { Lang } from "@moc2030/shared/text";
import { OBS_VALUE } from "./figures-at.ts";

/** How a column is written: `number` as published, `code` needs neither quotes nor escapes, `codes` is an array in JSON and joined by `;` elsewhere, `text` is free. */
type Kind = "number" | "code" | "codes" | "text";
/** One column: its name in files, in JSON, and SQL that gives its text. `nullable` codes may be absent. */
export type Column = { csv: string; json: string; sql: string; as: Kind; nullable?: true };

const DECIMALS = `CASE WHEN ${OBS_VALUE} IS NULL THEN @decimals WHEN instr(r.obs_value, '.') = 0 THEN '0' ELSE CAST(length(r.obs_value) - instr(r.obs_value, '.') AS TEXT) END`;

/** The columns of one observation, in the order of every file. `r` is the revision; `@freq`, `@unit` and `@decimals` come from its indicator. */
export const columns = (lang: Lang): readonly Column[] => [
  { csv: "INDICATOR", json: "indicator", sql: "r.indicator", as: "code" },
  { csv: "COMPILER", json: "compiler", sql: "r.compiler", as: "code" },
  { csv: "REF_AREA", json: "refArea", sql: "r.ref_area", as: "code" },
  { csv: "FREQ", json: "freq", sql: "@freq", as: "code" },
  { csv: "TIME_PERIOD", json: "timePeriod", sql: "r.time_period", as: "number" },
  { csv: "OBS_VALUE", json: "value", sql: OBS_VALUE, as: "number" },
  { csv: "VALUE_LIMIT", json: "valueLimit", sql: "r.value_limit", as: "code", nullable: true },
  { csv: "UNIT_MEASURE", json: "unitMeasure", sql: "@unit", as: "code" },
  { csv: "DECIMALS", json: "decimals", sql: DECIMALS, as: "number" },
  { csv: "OBS_STATUS", json: "obsStatus", sql: "r.obs_status", as: "codes" },
  { csv: "CONFIDENCE", json: "confidence", sql: "r.confidence", as: "code" },
  { csv: "RANK_POOL", json: "rankPool", sql: "r.rank_pool", as: "number" },
  { csv: "SOURCE", json: "source", sql: "r.source", as: "code" },
  { csv: "EDITION", json: "edition", sql: "r.edition", as: "text" },
  { csv: "PUBLISHED", json: "published", sql: "r.published", as: "code", nullable: true },
  { csv: "RELEASE", json: "release", sql: "r.release_id", as: "number" },
  { csv: "OBS_COM", json: "obsCom", sql: lang === "en" ? "r.obs_com_en" : "r.obs_com_vi", as: "text" },
];

// The target speaks of the country, in the official compiler's figures.
const ofCountry = (sql: string) => `CASE WHEN r.ref_area = '${COUNTRY}' AND r.compiler = @official THEN ${sql} END`;

/** `include=target`: the strategy's target in the indicator's own unit, its path in that year, and its assessment. */
export const targetColumns: readonly Column[] = [
  { csv: "TARGET_VALUE", json: "targetValue", sql: ofCountry("@targetValue"), as: "number" },
  { csv: "PATH_VALUE", json: "pathValue", sql: ofCountry("@path ->> CAST(r.time_period AS TEXT)"), as: "number" },
  { csv: "ASSESSMENT", json: "assessment", sql: ofCountry("@assessment"), as: "code", nullable: true },
  { csv: "METHOD_VERSION", json: "methodVersion", sql: ofCountry("@methodVersion"), as: "number" },
];

/** `labels=both`: names in the language of the request. `area` and `source` are looked up by code. */
export const labelColumns: readonly Column[] = [
  { csv: "INDICATOR_NAME", json: "indicatorName", sql: "@indicatorName", as: "text" },
  { csv: "REF_AREA_NAME", json: "refAreaName", sql: "area.value", as: "text" },
  { csv: "SOURCE_TITLE", json: "sourceTitle", sql: "source.value", as: "text" },
];

// One format() a line: half the time of json_object() or of || between seventeen columns.
const formatted = (pattern: string, values: string[]) => `format('${pattern}', ${values.join(", ")})`;

/** SQL that makes one observation as JSON text. Numbers keep their published digits, which SQLite's own printing would lose. */
export function jsonRow(list: readonly Column[]): string {
  const fields = list.map(({ json, sql, as, nullable }) => {
    if (as === "codes") return [`"${json}":["%s"]`, `replace(${sql}, ';', '","')`] as const;
    if (as === "code" && !nullable) return [`"${json}":"%s"`, sql] as const;
    if (as === "code") return [`"${json}":%s`, `coalesce('"' || ${sql} || '"', 'null')`] as const;
    return [`"${json}":%s`, as === "text" ? `json_quote(${sql})` : `coalesce(${sql}, 'null')`] as const;
  });
  return formatted(`{${fields.map(([pattern]) => pattern).join(",")}}`, [...fields.map(([, value]) => value)]);
}

/** SQL that makes one RFC 4180 line without its line end. `decimalComma` is for `locale=vi`: `;` between fields, `,` in numbers. */
export function csvRow(list: readonly Column[], decimalComma: boolean): string {
  const separator = decimalComma ? ";" : ",";
  const quoted = (sql: string) =>
    `CASE WHEN ${sql} GLOB '*["${separator}' || char(13, 10) || ']*' THEN '"' || replace(${sql}, '"', '""') || '"' ELSE ${sql} END`;
  const fields = list.map(({ sql, as }) => {
    if (as === "number") return decimalComma ? `replace(${sql}, '.', ',')` : sql;
    return as === "text" || (as === "codes" && decimalComma) ? quoted(sql) : sql;
  });
  return formatted(list.map(() => "%s").join(separator), fields);
}

/** The header line of a CSV file, with its line end. */
export const csvHeader = (list: readonly Column[], decimalComma: boolean) =>
  `${list.map((c) => c.csv).join(decimalComma ? ";" : ",")}\r\n`;
