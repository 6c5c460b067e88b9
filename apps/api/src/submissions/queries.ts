import { setImmediate as nextTurn } from "node:timers/promises";
import type { PublishedFigure } from "@moc2030/shared/figure/figure";
import type { submission as submissionShape } from "@moc2030/shared/schema/submission";
import { and, asc, desc, eq, gt, inArray, isNotNull, ne, or } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "../db/database.ts";
import type { ItemRow } from "../db/work/submissions.ts";
import { submission, submissionItem } from "../db/work/submissions.ts";
import { Problem } from "../http/problem.ts";
import { findFiles } from "./evidence/queries.ts";
import { type Checked, checkerOf, SLICE } from "./findings.ts";
import { countToMend } from "./import/rest.ts";
import { inputOf } from "./item-row.ts";
import { othersByItem } from "./proposals.ts";
import { figureHistory, loadCheckData } from "./published.ts";
import { readersOfWaiting } from "./review/early-readers.ts";
import { listReviews } from "./review/history.ts";
import { countProposed, listProposed, showProposed } from "./statements/queries.ts";
import { ANSWERED, findUnanswered } from "./threads/answers.ts";
import { shownSince, sinceHandedIn } from "./threads/handed-in.ts";
import { commentsByPart, countUnanswered } from "./threads/queries.ts";
import { hiddenItemFilter, WHOLE } from "./visibility.ts";

export type SubmissionRow = typeof submission.$inferSelect;
type Submission = z.infer<typeof submissionShape>;
/** Maximum number of figures in a submission. */
export const MAX_ITEMS = 20_000;

export async function findRow(db: Db, id: number): Promise<SubmissionRow> {
  const row = await db.orm.select().from(submission).where(eq(submission.id, id)).get();
  if (!row) throw new Problem("unknown-code", `No submission has the number ${id}.`);
  return row;
}

/** The items of a submission in order, without removed ones; paged by `after` and `limit`. */
export async function listItems(db: Db, id: number, { after = 0, limit = MAX_ITEMS } = {}): Promise<ItemRow[]> {
  return db.orm
    .select()
    .from(submissionItem)
    .where(and(eq(submissionItem.submissionId, id), ne(submissionItem.state, "removed"), gt(submissionItem.id, after)))
    .orderBy(asc(submissionItem.id))
    .limit(limit);
}

const summaryOf = (row: SubmissionRow, items: number, statements: number) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  title: row.title,
  author: { id: row.author, name: row.authorName },
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  submittedAt: row.submittedAt,
  items,
  statements,
});

/** The number of items, without removed ones. */
export const countItems = (db: Db, id: number): Promise<number> =>
  db.orm.$count(submissionItem, and(eq(submissionItem.submissionId, id), ne(submissionItem.state, "removed")));

/** A submission without its items. */
export const findSummary = async (db: Db, id: number) =>
  summaryOf(await findRow(db, id), await countItems(db, id), (await listProposed(db, id)).length);

/** The scheduled submissions that somebody is named to read early, whether or not their time has come. */
async function readsEarly(db: Db, staff: string): Promise<number[]> {
  const rows = await db.all<{ id: number }>(
    `SELECT DISTINCT s.submission_id AS id FROM schedule s JOIN early_reader e ON e.review_id = s.review_id
     WHERE s.state = 'waiting' AND e.staff = @staff`,
    { staff },
  );
  return rows.map(({ id }) => id);
}

/** The submissions visible to someone, last changed first: their own, and submitted ones of others. */
export async function listSubmissions(
  db: Db,
  actor: { id: string },
  filter: { state?: SubmissionRow["state"]; mine?: boolean; early?: boolean },
) {
  const counted = await db.all<{ id: number; items: number }>(
    "SELECT submission_id AS id, count(*) AS items FROM submission_item WHERE state <> 'removed' GROUP BY submission_id",
  );
  const counts = new Map(counted.map(({ id, items }) => [id, items]));
  const statements = await countProposed(db);
  const asked = await countUnanswered(db, actor.id);
  const own = eq(submission.author, actor.id);
  const rows = await db.orm
    .select()
    .from(submission)
    .where(
      and(
        filter.mine ? own : or(own, isNotNull(submission.submittedAt)),
        filter.early ? inArray(submission.id, await readsEarly(db, actor.id)) : undefined,
        filter.state ? eq(submission.state, filter.state) : undefined,
      ),
    )
    .orderBy(desc(submission.updatedAt), desc(submission.id))
    .limit(500);
  return rows.map((row) => ({
    ...summaryOf(row, counts.get(row.id) ?? 0, statements.get(row.id) ?? 0),
    asked: asked.get(row.id) ?? 0,
  }));
}

