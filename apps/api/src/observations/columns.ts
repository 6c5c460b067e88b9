/** How a column is written: `number` and `text` as they stand, `codes` as a JSON array or joined by `;`. */
type Column = { csv: string; json: string; sql: string; as: "number" | "text" | "codes" };

/** The columns of one observation, in the order of every file. `r` is the revision, `d` the indicator's definition; `@lang` is vi or en. */
export const columns: readonly Column[] = [
  { csv: "INDICATOR", json: "indicator", sql: "r.indicator", as: "text" },
  { csv: "COMPILER", json: "compiler", sql: "r.compiler", as: "text" },
  { csv: "REF_AREA", json: "refArea", sql: "r.ref_area", as: "text" },
  { csv: "FREQ", json: "freq", sql: "d.freq", as: "text" },
  { csv: "TIME_PERIOD", json: "timePeriod", sql: "r.time_period", as: "number" },
  { csv: "OBS_VALUE", json: "value", sql: "r.obs_value", as: "number" },
  { csv: "VALUE_LIMIT", json: "valueLimit", sql: "r.value_limit", as: "text" },
  { csv: "UNIT_MEASURE", json: "unitMeasure", sql: "d.unit_measure", as: "text" },
  {
    csv: "DECIMALS",
    json: "decimals",
    sql: "CASE WHEN r.obs_value IS NULL THEN d.decimals WHEN instr(r.obs_value, '.') = 0 THEN 0 ELSE length(r.obs_value) - instr(r.obs_value, '.') END",
    as: "number",
  },
  { csv: "OBS_STATUS", json: "obsStatus", sql: "r.obs_status", as: "codes" },
  { csv: "CONFIDENCE", json: "confidence", sql: "r.confidence", as: "text" },
  { csv: "RANK_POOL", json: "rankPool", sql: "r.rank_pool", as: "number" },
  { csv: "SOURCE", json: "source", sql: "r.source", as: "text" },
  { csv: "EDITION", json: "edition", sql: "r.edition", as: "text" },
  { csv: "PUBLISHED", json: "published", sql: "r.published", as: "text" },
  { csv: "RELEASE", json: "release", sql: "r.release_id", as: "number" },
  { csv: "OBS_COM", json: "obsCom", sql: "CASE @lang WHEN 'en' THEN r.obs_com_en ELSE r.obs_com_vi END", as: "text" },
];

/** `include=target`: the strategy's target in the indicator's own unit, its path in that year, and its assessment. */
export const targetColumns: readonly Column[] = [
  { csv: "TARGET_VALUE", json: "targetValue", sql: "t.target_value", as: "number" },
  { csv: "PATH_VALUE", json: "pathValue", sql: "t.path ->> CAST(r.time_period AS TEXT)", as: "number" },
  { csv: "ASSESSMENT", json: "assessment", sql: "t.assessment", as: "text" },
  { csv: "METHOD_VERSION", json: "methodVersion", sql: "t.method_version", as: "number" },
];

/** `labels=both`: names in the language of the request. */
export const labelColumns: readonly Column[] = [
  { csv: "INDICATOR_NAME", json: "indicatorName", sql: "d.name", as: "text" },
  { csv: "REF_AREA_NAME", json: "refAreaName", sql: "area.name", as: "text" },
  { csv: "SOURCE_TITLE", json: "sourceTitle", sql: "source.title", as: "text" },
];

/** SQL that makes one observation as JSON text. */
export const jsonRow = (list: readonly Column[]) =>
  `json_object(${list
    .map(({ json, sql, as }) => {
      // A number keeps its published digits; SQLite's own printing would lose `6.0`.
      if (as === "number") return `'${json}', json(coalesce(${sql}, 'null'))`;
      if (as === "codes") return `'${json}', json('["' || replace(${sql}, ';', '","') || '"]')`;
      return `'${json}', ${sql}`;
    })
    .join(", ")})`;

/** SQL that makes one RFC 4180 line without its line end. `decimalComma` is for `locale=vi`: `;` between fields, `,` in numbers. */
export function csvRow(list: readonly Column[], decimalComma: boolean): string {
  const separator = decimalComma ? ";" : ",";
  const fields = list.map(({ sql, as }) => {
    if (as === "number") return decimalComma ? `replace(coalesce(${sql}, ''), '.', ',')` : `coalesce(${sql}, '')`;
    const text = `coalesce(${sql}, '')`;
    return `CASE WHEN ${text} GLOB '*["${separator}' || char(13, 10) || ']*' THEN '"' || replace(${text}, '"', '""') || '"' ELSE ${text} END`;
  });
  return fields.join(` || '${separator}' || `);
}

/** The header line of a CSV file. */
export const csvHeader = (list: readonly Column[], decimalComma: boolean) =>
  list.map((c) => c.csv).join(decimalComma ? ";" : ",");
