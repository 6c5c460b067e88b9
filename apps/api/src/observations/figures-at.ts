import type { PublishedFigure } from "@moc2030/shared/figure";
import { figureFields } from "@moc2030/shared/figure/fields";
import { type Db, readsCommitted } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import { storedNumber } from "../db/stored-number.ts";

/** Which figures; what is absent lets everything pass. One code is compared, several are looked up in a list. */
export type FigureFilter = {
  indicator?: string | undefined;
  compiler?: string | readonly string[] | undefined;
  refArea?: string | readonly string[] | undefined;
  timePeriod?: number | undefined;
  from?: number | undefined;
  to?: number | undefined;
  /** Only what releases after this one brought. */
  after?: number | undefined;
  /** Every revision up to the release, the oldest first, instead of the newest. */
  history?: boolean | undefined;
};

/** Above every release: what is newest whatever its number, inside a transaction too. */
export const NEWEST = Number.MAX_SAFE_INTEGER;

/** The columns that name a figure, in the order of every file. */
export const KEY = figureFields.flatMap((field) => ("key" in field ? [field.column.toLowerCase()] : []));
const order = KEY.map((column) => `r.${column}`).join(", ");

/** SQL of the published number of the revision `r`. */
export const OBS_VALUE = storedNumber("r.obs_value");

/** SQL of each field of the revision `r`. */
export const FIELDS = {
  ...Object.fromEntries(figureFields.map(({ name, column }) => [name, `r.${column.toLowerCase()}`])),
  value: OBS_VALUE,
  // Revisions from before there was such a column say it in words, as the seed writes them.
  publishedPrecision: `CASE WHEN r.published IS NULL THEN NULL ELSE coalesce(r.published_precision,
    CASE WHEN r.obs_com_en GLOB '*~ published: only the year *' THEN 'year'
      WHEN r.obs_com_en GLOB '*~ published: only the month *' THEN 'month' ELSE 'day' END) END`,
  release: "r.release_id",
  storedAs: `iif(${OBS_VALUE} IS r.obs_value, NULL, r.obs_value)`,
} as Record<keyof PublishedFigure, string>;
/** In the order in which answers to staff have them. */
const EVERY_FIELD = [
  ...(Object.keys(FIELDS) as (keyof PublishedFigure)[]).filter((name) => name !== "obsStatus"),
  "obsStatus" as const,
];

/**
 * SQL that selects from the figures as known at a release, in the order of every file: of each key the revision `r`
 * with the highest release that is not above it. Its parameters are those of `figureParams`.
 */
export function figuresSql(
  selected: string,
  filter: FigureFilter,
  { release = "@release", and = [], joins = "" }: { release?: string; and?: string[]; joins?: string } = {},
): string {
  const where = [`r.release_id <= ${release}`, ...and];
  const among = (column: string, name: "compiler" | "refArea") => {
    const value = filter[name];
    if (typeof value === "string") where.push(`${column} = @${name}`);
    else if (value) where.push(`${column} IN (SELECT value FROM json_each(@${name}))`);
  };
  if (filter.indicator !== undefined) where.push("r.indicator = @indicator");
  among("r.compiler", "compiler");
  among("r.ref_area", "refArea");
  if (filter.timePeriod !== undefined) where.push("r.time_period = @timePeriod");
  if (filter.from !== undefined) where.push("r.time_period >= @from");
  if (filter.to !== undefined) where.push("r.time_period <= @to");
  if (filter.after !== undefined) where.push("r.release_id > @after");
  const from = `FROM observation_revision r ${joins} WHERE ${where.join(" AND ")}`;
  if (filter.history) return `SELECT ${selected} ${from} ORDER BY ${order}, r.release_id`;
  // Beside max(), SQLite takes the columns from the row that has the maximum; the condition itself always holds.
  return `SELECT ${selected} ${from} GROUP BY ${order} HAVING max(r.release_id) ORDER BY ${order}`;
}

/** The parameters of `figuresSql`. */
export function figureParams(release: number, { history: _, ...filter }: FigureFilter) {
  const codes = (list: FigureFilter["compiler"]) => (typeof list === "object" ? JSON.stringify(list) : list);
  return { release, ...filter, compiler: codes(filter.compiler), refArea: codes(filter.refArea) };
}

/** The figures as known at a release: those of their fields that are asked for. */
export function figuresAt<K extends keyof PublishedFigure = keyof PublishedFigure>(
  db: Db,
  release: number,
  filter: FigureFilter,
  fields: readonly K[] = EVERY_FIELD as K[],
): Pick<PublishedFigure, K>[] {
  const selected = fields.map((field) => `${FIELDS[field]} AS ${field}`).join(", ");
  type Row = { obsStatus?: string | string[]; storedAs?: string | null };
  const rows = prepared(db, figuresSql(selected, filter)).all(figureParams(release, filter)) as Row[];
  for (const row of rows) {
    if (typeof row.obsStatus === "string") row.obsStatus = row.obsStatus.split(";");
    if (row.storedAs === null) delete row.storedAs;
  }
  return rows as Pick<PublishedFigure, K>[];
}

const compilersKept = new WeakMap<Db, Map<string, string[]>>();
const KEPT_COMPILERS = 500;

/** The compilers of an indicator at a release, remembered: with them areas are found by the key instead of by reading every row. */
export function compilersOf(db: Db, release: number, indicator: string): string[] {
  const kept = compilersKept.get(db) ?? new Map<string, string[]>();
  compilersKept.set(db, kept);
  const key = `${release} ${indicator}`;
  const found = kept.get(key);
  if (found) return found;
  const sql = "SELECT DISTINCT compiler FROM observation_revision WHERE indicator = ? AND release_id <= ?";
  const list = prepared(db, sql).pluck().all(indicator, release) as string[];
  const oldest = kept.keys().next();
  if (kept.size >= KEPT_COMPILERS && !oldest.done) kept.delete(oldest.value);
  if (readsCommitted(db)) kept.set(key, list);
  return list;
}
