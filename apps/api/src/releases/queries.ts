import type { AssessmentClass, Reason } from "@moc2030/shared/assessment";
import { dayInVietNam } from "@moc2030/shared/date";
import type { Lang } from "@moc2030/shared/text";
import { asc, eq, lte } from "drizzle-orm";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/open.ts";
import { release } from "../db/schema.ts";
import { columns, jsonRow } from "../observations/columns.ts";
import type { At } from "./at.ts";

const inLanguage = (row: typeof release.$inferSelect, lang: Lang) => ({
  id: row.id,
  publishedAt: row.publishedAt,
  origin: row.origin,
  /** Rebuilt from the source's own date of publication when the database was first filled. */
  reconstructed: row.origin === "seed",
  reason: lang === "en" ? row.reasonEn : row.reasonVi,
  enteredBy: row.enteredBy,
  approvedBy: row.approvedBy,
});

/** The ledger up to a release, newest first, with how many observations and definitions each changed. */
export async function listReleases(db: Db, at: At, lang: Lang) {
  if (!at.release) return [];
  const counts = (table: string) =>
    new Map(
      db.reader.prepare(`SELECT release_id, count(*) FROM ${table} GROUP BY release_id`).raw().all() as [
        number,
        number,
      ][],
    );
  const [observations, definitions] = [counts("observation_revision"), counts("definition_revision")];
  const rows = db.orm.select().from(release).where(lte(release.id, at.release.id)).orderBy(asc(release.id)).all();
  return rows
    .map((row) => ({
      ...inLanguage(row, lang),
      observations: observations.get(row.id) ?? 0,
      definitions: definitions.get(row.id) ?? 0,
    }))
    .reverse();
}

type Status = { class: AssessmentClass; reason: Reason | null } | null;

/** The assessments that a release changed: judged on its own day, with the data before it and with its own. */
async function statusChanges(db: Db, ref: { id: number; publishedAt: string }) {
  const referenceDate = dayInVietNam(new Date(ref.publishedAt));
  const before = ref.id === 1 ? null : { ...ref, id: ref.id - 1 };
  const status = async (at: At) =>
    new Map(
      (await assessAll(db, at)).map((a) => [
        a.targetId as string,
        { class: a.class, reason: a.reason } satisfies Status,
      ]),
    );
  const [old, now] = [await status({ release: before, referenceDate }), await status({ release: ref, referenceDate })];
  return [...now]
    .map(([targetId, after]) => ({ targetId, before: (old.get(targetId) ?? null) as Status, after }))
    .filter(({ before: b, after: a }) => b?.class !== a.class || b?.reason !== a.reason);
}

/** One release: what changed, old and new, and which statuses changed with it. Undefined where there is none. */
export async function findRelease(db: Db, id: number, lang: Lang) {
  const row = db.orm.select().from(release).where(eq(release.id, id)).get();
  if (!row) return undefined;
  const list = columns(lang).filter((c) => !["freq", "unitMeasure"].includes(c.json));
  const key = "indicator, compiler, ref_area, time_period";
  const changed = db.reader
    .prepare(
      `WITH new AS (SELECT * FROM observation_revision WHERE release_id = @id),
       old AS (SELECT o.*, max(o.release_id) FROM new JOIN observation_revision o USING (${key}) WHERE o.release_id < @id GROUP BY ${key})
       SELECT ${jsonRow(list)} AS new,
         (SELECT ${jsonRow(list)} FROM old r WHERE (${key
           .split(", ")
           .map((k) => `r.${k} = n.${k}`)
           .join(" AND ")})) AS old
       FROM new r JOIN new n USING (${key}) ORDER BY ${key}`,
    )
    .all({ id, decimals: "0" }) as { new: string; old: string | null }[];
  const definitions = db.reader
    .prepare(
      `SELECT kind, id, body IS NULL AS withdrawn, EXISTS (SELECT 1 FROM definition_revision o WHERE o.kind = n.kind AND o.id = n.id AND o.release_id < n.release_id) AS revised
       FROM definition_revision n WHERE release_id = ? ORDER BY kind, id`,
    )
    .all(id) as { kind: string; id: string; withdrawn: number; revised: number }[];
  return {
    release: inLanguage(row, lang),
    observations: changed.map((c) => ({ old: c.old && JSON.parse(c.old), new: JSON.parse(c.new) })),
    definitions: definitions.map((x) => ({
      kind: x.kind,
      id: x.id,
      change: x.withdrawn ? ("withdrawn" as const) : x.revised ? ("revised" as const) : ("added" as const),
    })),
    statuses: await statusChanges(db, { id: row.id, publishedAt: row.publishedAt }),
  };
}