/** The published figure to compare an item with: the current one, or once decided, the one its author saw. */
async function publishedBefore(
  db: Db,
  item: ItemRow,
  now: PublishedFigure | null,
): Promise<Submission["items"][number]["current"]> {
  const figure =
    item.state === "open" ? now : (await figureHistory(db, item)).find((f) => f.release === item.baseRelease);
  return figure ? { ...figure, obsStatus: [...figure.obsStatus] } : null;
}

/** The part of an item that is not confidential: which figure it is, and its state. */
const withoutContent = (item: ItemRow) => ({
  ...inputOf(item),
  kind: "enter" as const,
  value: null,
  valueLimit: null,
  obsStatus: [],
  confidence: "sourced" as const,
  rankPool: null,
  source: null,
  newSource: null,
  edition: null,
  published: null,
  obsComVi: null,
  obsComEn: null,
  reason: null,
  reasonText: null,
  confirmation: null,
  place: null,
  evidence: [],
});

/**
 * A submission's row, if the reader may see it: drafts are private; submitted ones are visible to colleagues, without
 * content while returned, withdrawn or under embargo.
 */
export async function findReadable(db: Db, actor: { id: string }, id: number): Promise<SubmissionRow> {
  const row = await findRow(db, id);
  if (row.author !== actor.id && row.submittedAt === null)
    throw new Problem("forbidden", "A draft is read by its author alone until it is submitted.");
  return row;
}

/** A submission with its items, current findings and reviews, as visible to the reader. */
export async function findSubmission(db: Db, actor: { id: string }, id: number, now: Date): Promise<Submission> {
  const row = await findReadable(db, actor, id);
  const checking = await loadCheckData(db, now, row.author);
  const reader = { id: actor.id, now };
  const isHidden = await hiddenItemFilter(db, reader, [row]);
  const others = await othersByItem(db, id, reader);
  const check = checkerOf(checking);
  const [threadOf, earlier] = [await commentsByPart(db, id), await sinceHandedIn(db, id)];
  const shown: Submission["items"] = [];
  const show = async ({ item, current, ...found }: Awaited<Checked>[number]) => {
    const hidden = isHidden(row, item);
    const { errors, warnings } = hidden ? { errors: [], warnings: [] } : found;
    shown.push({
      ...(hidden ? withoutContent(item) : inputOf(item)),
      hidden,
      files: hidden ? [] : await findFiles(db, JSON.parse(item.evidence)),
      id: item.id,
      baseRelease: item.baseRelease,
      pair: item.pair,
      state: item.state as "open",
      current: await publishedBefore(db, item, current),
      moved: item.state === "open" && (current?.release ?? null) !== item.baseRelease,
      errors: errors.map((e) => ({ ...e, values: { ...e.values } })),
      warnings: warnings.map((w) => ({ ...w, values: { ...w.values } })),
      others: hidden ? [] : (others.get(item.id) ?? []),
      ...shownSince(hidden ? null : (earlier?.item(item) ?? null)),
      comments: hidden ? [] : threadOf(item.id),
    });
  };
  for (let page = await listItems(db, id, { limit: SLICE }); page.length > 0; await nextTurn()) {
    for (const one of await check(page)) await show(one);
    page = await listItems(db, id, { after: page.at(-1)?.id ?? 0, limit: SLICE });
  }
  const hidden = isHidden(row, WHOLE);
  const open = ["draft", "submitted", "returned"].includes(row.state);
  const proposed = await listProposed(db, id);
  const statements = (await showProposed(db, id, { hidden, open })).map((one, index) => ({
    ...one,
    since: shownSince(hidden || !proposed[index] ? null : (earlier?.statement(proposed[index]) ?? null)).since,
    comments: hidden ? [] : threadOf(one.id),
  }));
  const kept = new Map(shown.map((item) => [item.id, item.hidden]));
  const removed = hidden || proposed.length > 0 ? [] : (earlier?.removed(shown.map((item) => item.id)) ?? []);
  return {
    ...summaryOf(row, shown.length, statements.length),
    toMend: await countToMend(db, id),
    unanswered:
      row.author === actor.id && row.state === "returned"
        ? await findUnanswered(db, row, await listItems(db, id), proposed)
        : ANSWERED,
    statements,
    earlyReaders: await readersOfWaiting(db, id),
    items: shown,
    removed: removed.map((content) => JSON.parse(content)),
    reviews: await listReviews(
      db,
      id,
      actor.id,
      (item) => kept.get(item) ?? hidden,
      hidden || shown.some((item) => item.hidden),
    ),
  };
}
