import type { Observation } from "@moc2030/shared/schema/observation";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../db/database.ts";
import { objectEntries } from "../db/sqlite/sql.ts";
import { listCompilers, listDefinitions } from "../definitions/queries.ts";
import { inSlices } from "../http/slices.ts";
import { jsonRow } from "../observations/columns.ts";
import { FIELDS, figureParams, figuresSql, KEY_COLUMNS } from "../observations/figures-at.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { areasOf, columnParams, columnsFor, indicatorsOf, labelledSql, type ObservationFilter } from "./rows.ts";

/** Fields by which rows can be sorted: codes by their names in the language of the answer. */
export const SORT_FIELDS = [
  ...(["indicator", "refArea", "timePeriod", "value"] as const),
  ...(["obsStatus", "compiler", "published", "release"] as const),
] satisfies (keyof Observation)[];
type SortField = (typeof SORT_FIELDS)[number];
/** Some of the rows: at most `limit`, after `offset` others. Without `sort` they are in file order. */
export type PageOfRows = { limit: number; offset: number; sort?: { field: SortField; isDown: boolean } | undefined };

type Named = { code: string; name: Record<Lang, string> };

/** Places of codes in the alphabet of a language; names that are equal in it share one. */
function placesOf(named: readonly Named[], lang: Lang): Record<string, number> {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const inOrder = named.toSorted((a, b) => compare(a.name[lang], b.name[lang]));
  let [place, before] = [0, inOrder[0]?.name[lang] ?? ""];
  return Object.fromEntries(
    inOrder.map(({ code, name }) => {
      if (compare(before, name[lang]) !== 0) place += 1;
      before = name[lang];
      return [code, place];
    }),
  );
}

/** What the codes of a field stand for; undefined where it is sorted as it is. */
async function namedBy(db: Db, at: ReadPoint, field: SortField) {
  const release = at.release?.id ?? null;
  if (field === "compiler") return listCompilers(db, at);
  if (field === "indicator") return listDefinitions(db, "indicator", release);
  return field === "refArea" ? listDefinitions(db, "area", release) : undefined;
}

/** SQL and parameters that put the figures of a filter into an order; nothing comes last in both directions. */
async function orderOf(db: Db, at: ReadPoint, sort: PageOfRows["sort"], lang: Lang) {
  const keys = [...KEY_COLUMNS, "release_id"].join(", ");
  if (!sort) return { key: "NULL", order: keys, before: "", joins: "", params: {} };
  const { field, isDown } = sort;
  const order = `sort_key IS NULL, sort_key${isDown ? " DESC" : ""}, ${keys}`;
  const named = await namedBy(db, at, field);
  if (!named) {
    const key = field === "value" ? "r.value" : field === "obsStatus" ? "r.obs_status || r.confidence" : FIELDS[field];
    return { key, order, before: "", joins: "", params: {} };
  }
  // Kept apart, the list is indexed; joined as it is, it would be read anew for every figure.
  const before = `WITH place AS MATERIALIZED (${objectEntries("places")})`;
  const joins = `LEFT JOIN place ON place.key = ${FIELDS[field]}`;
  return { key: "place.value", order, before, joins, params: { places: JSON.stringify(placesOf(named, lang)) } };
}

/** Rows made before other requests get their turn. */
const ROWS_AT_ONCE = 25;

type Key = { indicator: string; compiler: string; refArea: string; timePeriod: number; revision: number };
const KEY = "indicator, compiler, ref_area AS refArea, time_period AS timePeriod, release_id AS revision";

/** One page of the figures of a filter: rows as JSON, how many there are in all, and who made those. */
export async function observationsPage(db: Db, at: ReadPoint, filter: ObservationFilter, page: PageOfRows) {
  if (!at.release) return { total: 0, compilers: [], rows: [] };
  const release = at.release.id;
  const { compiler, from, to, history, lang, labels } = filter;
  const indicators = new Map((await indicatorsOf(db, release, filter)).map((one) => [one.code, one]));
  const refArea = await areasOf(db, at, filter);
  const figures = { indicator: [...indicators.keys()], compiler, refArea, from, to, history };
  const params = figureParams(release, figures);
  const made = await db.all<{ compiler: string; figures: number }>(
    `SELECT compiler, count(*) AS figures FROM (${figuresSql("r.compiler AS compiler", figures)}) GROUP BY compiler`,
    params,
  );
  const { key, order, before, joins, params: places } = await orderOf(db, at, page.sort, lang);
  const columns = [...KEY_COLUMNS, "release_id"].map((column) => `r.${column} AS ${column}`);
  const found = figuresSql(`${columns.join(", ")}, ${key} AS sort_key`, figures, { joins });
  const keys = await db.all<Key>(
    `${before} SELECT ${KEY} FROM (${found}) ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    { ...params, ...places, limit: page.limit, offset: page.offset },
  );
  const paramsOf = await columnParams(db, at, filter);
  const one = { indicator: "", compiler: "", refArea: "", timePeriod: 0, history: true, after: 0 };
  const sql = labelledSql(labels, `CAST(${jsonRow(columnsFor(filter))} AS BLOB) AS row`, one);
  const rows: Buffer[] = [];
  await inSlices(keys, ROWS_AT_ONCE, async (slice) => {
    for (const { revision, ...figure } of slice) {
      const indicator = indicators.get(figure.indicator);
      if (!indicator) continue;
      const bound = { ...figureParams(revision, { ...figure, after: revision - 1 }), ...paramsOf(indicator) };
      const found = await db.one<{ row: Buffer }>(sql, bound);
      if (found) rows.push(found.row);
    }
  });
  return {
    total: made.reduce((sum, { figures: n }) => sum + n, 0),
    compilers: made.map((one) => one.compiler).sort(),
    rows,
  };
}
