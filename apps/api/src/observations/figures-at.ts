import { figureFields } from "@moc2030/shared/figure/fields";
import type { PublishedFigure } from "@moc2030/shared/figure/figure";
import type { Db } from "../db/database.ts";
import { distinctPairs, isInList, newestOfEach } from "../db/sqlite/sql.ts";
import { storedNumber } from "../db/sqlite/stored-number.ts";
import { newestReleaseId } from "./read-point.ts";

/** Filters of figures; absent ones match everything. A single code is compared, a list is looked up. */
export type FigureFilter = {
  indicator?: string | readonly string[] | undefined;
  compiler?: string | readonly string[] | undefined;
  refArea?: string | readonly string[] | undefined;
  timePeriod?: number | undefined;
  from?: number | undefined;
  to?: number | undefined;
  /** Only releases after this one. */
  after?: number | undefined;
  /** Only these releases. */
  among?: readonly number[] | undefined;
  /** All revisions up to the release, oldest first, instead of the latest. */
  history?: boolean | undefined;
};

/** Above every release id: the latest data, also inside a transaction. */
export const NEWEST = Number.MAX_SAFE_INTEGER;

/** Columns of the series key and year, in file order. */
export const KEY_COLUMNS = figureFields.flatMap((field) => ("key" in field ? [field.column.toLowerCase()] : []));
const order = KEY_COLUMNS.map((column) => `r.${column}`).join(", ");

/** SQL of the published number of revision `r`. */
export const OBS_VALUE = storedNumber("r.obs_value");

/** SQL of each field of revision `r`. */
export const FIELDS = {
  ...Object.fromEntries(figureFields.map(({ name, column }) => [name, `r.${column.toLowerCase()}`])),
  value: OBS_VALUE,
  // Revisions older than this column state it in their comment, as the seed writes it.
  publishedPrecision: `CASE WHEN r.published IS NULL THEN NULL ELSE coalesce(r.published_precision,
    CASE WHEN r.obs_com_en LIKE '%~ published: only the year %' THEN 'year'
      WHEN r.obs_com_en LIKE '%~ published: only the month %' THEN 'month' ELSE 'day' END) END`,
  release: "r.release_id",
  storedAs: `nullif(r.obs_value, ${OBS_VALUE})`,
} as Record<keyof PublishedFigure, string>;
/** In the order of staff responses. */
const EVERY_FIELD = [
  ...(Object.keys(FIELDS) as (keyof PublishedFigure)[]).filter((name) => name !== "obsStatus"),
  "obsStatus" as const,
];

/**
 * SQL that selects the figures as of a release, in file order: for each key the revision `r` with the highest release
 * not above it. Bind `figureParams`.
 */
export function figuresSql(
  selected: string,
  filter: FigureFilter,
  { release = "@release", and = [], joins = "" }: { release?: string; and?: string[]; joins?: string } = {},
): string {
  const where = [`r.release_id <= ${release}`, ...and];
  const among = (column: string, name: "indicator" | "compiler" | "refArea") => {
    const value = filter[name];
    if (typeof value === "string") where.push(`${column} = @${name}`);
    else if (value) where.push(isInList(column, name));
  };
  among("r.indicator", "indicator");
  among("r.compiler", "compiler");
  among("r.ref_area", "refArea");
  if (filter.timePeriod !== undefined) where.push("r.time_period = @timePeriod");
  if (filter.from !== undefined) where.push("r.time_period >= @from");
  if (filter.to !== undefined) where.push("r.time_period <= @to");
  if (filter.after !== undefined) where.push("r.release_id > @after");
  if (filter.among) where.push(isInList("r.release_id", "among"));
  const from = `FROM observation_revision r ${joins} WHERE ${where.join(" AND ")}`;
  if (filter.history) return `SELECT ${selected} ${from} ORDER BY ${order}, r.release_id`;
  return newestOfEach(order, "r.release_id", selected, from);
}

export function figureParams(release: number, { history: _, among, ...filter }: FigureFilter) {
  const codes = (list: FigureFilter["compiler"]) => (typeof list === "object" ? JSON.stringify(list) : list);
  const [indicator, compiler, refArea] = [filter.indicator, filter.compiler, filter.refArea].map(codes);
  return { release, ...filter, indicator, compiler, refArea, among: among && JSON.stringify(among) };
}

/** The figures as of a release, with the requested fields. */
export async function figuresAt<K extends keyof PublishedFigure = keyof PublishedFigure>(
  db: Db,
  release: number,
  filter: FigureFilter,
  fields: readonly K[] = EVERY_FIELD as K[],
): Promise<Pick<PublishedFigure, K>[]> {
  const selected = fields.map((field) => `${FIELDS[field]} AS ${field}`).join(", ");
  type Row = { obsStatus?: string | string[]; storedAs?: string | null };
  const rows = await db.all<Row>(figuresSql(selected, filter), figureParams(release, filter));
  for (const row of rows) {
    if (typeof row.obsStatus === "string") row.obsStatus = row.obsStatus.split(";");
    if (row.storedAs === null) delete row.storedAs;
  }
  return rows as Pick<PublishedFigure, K>[];
}

/** A series that has figures: of which indicator, by which compiler. */
export type Series = { indicator: string; compiler: string };

/** All series, by code, as of the newest release. */
const listSeries = async (db: Db): Promise<Series[]> =>
  db.remember(`series until ${await newestReleaseId(db)}`, () =>
    db.all<Series>(distinctPairs("observation_revision", "indicator", "compiler")),
  );

/** Every indicator and compiler: with them, a query by area uses the key instead of a scan. */
export async function seriesOf(db: Db): Promise<{ indicator: string[]; compiler: string[] }> {
  const series = await listSeries(db);
  const codes = (name: keyof Series) => [...new Set(series.map((one) => one[name]))].sort();
  return { indicator: codes("indicator"), compiler: codes("compiler") };
}

/** The compilers of an indicator's figures. */
export const compilersOf = async (db: Db, indicator: string): Promise<string[]> =>
  (await listSeries(db)).filter((one) => one.indicator === indicator).map(({ compiler }) => compiler);

/** By indicator, the releases that changed its figures, oldest first. */
const changesByIndicator = async (db: Db): Promise<Record<string, number[]>> =>
  db.remember(`changes by indicator until ${await newestReleaseId(db)}`, async () => {
    const changes: Record<string, number[]> = {};
    type Row = { release_id: number; indicator: string };
    for (const row of await db.all<Row>(distinctPairs("observation_revision", "release_id", "indicator"))) {
      const releases = changes[row.indicator];
      if (releases) releases.push(row.release_id);
      else changes[row.indicator] = [row.release_id];
    }
    return changes;
  });

/** The last release up to one that changed an indicator's figures, for keys of what depends on them alone; 0 for none. */
export const figuresSince = async (db: Db, release: number, indicator: string): Promise<number> =>
  (await changesByIndicator(db))[indicator]?.findLast((id) => id <= release) ?? 0;
