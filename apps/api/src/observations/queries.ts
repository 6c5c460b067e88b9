import { METHOD_VERSION } from "@moc2030/shared/assess";
import type { Observation } from "@moc2030/shared/observation";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/open.ts";
import { DEFINITIONS_AT, findDefinition, listDefinitions } from "../definitions/queries.ts";
import type { At } from "../releases/at.ts";
import { columns, csvHeader, csvRow, jsonRow, labelColumns, targetColumns } from "./columns.ts";

/** Which observations, and what stands beside them. Absent filters let everything pass. */
export type ObservationFilter = {
  indicator?: string[];
  compiler?: string[];
  area?: string[];
  from?: number;
  to?: number;
  history?: boolean;
  includeTarget?: boolean;
  labels?: "id" | "both";
  lang: "vi" | "en";
};

const columnsFor = (filter: ObservationFilter) => [
  ...columns,
  ...(filter.includeTarget ? targetColumns : []),
  ...(filter.labels === "both" ? labelColumns : []),
];

/** Groups among `codes` replaced by those who are members on `day`. */
async function expandGroups(db: Db, codes: string[], at: At): Promise<string[]> {
  const groups = (await listDefinitions(db, "area", at.release?.id ?? null)).filter((a) => a.kind === "group");
  return codes.flatMap((code) => {
    const group = groups.find((g) => g.code === code);
    if (!group) return [code];
    return group.members
      .filter((m) => m.from <= at.referenceDate && (m.to === null || m.to >= at.referenceDate))
      .map((m) => m.area);
  });
}

/** For `include=target`: of each indicator, the latest target of the strategy that is set in the indicator's own unit. */
async function targetRows(db: Db, at: At): Promise<string> {
  // As text: SQLite would print a number with 15 digits.
  const text = (value: number | null) => (value === null ? null : String(value));
  const assessments = (await assessAll(db, at)).filter((a) => a.kind !== "rank_in_group" && a.kind !== "wording");
  const latest = new Map(assessments.toSorted((a, b) => a.targetYear - b.targetYear).map((a) => [a.indicator, a]));
  return JSON.stringify(
    [...latest.values()].map((a) => ({
      indicator: a.indicator,
      value: text(a.targetValue),
      class: a.class,
      path: Object.fromEntries((a.path ?? []).map((p) => [p.timePeriod, text(p.value)])),
    })),
  );
}

/** One SQL statement whose every row is the text of one observation, in the fixed order of all files. */
async function observationSql(db: Db, at: At, filter: ObservationFilter, row: string) {
  const release = at.release?.id ?? 0;
  const area = filter.area && (await expandGroups(db, filter.area, at));
  const where = ["release_id <= @release"];
  const params: Record<string, unknown> = { release, lang: filter.lang };
  for (const [name, column, list] of [
    ["indicator", "indicator", filter.indicator],
    ["compiler", "compiler", filter.compiler],
    ["area", "ref_area", area],
  ] as const)
    if (list) {
      where.push(`${column} IN (SELECT value FROM json_each(@${name}))`);
      params[name] = JSON.stringify(list);
    }
  if (filter.from !== undefined) where.push("time_period >= @from");
  if (filter.to !== undefined) where.push("time_period <= @to");
  Object.assign(params, { from: filter.from, to: filter.to });

  const key = "indicator, compiler, ref_area, time_period";
  // SQLite takes the other columns from the row that has the maximum: the newest revision at this release.
  const revisions = filter.history
    ? `SELECT * FROM observation_revision WHERE ${where.join(" AND ")}`
    : `SELECT *, max(release_id) FROM observation_revision WHERE ${where.join(" AND ")} GROUP BY ${key}`;
  const definitions = (kind: string) =>
    DEFINITIONS_AT.replace("kind = ?", `kind = '${kind}'`).replace("release_id <= ?", "release_id <= @release");
  const joins: string[] = [];
  if (filter.includeTarget) {
    params.targets = await targetRows(db, at);
    params.version = METHOD_VERSION;
    joins.push(`LEFT JOIN (SELECT value ->> 'indicator' AS indicator, value ->> 'value' AS target_value, value ->> 'class' AS assessment,
      value -> 'path' AS path, CAST(@version AS INTEGER) AS method_version FROM json_each(@targets)) t
      ON t.indicator = r.indicator AND r.ref_area = 'VNM' AND r.compiler = d.compiler`);
  }
  if (filter.labels === "both") {
    joins.push(
      `LEFT JOIN (SELECT id, body -> 'name' ->> @lang AS name FROM (${definitions("area")})) area ON area.id = r.ref_area`,
    );
    joins.push(
      `LEFT JOIN (SELECT id, body ->> 'title' AS title FROM (${definitions("source")})) source ON source.id = r.source`,
    );
  }
  const sql = `WITH d AS MATERIALIZED (SELECT id, body ->> 'frequency' AS freq, body ->> 'unitMeasure' AS unit_measure, body ->> 'decimals' AS decimals,
      body ->> 'compiler' AS compiler, body -> 'name' ->> @lang AS name FROM (${definitions("indicator")}))
    SELECT ${row} AS line FROM (${revisions}) r JOIN d ON d.id = r.indicator ${joins.join("\n")}
    ORDER BY r.indicator, r.compiler, r.ref_area, r.time_period, r.release_id`;
  return { sql, params };
}

/** The observations as the text of a JSON array, made by SQLite. */
export async function observationsJson(db: Db, at: At, filter: ObservationFilter): Promise<string> {
  const { sql, params } = await observationSql(db, at, filter, jsonRow(columnsFor(filter)));
  return db.reader
    .prepare(`SELECT '[' || coalesce(group_concat(line, ','), '') || ']' FROM (${sql})`)
    .pluck()
    .get(params) as string;
}

/** The observations as an RFC 4180 file: header, CRLF, final line end; the header alone where there are none. */
export async function observationsCsv(
  db: Db,
  at: At,
  filter: ObservationFilter,
  decimalComma: boolean,
): Promise<string> {
  const list = columnsFor(filter);
  const { sql, params } = await observationSql(db, at, filter, csvRow(list, decimalComma));
  const body = db.reader
    .prepare(`SELECT coalesce(group_concat(line, char(13, 10)) || char(13, 10), '') FROM (${sql})`)
    .pluck()
    .get(params);
  return `${csvHeader(list, decimalComma)}\r\n${body}`;
}

/** The observations as values, for rules and pages. */
export async function listObservations(
  db: Db,
  at: At,
  filter: Omit<ObservationFilter, "includeTarget" | "labels">,
): Promise<Observation[]> {
  return JSON.parse(await observationsJson(db, at, filter));
}

/** The official series of an indicator for Viet Nam, oldest first. */
export async function officialSeries(db: Db, at: At, indicator: string, lang: "vi" | "en"): Promise<Observation[]> {
  const definition = await findDefinition(db, "indicator", indicator, at.release?.id ?? null);
  if (!definition) return [];
  return listObservations(db, at, { indicator: [indicator], compiler: [definition.compiler], area: ["VNM"], lang });
}
