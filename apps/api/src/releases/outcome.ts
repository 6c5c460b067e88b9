import { METHOD_VERSION } from "@moc2030/shared/assess/assess";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { release, releaseOutcome } from "../db/schema.ts";
import { isInList, jsonField } from "../db/sqlite/sql.ts";
import { type StatusChange, statusesBetween } from "./changes.ts";

type ReleaseRef = Pick<typeof release.$inferSelect, "id" | "publishedAt">;

/** Kinds of definitions that any status may depend on. */
const SHARED = ["area", "document"];

/** Indicators with a changed definition or figure, or with a changed target, by release. */
const TOUCHED = `SELECT indicator FROM observation_revision WHERE release_id = @id
  UNION SELECT id FROM definition_revision WHERE kind = 'indicator' AND release_id = @id
  UNION SELECT ${jsonField("t.body", "'indicator'")} FROM definition_revision n JOIN definition_revision t
    ON t.kind = 'target' AND t.id = n.id AND t.body IS NOT NULL WHERE n.kind = 'target' AND n.release_id = @id`;

/** The indicators whose statuses a release may have changed; undefined for all. */
async function touchedBy(db: Db, id: number): Promise<string[] | undefined> {
  const shared = `SELECT id FROM definition_revision WHERE release_id = @id AND ${isInList("kind", "shared")} LIMIT 1`;
  if (await db.one(shared, { id, shared: JSON.stringify(SHARED) })) return undefined;
  return (await db.all<{ indicator: string }>(TOUCHED, { id })).map(({ indicator }) => indicator);
}

/** Status changes of a release, assessed on its day with the data before and after it. */
export async function statusChanges(db: Db, ref: ReleaseRef): Promise<StatusChange[]> {
  const referenceDate = dayInVietNam(new Date(ref.publishedAt));
  const before = ref.id === 1 ? null : { ...ref, id: ref.id - 1 };
  const indicator = await touchedBy(db, ref.id);
  return statusesBetween(db, { release: before, referenceDate }, { release: ref, referenceDate }, { indicator });
}

/** An assessment in the form of the ledger. */
const brief = (a: Assessment | null) =>
  a && {
    indicator: a.indicator,
    targetYear: a.targetYear,
    class: a.class,
    reason: a.reason,
    provisional: a.provisional,
    latest: a.latest,
    group: a.group,
    last: a.last,
    referenceDate: a.referenceDate,
    base: a.base,
  };
type BriefChange = { targetId: string; before: ReturnType<typeof brief>; after: ReturnType<typeof brief> };

/** What a release changed: how many figures and texts, of which indicators, and which statuses, in short. */
export type Outcome = { observations: number; definitions: number; indicators: string[]; statuses: BriefChange[] };

/** Indicators with changed figures, targets or words of targets. */
const INDICATORS = `SELECT indicator FROM observation_revision WHERE release_id = @id
  UNION SELECT ${jsonField("body", "'indicator'")} FROM definition_revision
    WHERE kind = 'target' AND body IS NOT NULL AND release_id = @id
  UNION SELECT ${jsonField("t.body", "'indicator'")} FROM definition_revision s
    JOIN definition_revision t ON t.kind = 'target' AND s.id = 'verbatim/' || t.id AND t.body IS NOT NULL
    WHERE s.kind = 'statement' AND s.release_id = @id
  ORDER BY 1`;

/** Computes the outcome of a release. */
export async function outcomeOf(db: Db, ref: ReleaseRef): Promise<Outcome> {
  const { id } = ref;
  const rowsIn = async (table: string) =>
    (await db.one<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE release_id = @id`, { id }))?.n ?? 0;
  return {
    observations: await rowsIn("observation_revision"),
    definitions: await rowsIn("definition_revision"),
    indicators: (await db.all<{ indicator: string }>(INDICATORS, { id })).map(({ indicator }) => indicator),
    statuses: (await statusChanges(db, ref)).map(({ targetId, before, after }) => ({
      targetId,
      before: brief(before),
      after: brief(after),
    })),
  };
}

/** The outcomes of releases, as kept, or computed where none of this version of the method is. */
export async function outcomesOf(db: Db, refs: readonly ReleaseRef[]): Promise<Map<number, Outcome>> {
  const sql = `SELECT release_id AS id, body FROM release_outcome WHERE method_version = @version AND ${isInList("release_id", "ids")}`;
  const ids = JSON.stringify(refs.map(({ id }) => id));
  const kept = await db.all<{ id: number; body: string }>(sql, { version: METHOD_VERSION, ids });
  const outcomes = new Map(kept.map(({ id, body }) => [id, JSON.parse(body) as Outcome]));
  for (const ref of refs)
    if (!outcomes.has(ref.id))
      outcomes.set(ref.id, await db.remember(`outcome of release ${ref.id}`, () => outcomeOf(db, ref)));
  return outcomes;
}

/** Keeps the outcomes that are missing or of another version of the method, one after another. */
export async function keepOutcomes(db: Db): Promise<void> {
  const open = await db.orm
    .select({ id: release.id, publishedAt: release.publishedAt })
    .from(release)
    .leftJoin(releaseOutcome, eq(releaseOutcome.releaseId, release.id))
    .where(or(isNull(releaseOutcome.releaseId), ne(releaseOutcome.methodVersion, METHOD_VERSION)))
    .orderBy(release.id);
  for (const ref of open) {
    const [kept] = (await outcomesOf(db, [ref])).values();
    const values = { methodVersion: METHOD_VERSION, body: JSON.stringify(kept) };
    await db.orm
      .insert(releaseOutcome)
      .values({ releaseId: ref.id, ...values })
      .onConflictDoUpdate({ target: releaseOutcome.releaseId, set: values });
  }
}

/** The first outcome that is kept otherwise than it is computed. */
export async function findChangedOutcome(db: Db): Promise<string | null> {
  const kept = await db.orm
    .select({ id: release.id, publishedAt: release.publishedAt, body: releaseOutcome.body })
    .from(releaseOutcome)
    .innerJoin(release, eq(releaseOutcome.releaseId, release.id))
    .where(and(eq(releaseOutcome.methodVersion, METHOD_VERSION)))
    .orderBy(release.id);
  for (const { body, ...ref } of kept)
    if (JSON.stringify(await outcomeOf(db, ref)) !== body) return `release_outcome ${ref.id}: is not what was computed`;
  return null;
}
