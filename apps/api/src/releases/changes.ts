import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Lang } from "@moc2030/shared/text/lang";
import { type AssessmentFilter, assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/database.ts";
import { columnsFor } from "../downloads/rows.ts";
import { jsonRow } from "../observations/columns.ts";
import { type FigureFilter, figureParams, figuresSql, KEY_COLUMNS, seriesOf } from "../observations/figures-at.ts";
import type { ReadPoint } from "../observations/read-point.ts";

type Revision = Omit<Observation, "freq" | "unitMeasure">;
/** A changed figure; `old` is null for a new one. */
export type FigureChange = { old: Revision | null; new: Revision };
/** A changed status; null where the target was not in force. */
export type StatusChange = { targetId: string; before: Assessment | null; after: Assessment | null };

/** Revisions up to a release, each with the same figure as of the release in the SQL expression `before`. */
async function changes(db: Db, lang: Lang, release: number, filter: FigureFilter, before = "n.release_id - 1") {
  const row = jsonRow(columnsFor({ lang }).filter((c) => !["freq", "unitMeasure"].includes(c.json)));
  const old = figuresSql(
    `${row} AS json`,
    {},
    { release: before, and: KEY_COLUMNS.map((column) => `r.${column} = n.${column}`) },
  );
  const selected = `${KEY_COLUMNS.map((column) => `r.${column} AS ${column}`).join(", ")}, r.release_id AS release_id, ${row} AS new`;
  const sql = `SELECT release_id AS release, new, (SELECT json FROM (${old})) AS old FROM (${figuresSql(selected, filter)}) n`;
  type Row = { release: number; new: string; old: string | null };
  const rows = await db.all<Row>(sql, { ...figureParams(release, filter), decimals: "0" });
  return rows.map((r): FigureChange & { release: number } => ({
    release: r.release,
    old: r.old === null ? null : (JSON.parse(r.old) as Revision),
    new: JSON.parse(r.new) as Revision,
  }));
}

const withoutRelease = ({ old, new: next }: FigureChange): FigureChange => ({ old, new: next });

/** Changes of a release, in all areas. */
export const figuresOf = async (db: Db, id: number, lang: Lang): Promise<FigureChange[]> =>
  (await changes(db, lang, id, { after: id - 1, history: true })).map(withoutRelease);

/** The country's changed figures in some releases, each with its release. */
export const ownFiguresOf = async (db: Db, among: readonly number[], lang: Lang) =>
  changes(db, lang, Math.max(0, ...among), { ...(await seriesOf(db)), refArea: COUNTRY, history: true, among });

/** The country's figures that differ between two releases. */
export const figuresBetween = async (db: Db, after: number, upto: number, lang: Lang): Promise<FigureChange[]> =>
  (await changes(db, lang, upto, { ...(await seriesOf(db)), refArea: COUNTRY, after }, "@after"))
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
