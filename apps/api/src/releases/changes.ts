import type { Assessment } from "@moc2030/shared/assessment";
import { COUNTRY } from "@moc2030/shared/country";
import type { Observation } from "@moc2030/shared/observation";
import type { Lang } from "@moc2030/shared/text";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import { columns, jsonRow } from "../observations/columns.ts";
import type { At } from "./at.ts";

type Revision = Omit<Observation, "freq" | "unitMeasure">;
/** A figure as it was and as it became; `old` is null for one that was not known before. */
export type FigureChange = { old: Revision | null; new: Revision };
/** A status as it was and as it became; null where the target was not yet, or is no longer, in force. */
export type StatusChange = { targetId: string; before: Assessment | null; after: Assessment | null };

const KEY = ["indicator", "compiler", "ref_area", "time_period"];
const key = (alias: string) => KEY.map((column) => `${alias}.${column}`).join(", ");
const same = (a: string, b: string) => KEY.map((column) => `${a}.${column} = ${b}.${column}`).join(" AND ");

/** The figures whose keys `news` selects with their `release_id`, each beside what it was in release `before`. */
function changes(db: Db, lang: Lang, news: string, before: string, parameters: Record<string, number>) {
  const row = jsonRow(columns(lang).filter((c) => !["freq", "unitMeasure"].includes(c.json)));
  const sql = `WITH n AS (${news}) SELECT n.release_id AS release,
    (SELECT ${row} FROM observation_revision r WHERE ${same("r", "n")} AND r.release_id = n.release_id) AS new,
    (SELECT ${row} FROM observation_revision r WHERE ${same("r", "n")} AND r.release_id <= ${before}
      ORDER BY r.release_id DESC LIMIT 1) AS old FROM n ORDER BY ${key("n")}`;
  const rows = prepared(db, sql).all({ ...parameters, decimals: "0" }) as {
    release: number;
    new: string;
    old: string | null;
  }[];
  return rows.map((r): FigureChange & { release: number } => ({
    release: r.release,
    old: r.old === null ? null : (JSON.parse(r.old) as Revision),
    new: JSON.parse(r.new) as Revision,
  }));
}

const bare = ({ old, new: now }: FigureChange): FigureChange => ({ old, new: now });

/** What one release changed, in every area. */
export function figuresOf(db: Db, id: number, lang: Lang): FigureChange[] {
  const news = `SELECT ${key("s")}, s.release_id FROM observation_revision s WHERE s.release_id = @id`;
  return changes(db, lang, news, "@id - 1", { id }).map(bare);
}

/** The country's figures that releases up to one brought or changed, each with its release. */
export function ownFiguresUpTo(db: Db, upto: number, lang: Lang) {
  const news = `SELECT ${key("s")}, s.release_id FROM observation_revision s WHERE s.ref_area = '${COUNTRY}' AND s.release_id <= @upto`;
  return changes(db, lang, news, "n.release_id - 1", { upto });
}

/** The country's figures that differ between two releases. */
export function figuresBetween(db: Db, after: number, upto: number, lang: Lang): FigureChange[] {
  const news = `SELECT ${key("s")}, max(s.release_id) AS release_id FROM observation_revision s
    WHERE s.ref_area = '${COUNTRY}' AND s.release_id > @after AND s.release_id <= @upto GROUP BY ${key("s")}`;
  return changes(db, lang, news, "@after", { after, upto })
    .map(bare)
    .filter(({ old, new: now }) => old === null || saysOtherwise(old, now));
}

/** Whether two versions of a figure say something else; another comment or source alone does not. */
const saysOtherwise = (a: Revision, b: Revision): boolean =>
  (["value", "valueLimit", "confidence", "rankPool"] as const).some((field) => a[field] !== b[field]) ||
  a.obsStatus.join() !== b.obsStatus.join();

/** The statuses that differ between two releases and days: another class, another reason, or final instead of provisional. */
export async function statusesBetween(db: Db, from: At, to: At): Promise<StatusChange[]> {
  const statuses = async (at: At) => new Map((await assessAll(db, at)).map((a) => [a.targetId as string, a]));
  const [old, now] = [await statuses(from), await statuses(to)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((targetId) => ({ targetId, before: old.get(targetId) ?? null, after: now.get(targetId) ?? null }))
    .filter(({ before, after }) => shown(before) !== shown(after));
}

/** Everything of an assessment that its word on the page depends on. */
const shown = (a: Assessment | null): string =>
  a === null
    ? ""
    : [a.class, a.reason, a.provisional, a.class === "met" && a.referenceDate > `${a.targetYear}-12-31`].join();
