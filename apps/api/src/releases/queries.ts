import type { Assessment } from "@moc2030/shared/schema/assessment";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import { asc, desc, eq, lte } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { release } from "../db/schema.ts";
import { jsonField } from "../db/sqlite/sql.ts";
import { statementName } from "../definitions/statement-name.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { readersOfRelease } from "../submissions/review/early-readers.ts";
import { figuresBetween, figuresOf, ownFiguresUpTo, statusesBetween } from "./changes.ts";

type ReleaseRow = typeof release.$inferSelect;

/** By release, the reviewer represented by the delegate who approved it. */
async function representedIn(db: Db): Promise<Map<number, string>> {
  const rows = await db.all<{ id: number; name: string }>(
    `SELECT l.id, r.on_behalf_of_name AS name FROM release l JOIN review r ON r.id = l.review_id
     WHERE r.on_behalf_of_name IS NOT NULL`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const inLanguage = (row: ReleaseRow, lang: Lang, represented: ReadonlyMap<number, string>) => ({
  id: row.id,
  publishedAt: row.publishedAt,
  origin: row.origin,
  /** Reconstructed from publication dates when the database was first filled. */
  reconstructed: row.origin === "seed",
  reason: lang === "en" ? row.reasonEn : row.reasonVi,
  enteredBy: row.enteredBy,
  approvedBy: row.approvedBy,
  approvedOnBehalfOf: represented.get(row.id) ?? null,
});

/** Status changes of a release, assessed on its day with the data before and after it. */
export function statusChanges(db: Db, ref: Pick<ReleaseRow, "id" | "publishedAt">) {
  const referenceDate = dayInVietNam(new Date(ref.publishedAt));
  const before = ref.id === 1 ? null : { ...ref, id: ref.id - 1 };
  return statusesBetween(db, { release: before, referenceDate }, { release: ref, referenceDate });
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

/** Status changes of a release in short form; cached, because releases are immutable. */
const briefStatuses = (db: Db, ref: ReleaseRow): Promise<BriefChange[]> =>
  db.remember(`statuses changed by ${ref.id}`, async () =>
    (await statusChanges(db, ref)).map(({ targetId, before, after }) => ({
      targetId,
      before: brief(before),
      after: brief(after),
    })),
  );

/** The indicators with changed figures, targets or words of targets, by release. */
async function indicatorsByRelease(db: Db, upto: number): Promise<Map<number, string[]>> {
  const rows = await db.all<{ id: number; indicator: string }>(
    `SELECT release_id AS id, indicator FROM observation_revision WHERE release_id <= @upto
     UNION SELECT release_id, ${jsonField("body", "'indicator'")} FROM definition_revision
       WHERE kind = 'target' AND body IS NOT NULL AND release_id <= @upto
     UNION SELECT s.release_id, ${jsonField("t.body", "'indicator'")} FROM definition_revision s
       JOIN definition_revision t ON t.kind = 'target' AND s.id = 'verbatim/' || t.id AND t.body IS NOT NULL
       WHERE s.kind = 'statement' AND s.release_id <= @upto
     ORDER BY 1, 2`,
    { upto },
  );
  const byRelease = new Map<number, string[]>();
  for (const { id, indicator } of rows) byRelease.set(id, [...(byRelease.get(id) ?? []), indicator]);
  return byRelease;
}

/**
 * The newest releases up to one, at most `limit`, newest first; of some indicators those that changed figures, targets or
 * words of targets of one of them.
 */
export async function newestReleases(db: Db, at: ReadPoint, limit: number, indicators?: readonly string[]) {
  const upto = at.release?.id ?? 0;
  const changed = await indicatorsByRelease(db, upto);
  const rows = await db.orm.select().from(release).where(lte(release.id, upto)).orderBy(desc(release.id));
  const asked = rows.filter(({ id }) => !indicators || changed.get(id)?.some((code) => indicators.includes(code)));
  return asked.slice(0, limit);
}

/**
 * The ledger up to a release, newest first, at most `limit` entries: counts, the country's figures old and new, status
 * changes.
 */
export async function listReleases(db: Db, at: ReadPoint, lang: Lang, limit = Number.MAX_SAFE_INTEGER) {
  const upto = at.release?.id;
  if (upto === undefined) return [];
  const counts = async (table: string) => {
    const sql = `SELECT release_id AS id, count(*) AS rows FROM ${table} GROUP BY release_id`;
    return new Map((await db.all<{ id: number; rows: number }>(sql)).map(({ id, rows }) => [id, rows]));
  };
  const [observations, definitions] = [await counts("observation_revision"), await counts("definition_revision")];
  const indicators = await indicatorsByRelease(db, upto);
  const figures = await ownFiguresUpTo(db, upto, lang);
  const represented = await representedIn(db);
  const newest = db.orm.select().from(release).where(lte(release.id, upto)).orderBy(desc(release.id)).limit(limit);
  const entries = [];
  for (const row of await newest)
    entries.push({
      ...inLanguage(row, lang, represented),
      observations: observations.get(row.id) ?? 0,
      definitions: definitions.get(row.id) ?? 0,
      indicators: indicators.get(row.id) ?? [],
      figures: figures.filter((r) => r.release === row.id).map(({ old, new: now }) => ({ old, new: now })),
      statuses: await briefStatuses(db, row),
    });
  return entries;
}

/** The name of a definition in the lists of a release. */
function nameOf(body: Record<string, unknown>, id: string, lang: Lang): string {
  const text = body.name ?? body.title ?? body.wording ?? body.quote;
  if (typeof text === "string") return text;
  const { vi, en } = (text ?? {}) as { vi?: string | null; en?: string | null };
  return (lang === "vi" ? vi : null) ?? en ?? id;
}

/** Definitions that a release added, changed or withdrew; withdrawn ones under their last name. */
async function definitionsOf(db: Db, id: number, lang: Lang) {
  type Row = { kind: string; id: string; body: string | null; before: string | null };
  const rows = await db.all<Row>(
    `SELECT n.kind, n.id, n.body, (SELECT o.body FROM definition_revision o
       WHERE o.kind = n.kind AND o.id = n.id AND o.release_id < n.release_id AND o.body IS NOT NULL
       ORDER BY o.release_id DESC LIMIT 1) AS before
     FROM definition_revision n WHERE n.release_id = @id ORDER BY n.kind, n.id`,
    { id },
  );
  return Promise.all(
    rows.map(async ({ kind, id: definition, body, before }) => {
      const known = JSON.parse(body ?? before ?? "{}");
      return {
        kind,
        id: definition,
        name: kind === "statement" ? await statementName(db, known, lang, id) : nameOf(known, definition, lang),
        change: body === null ? ("withdrawn" as const) : before === null ? ("added" as const) : ("revised" as const),
      };
    }),
  );
}

/** A release with all its changes, old and new; undefined if unknown. */
export async function findRelease(db: Db, id: number, lang: Lang) {
  const row = await db.orm.select().from(release).where(eq(release.id, id)).get();
  if (!row) return undefined;
  return {
    release: inLanguage(row, lang, await representedIn(db)),
    earlyReaders: await readersOfRelease(db, id),
    observations: await figuresOf(db, id, lang),
    definitions: await definitionsOf(db, id, lang),
    statuses: await statusChanges(db, row),
  };
}

/** Differences between two days: the country's figures, statuses, and the releases in between. */
export async function compareDays(db: Db, from: ReadPoint, to: ReadPoint, lang: Lang) {
  if (!to.release) return { items: [], statuses: [], releases: [] };
  const items = await figuresBetween(db, from.release?.id ?? 0, to.release.id, lang);
  const rows = await db.orm.select().from(release).where(lte(release.id, to.release.id)).orderBy(asc(release.id));
  const represented = await representedIn(db);
  return {
    items,
    statuses: await statusesBetween(db, from, to),
    releases: rows.filter((row) => row.id > (from.release?.id ?? 0)).map((row) => inLanguage(row, lang, represented)),
  };
}
