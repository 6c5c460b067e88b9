import { setImmediate as nextTurn } from "node:timers/promises";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Lang } from "@moc2030/shared/text/lang";
import { type AssessmentFilter, assessAll } from "../assessments/queries.ts";
import type { Db, Params } from "../db/database.ts";
import { columnsFor } from "../downloads/rows.ts";
import { jsonRow } from "../observations/columns.ts";
import { type FigureFilter, figureParams, figuresSql, KEY_COLUMNS, seriesOf } from "../observations/figures-at.ts";
import type { ReadPoint } from "../observations/read-point.ts";

type Revision = Omit<Observation, "freq" | "unitMeasure">;
/** A changed figure; `old` is null for a new one. */
export type FigureChange = { old: Revision | null; new: Revision };
/** A changed status; null where the target was not in force. */
export type StatusChange = { targetId: string; before: Assessment | null; after: Assessment | null };

/** `before`: SQL of the release whose figure is the old one; `and`: conditions on revision `r`, with their parameters. */
type Part = { before?: string; and?: string[]; params?: Params; limit?: number; offset?: number };

/** Revisions up to a release, each with the same figure as of an earlier one. */
async function changes(
  db: Db,
  lang: Lang,
  release: number,
  filter: FigureFilter,
  { before = "n.release_id - 1", and = [], params = {}, limit, offset = 0 }: Part = {},
) {
  const row = jsonRow(columnsFor({ lang }).filter((c) => !["freq", "unitMeasure"].includes(c.json)));
  const old = figuresSql(
    `${row} AS json`,
    {},
    { release: before, and: KEY_COLUMNS.map((column) => `r.${column} = n.${column}`) },
  );
  const selected = `${KEY_COLUMNS.map((column) => `r.${column} AS ${column}`).join(", ")}, r.release_id AS release_id, ${row} AS new`;
  const some = limit === undefined ? "" : "LIMIT @limit OFFSET @offset";
  const sql = `SELECT release_id AS release, new, (SELECT json FROM (${old})) AS old
    FROM (${figuresSql(selected, filter, { and })} ${some}) n`;
  type Row = { release: number; new: string; old: string | null };
  const bound = { ...figureParams(release, filter), ...params, limit, offset, decimals: "0" };
  const rows = await db.all<Row>(sql, bound);
  return rows.map((r): FigureChange & { release: number } => ({
    release: r.release,
    old: r.old === null ? null : (JSON.parse(r.old) as Revision),
    new: JSON.parse(r.new) as Revision,
  }));
}

const withoutRelease = ({ old, new: next }: FigureChange): FigureChange => ({ old, new: next });

const OF_RELEASE = "r.release_id = @release";
/** Figures of a release that are read at once. */
const AT_ONCE = 250;

/** Changes of a release in all areas, in file order, in parts: a release may hold a million. */
export async function* figuresOf(db: Db, id: number, lang: Lang): AsyncGenerator<FigureChange[]> {
  const key = (of: (column: string) => string) => `(${KEY_COLUMNS.map(of).join(", ")})`;
  const afterLast = `${key((column) => `r.${column}`)} > ${key((column) => `@${column}`)}`;
  let last: Revision | undefined;
  do {
    if (last) await nextTurn();
    const and = last ? [OF_RELEASE, afterLast] : [OF_RELEASE];
    const { indicator, compiler, refArea: ref_area, timePeriod: time_period } = last ?? {};
    const params = { indicator, compiler, ref_area, time_period };
    const part = await changes(db, lang, id, { history: true }, { and, params, limit: AT_ONCE });
    yield part.map(withoutRelease);
    last = part.length < AT_ONCE ? undefined : part.at(-1)?.new;
  } while (last);
}

/** Some changes of a release, the country's before those of other economies; how many there are, and of the country. */
export async function someFiguresOf(
  db: Db,
  id: number,
  lang: Lang,
  { limit, offset }: { limit: number; offset: number },
) {
  const ofCountry = { ...(await seriesOf(db)), refArea: COUNTRY, history: true };
  const count = async (sql: string, filter: FigureFilter = {}) =>
    (await db.one<{ n: number }>(`SELECT count(*) AS n FROM (${sql})`, figureParams(id, filter)))?.n ?? 0;
  const own = await count(figuresSql("1", ofCountry, { and: [OF_RELEASE] }), ofCountry);
  const total = await count(`SELECT 1 FROM observation_revision r WHERE ${OF_RELEASE}`);
  const first = await changes(db, lang, id, ofCountry, { and: [OF_RELEASE], limit, offset });
  const others = { and: [OF_RELEASE, `r.ref_area <> '${COUNTRY}'`], offset: Math.max(0, offset - own) };
  const rest = await changes(db, lang, id, { history: true }, { ...others, limit: limit - first.length });
  return { observations: [...first, ...rest].map(withoutRelease), total, own };
}

/** The country's changed figures in some releases, each with its release. */
export const ownFiguresOf = async (db: Db, among: readonly number[], lang: Lang) =>
  changes(db, lang, Math.max(0, ...among), { ...(await seriesOf(db)), refArea: COUNTRY, history: true, among });

/** The country's figures that differ between two releases. */
export const figuresBetween = async (db: Db, after: number, upto: number, lang: Lang): Promise<FigureChange[]> =>
  (await changes(db, lang, upto, { ...(await seriesOf(db)), refArea: COUNTRY, after }, { before: "@after" }))
    .map(withoutRelease)
    .filter(({ old, new: next }) => old === null || differs(old, next));

/** Whether value, status, confidence or pool differ; comment and source do not count. */
const differs = (a: Revision, b: Revision): boolean =>
  (["value", "valueLimit", "confidence", "rankPool"] as const).some((field) => a[field] !== b[field]) ||
  a.obsStatus.join() !== b.obsStatus.join();

/** Statuses that differ between two read points: class, reason, or provisional versus final. */
export async function statusesBetween(
  db: Db,
  from: ReadPoint,
  to: ReadPoint,
  filter: AssessmentFilter = {},
): Promise<StatusChange[]> {
  const statuses = async (at: ReadPoint) =>
    new Map((await assessAll(db, at, filter)).map((a) => [a.targetId as string, a]));
  const [before, after] = [await statuses(from), await statuses(to)];
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((targetId) => ({ targetId, before: before.get(targetId) ?? null, after: after.get(targetId) ?? null }))
    .filter(({ before, after }) => displayed(before) !== displayed(after));
}

/** The parts of an assessment that pages display as its status. */
const displayed = (a: Assessment | null): string =>
  a === null
    ? ""
    : [a.class, a.reason, a.provisional, a.class === "met" && a.referenceDate > `${a.targetYear}-12-31`].join();
