import { setImmediate as nextTurn } from "node:timers/promises";
import { METHOD_VERSION } from "@moc2030/shared/assess/assess";
import { membersOn } from "@moc2030/shared/assess/group";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Lang } from "@moc2030/shared/text/lang";
import { assessAll } from "../assessments/queries.ts";
import type { Db, Params } from "../db/database.ts";
import { joinedLines, objectEntries } from "../db/sqlite/sql.ts";
import { findDefinition, listDefinitions } from "../definitions/queries.ts";
import { jsonItems, wholeOf } from "../http/streamed.ts";
import {
  type Column,
  columns,
  csvHeader,
  csvRow,
  jsonRow,
  labelColumns,
  laterColumns,
  targetColumns,
} from "../observations/columns.ts";
import { compilersOf, type FigureFilter, figureParams, figuresSql } from "../observations/figures-at.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { keptRows, textsOfYears } from "./kept-rows.ts";

/** Filters and extra columns; absent filters match everything. */
export type ObservationFilter = {
  indicator?: string[];
  compiler?: string[];
  area?: string[];
  from?: number;
  to?: number;
  history?: boolean;
  includeTarget?: boolean;
  labels?: "id" | "both";
  lang: Lang;
};

/** The columns of a filter, in file order. */
export const columnsFor = (filter: ObservationFilter): Column[] => [
  ...columns(filter.lang),
  ...(filter.includeTarget ? targetColumns : []),
  ...(filter.labels === "both" ? labelColumns : []),
  ...laterColumns(filter.lang),
];

/** The groups among `codes` with their members on the reference date. */
async function groupsAmong(db: Db, codes: string[], at: ReadPoint): Promise<Map<string, string[]>> {
  const areas = await listDefinitions(db, "area", at.release?.id ?? null);
  return new Map(
    areas
      .filter((a) => a.kind === "group" && codes.includes(a.code))
      .map((group) => [group.code, membersOn(group.members, at.referenceDate)]),
  );
}

/** Whether the result depends on the reference date as well as on the release: it has assessments or a group. */
export async function isDated(db: Db, at: ReadPoint, filter: ObservationFilter): Promise<boolean> {
  return filter.includeTarget === true || (await groupsAmong(db, filter.area ?? [], at)).size > 0;
}

type TargetParams = { targetValue: string | null; path: string; assessment: string; methodVersion: string };

/** For `include=target`: per indicator, the strategy's latest target in the indicator's own unit. */
async function targetParams(db: Db, at: ReadPoint): Promise<Map<string | null, TargetParams>> {
  // At most twelve digits: 17.862, not the 17.862000000000002 of binary arithmetic.
  const text = (value: number | null) => (value === null ? null : String(Number(value.toPrecision(12))));
  const assessments = (await assessAll(db, at)).filter((a) => a.kind !== "rank_in_group" && a.kind !== "wording");
  return new Map(
    assessments
      .toSorted((a, b) => a.targetYear - b.targetYear)
      .map((a) => [
        a.indicator,
        {
          targetValue: text(a.targetValue),
          path: JSON.stringify(Object.fromEntries((a.path ?? []).map((p) => [p.timePeriod, text(p.value)]))),
          assessment: a.class,
          methodVersion: String(METHOD_VERSION),
        },
      ]),
  );
}

const NO_TARGET = { targetValue: null, path: "{}", assessment: null, methodVersion: null };
const byCode = (entries: [string, string][]) => JSON.stringify(Object.fromEntries(entries));

/** SQL of figures with the requested names beside them. */
export function labelledSql(labels: ObservationFilter["labels"], selected: string, figures: FigureFilter): string {
  if (labels !== "both") return figuresSql(selected, figures);
  const names = (name: string) => `${name} AS MATERIALIZED (${objectEntries(`${name}s`)})`;
  const joins = "LEFT JOIN area ON area.key = r.ref_area LEFT JOIN source ON source.key = r.source";
  return `WITH ${names("area")}, ${names("source")} ${figuresSql(selected, figures, { joins })}`;
}

/** SQL of one indicator's rows in file order, with the requested names. */
function rowsSql(filter: ObservationFilter, selected: string): string {
  const { area: refArea, compiler = refArea && [], from, to, history } = filter;
  return labelledSql(filter.labels, selected, { indicator: "", compiler, refArea, from, to, history });
}

/** The indicators that a filter lets pass, in order of code. */
export const indicatorsOf = async (db: Db, release: number, { indicator }: ObservationFilter) =>
  (await listDefinitions(db, "indicator", release)).filter((i) => indicator?.includes(i.code) ?? true);

/** The economies of a filter, with the members of its groups; undefined for all. */
export async function areasOf(db: Db, at: ReadPoint, { area }: ObservationFilter): Promise<string[] | undefined> {
  const groups = area && (await groupsAmong(db, area, at));
  return groups && area?.flatMap((code) => groups.get(code) ?? [code]);
}

/** What the columns of a filter bind beside the figure itself, by its indicator. */
export async function columnParams(db: Db, at: ReadPoint, { includeTarget, labels, lang }: ObservationFilter) {
  const release = at.release?.id ?? null;
  const targets = includeTarget ? await targetParams(db, at) : undefined;
  const names = labels === "both" && {
    areas: byCode((await listDefinitions(db, "area", release)).map((a) => [a.code, a.name[lang]])),
    sources: byCode((await listDefinitions(db, "source", release)).map((s) => [s.id, s.title])),
  };
  return (indicator: IndicatorDefinition): Params => ({
    ...names,
    freq: indicator.frequency,
    unit: indicator.unitMeasure,
    decimals: String(indicator.decimals),
    official: indicator.compiler,
    indicatorName: indicator.name[lang],
    ...(targets?.get(indicator.code) ?? NO_TARGET),
  });
}

