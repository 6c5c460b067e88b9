import type { Lang } from "@moc2030/shared/text/lang";
import { asc, desc, eq, lte } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { release } from "../db/schema.ts";
import { statementName } from "../definitions/statement-name.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { readersOfRelease } from "../submissions/review/early-readers.ts";
import { type FigureChange, figuresBetween, ownFiguresOf, statusesBetween } from "./changes.ts";
import { type Outcome, outcomesOf, statusChanges } from "./outcome.ts";

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

const newestFirst = (db: Db, upto: number) =>
  db.orm.select().from(release).where(lte(release.id, upto)).orderBy(desc(release.id));

/**
 * The newest releases up to one, at most `limit`, newest first; of some indicators those that changed figures, targets or
 * words of targets of one of them.
 */
export async function newestReleases(db: Db, at: ReadPoint, limit: number, indicators?: readonly string[]) {
  const rows = newestFirst(db, at.release?.id ?? 0);
  if (!indicators) return rows.limit(limit);
  const all = await rows;
  const outcomes = await outcomesOf(db, all);
  return all.filter(({ id }) => outcomes.get(id)?.indicators.some((code) => indicators.includes(code))).slice(0, limit);
}

/** Every release up to one, newest first, in short: its day and the indicators that it changed. */
export async function releaseContents(db: Db, at: ReadPoint) {
  const rows = await newestFirst(db, at.release?.id ?? 0);
  const outcomes = await outcomesOf(db, rows);
  return rows.map(({ id, publishedAt }) => ({ id, publishedAt, indicators: outcomes.get(id)?.indicators ?? [] }));
}

/** Which part of the ledger: so many, of those before a release, among some. */
export type LedgerPart = { limit?: number | undefined; before?: number | undefined; ids?: number[] | undefined };

/** The ledger up to a release, newest first: counts, the country's figures old and new, status changes. */
export async function listReleases(db: Db, at: ReadPoint, lang: Lang, { limit, before, ids }: LedgerPart = {}) {
  const upto = Math.min(at.release?.id ?? 0, (before ?? Number.MAX_SAFE_INTEGER) - 1);
  const rows = (await newestFirst(db, upto)).filter(({ id }) => ids?.includes(id) ?? true).slice(0, limit);
  const outcomes = await outcomesOf(db, rows);
  const represented = await representedIn(db);
  const figures = new Map(rows.map(({ id }): [number, FigureChange[]] => [id, []]));
  for (const { release: id, ...change } of await ownFiguresOf(db, [...figures.keys()], lang))
    figures.get(id)?.push(change);
  return rows.map((row) => {
    const { observations, definitions, indicators, statuses } = outcomes.get(row.id) as Outcome;
    const counts = { observations, definitions, indicators };
    return { ...inLanguage(row, lang, represented), ...counts, figures: figures.get(row.id) ?? [], statuses };
  });
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

/** A release with what changed beside its figures; undefined if unknown. */
export async function findRelease(db: Db, id: number, lang: Lang) {
  const row = await db.orm.select().from(release).where(eq(release.id, id)).get();
  if (!row) return undefined;
  return {
    release: inLanguage(row, lang, await representedIn(db)),
    earlyReaders: await readersOfRelease(db, id),
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