/**
 * Runs `read` for each indicator in order of code, yielding in between. Releases are immutable, so no transaction is
 * needed.
 */
async function* eachIndicator<T>(
  db: Db,
  at: ReadPoint,
  filter: ObservationFilter,
  read: (params: Params) => Promise<T>,
) {
  if (!at.release) return;
  const release = at.release.id;
  const refArea = await areasOf(db, at, filter);
  const { from, to } = filter;
  const paramsOf = await columnParams(db, at, filter);
  for (const [index, indicator] of (await indicatorsOf(db, release, filter)).entries()) {
    if (index > 0) await nextTurn();
    const compiler = filter.compiler ?? (refArea && (await compilersOf(db, indicator.code)));
    const figures = figureParams(release, { indicator: indicator.code, compiler, refArea, from, to });
    yield await read({ ...figures, ...paramsOf(indicator) });
  }
}

/** Rows of an indicator whose text is made at once. */
const ROWS_AT_ONCE = 2500;

/** Whether the text of all rows of an indicator serves a filter: one indicator in all areas, with codes alone. */
const isWhole = ({ indicator, area, compiler, history, includeTarget, labels }: ObservationFilter) =>
  indicator?.length === 1 && !area && !compiler && !history && !includeTarget && labels !== "both";

/** The lines of each indicator that has any, joined by `separator`, many of one indicator in parts. */
async function* observationTexts(db: Db, at: ReadPoint, filter: ObservationFilter, line: string, separator: string) {
  const { from, to, ...anyYear } = filter;
  if (isWhole(filter)) {
    const sql = rowsSql(anyYear, `${line} AS line, r.time_period AS year`);
    for await (const kept of eachIndicator(db, at, anyYear, (params) => keptRows(db, sql, params, separator))) {
      if (kept) return yield* textsOfYears(kept, separator, from, to);
    }
  }
  const rows = `${rowsSql(filter, `${line} AS line`)} LIMIT ${ROWS_AT_ONCE} OFFSET @skip`;
  const sql = joinedLines(rows, "@separator");
  type Part = { text: Buffer | null; rows: number };
  const partOf = (params: Params, skip: number) => db.one<Part>(sql, { ...params, separator, skip });
  for await (const params of eachIndicator(db, at, filter, async (params) => params))
    for (let skip = 0; ; skip += ROWS_AT_ONCE, await nextTurn()) {
      const part = await partOf(params, skip);
      if (part?.text) yield part.text;
      if (!part || part.rows < ROWS_AT_ONCE) break;
    }
}

/** Batches of rows as cells, one batch per indicator; numbers are their published text. */
export function observationRows(db: Db, at: ReadPoint, filter: ObservationFilter, list: readonly Column[]) {
  const sql = rowsSql(filter, list.map((c) => `${c.sql} AS ${c.csv}`).join(", "));
  return eachIndicator(db, at, filter, async (params) =>
    (await db.all<Record<string, string | number | null>>(sql, params)).map((row) => Object.values(row)),
  );
}

/** Indicators, compilers and sources cited by the selected observations. */
export async function citedBy(db: Db, at: ReadPoint, filter: ObservationFilter) {
  const sql = `SELECT DISTINCT indicator, compiler, source FROM (${rowsSql(filter, "r.indicator AS indicator, r.compiler AS compiler, r.source AS source")})`;
  const cited = { indicators: new Set<string>(), compilers: new Set<string>(), sources: new Set<string>() };
  type Row = { indicator: string; compiler: string; source: string };
  for await (const rows of eachIndicator(db, at, filter, (params) => db.all<Row>(sql, params)))
    for (const row of rows) {
      cited.indicators.add(row.indicator);
      cited.compilers.add(row.compiler);
      cited.sources.add(row.source);
    }
  return cited;
}

const CRLF = "\r\n";
const CRLF_BYTES = Buffer.from(CRLF);

/** The observations as JSON, in an envelope. */
export const observationsJson = (db: Db, at: ReadPoint, filter: ObservationFilter, envelope: object) =>
  jsonItems(envelope, observationTexts(db, at, filter, jsonRow(columnsFor(filter)), ","));

/** RFC 4180 lines with header, CRLF and a final line end. */
export async function* linesUnderHeader(
  db: Db,
  at: ReadPoint,
  filter: ObservationFilter,
  list: readonly Column[],
  decimalComma = false,
) {
  yield Buffer.from(csvHeader(list, decimalComma));
  for await (const text of observationTexts(db, at, filter, csvRow(list, decimalComma), CRLF)) {
    yield text;
    yield CRLF_BYTES;
  }
}

/** The observations as RFC 4180 CSV. */
export const observationsCsv = (db: Db, at: ReadPoint, filter: ObservationFilter, decimalComma = false) =>
  linesUnderHeader(db, at, filter, columnsFor(filter), decimalComma);

/** The observations as objects. */
export async function listObservations(
  db: Db,
  at: ReadPoint,
  filter: Omit<ObservationFilter, "includeTarget" | "labels">,
): Promise<Observation[]> {
  return JSON.parse((await wholeOf(observationsJson(db, at, filter, {}))).toString("utf8")).items;
}

/** The country's official series of an indicator, oldest first. */
export async function officialSeries(db: Db, at: ReadPoint, indicator: string, lang: Lang): Promise<Observation[]> {
  const definition = await findDefinition(db, "indicator", indicator, at.release?.id ?? null);
  if (!definition) return [];
  return listObservations(db, at, { indicator: [indicator], compiler: [definition.compiler], area: [COUNTRY], lang });
}
