import { setImmediate as nextTurn } from "node:timers/promises";
import { checkFigure } from "@moc2030/shared/entry/checks";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { type FigureKey, keyText, type PublishedFigure } from "@moc2030/shared/figure/figure";
import type { submission as submissionShape } from "@moc2030/shared/schema/submission";
import { and, asc, desc, eq, gt, isNotNull, ne, or } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "../db/database.ts";
import type { ItemRow } from "../db/work-schema.ts";
import { submission, submissionItem } from "../db/work-schema.ts";
import { Problem } from "../http/problem.ts";
import { inSlices } from "../http/slices.ts";
import { findFiles } from "./evidence/queries.ts";
import { countToMend } from "./import/rest.ts";
import { inputOf, proposedOf } from "./item-row.ts";
import { type CheckData, figureHistory, loadCheckData } from "./published.ts";
import { readersOfWaiting } from "./review/early-readers.ts";
import { listReviews } from "./review/history.ts";
import { countProposed, listProposed, showProposed } from "./statements/queries.ts";
import { shownSince, sinceHandedIn } from "./threads/handed-in.ts";
import { commentsByPart } from "./threads/queries.ts";
import { hiddenItemFilter, type Reader, WHOLE } from "./visibility.ts";

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

/** The submissions visible to someone, last changed first: their own, and submitted ones of others. */
export async function listSubmissions(
  db: Db,
  actor: { id: string },
  filter: { state?: SubmissionRow["state"]; mine?: boolean },
) {
  const counted = await db.all<{ id: number; items: number }>(
    "SELECT submission_id AS id, count(*) AS items FROM submission_item WHERE state <> 'removed' GROUP BY submission_id",
  );
  const counts = new Map(counted.map(({ id, items }) => [id, items]));
  const statements = await countProposed(db);
  const own = eq(submission.author, actor.id);
  const rows = await db.orm
    .select()
    .from(submission)
    .where(
      and(
        filter.mine ? own : or(own, isNotNull(submission.submittedAt)),
        filter.state ? eq(submission.state, filter.state) : undefined,
      ),
    )
    .orderBy(desc(submission.updatedAt), desc(submission.id))
    .limit(500);
  return rows.map((row) => summaryOf(row, counts.get(row.id) ?? 0, statements.get(row.id) ?? 0));
}

/** A proposal of someone for a figure, before its content is hidden. */
type Other = {
  submission: number;
  item: number;
  itemState: string;
  state: SubmissionRow["state"];
  author: string;
  authorName: string;
  value: string | null;
};
const OTHER = `s.id AS submission, s.state AS state, s.author AS author, s.author_name AS authorName, i.obs_value AS value, i.id AS item, i.state AS itemState`;
const UNDECIDED = `s.state IN ('draft', 'submitted', 'returned', 'scheduled')
  AND (i.state = 'open' OR (s.state = 'scheduled' AND i.state = 'approved'))`;

/** A proposal as shown to a reader; its value only if they may see it. */
async function shapeFor(db: Db, reader: Reader, others: readonly Other[]) {
  const isHidden = await hiddenItemFilter(
    db,
    reader,
    others.map(({ submission, state }) => ({ id: submission, state })),
  );
  return ({ submission, state, author, authorName, value, item, itemState }: Other) => {
    const hidden = isHidden({ id: submission, author, state }, { id: item, state: itemState });
    return { submission, state, author: { id: author, name: authorName }, value: hidden ? null : value, hidden };
  };
}

/** Undecided proposals for the country's figures, by indicator, compiler and year. */
export async function proposalsByFigure(db: Db, reader: Reader) {
  type Keyed = Other & Pick<FigureKey, "indicator" | "compiler" | "timePeriod">;
  const rows = await db.all<Keyed>(
    `SELECT i.indicator AS indicator, i.compiler AS compiler, i.time_period AS timePeriod, ${OTHER}
     FROM submission_item i JOIN submission s ON s.id = i.submission_id
     WHERE i.ref_area = '${COUNTRY}' AND ${UNDECIDED} ORDER BY s.id, i.id`,
  );
  const shape = await shapeFor(db, reader, rows);
  const byFigure = new Map<string, ReturnType<typeof shape>[]>();
  for (const row of rows) {
    const key = keyText({ ...row, refArea: COUNTRY });
    byFigure.set(key, [...(byFigure.get(key) ?? []), shape(row)]);
  }
  return (key: FigureKey) => byFigure.get(keyText(key)) ?? [];
}

/** Undecided proposals for a figure. */
export async function listOthers(db: Db, { indicator, compiler, refArea, timePeriod }: FigureKey, reader: Reader) {
  const others = await db.all<Other>(
    `SELECT ${OTHER} FROM submission_item i JOIN submission s ON s.id = i.submission_id
     WHERE i.indicator = @indicator AND i.compiler = @compiler AND i.ref_area = @refArea AND i.time_period = @timePeriod
       AND ${UNDECIDED} ORDER BY s.id`,
    { indicator, compiler, refArea, timePeriod },
  );
  return others.map(await shapeFor(db, reader, others));
}

/** Undecided proposals in other submissions for the figures of this one, by open item. */
async function othersByItem(db: Db, id: number, reader: Reader) {
  const rows = await db.all<Other & { own: number }>(
    `SELECT m.id AS own, ${OTHER} FROM submission_item m
     JOIN submission_item i ON i.indicator = m.indicator AND i.time_period = m.time_period AND i.ref_area = m.ref_area AND i.compiler = m.compiler
     JOIN submission s ON s.id = i.submission_id
     WHERE m.submission_id = @id AND m.state = 'open' AND s.id <> @id AND ${UNDECIDED} ORDER BY m.id, s.id`,
    { id },
  );
  const shape = await shapeFor(db, reader, rows);
  const byItem = new Map<number, ReturnType<typeof shape>[]>();
  for (const { own, ...other } of rows) byItem.set(own, [...(byItem.get(own) ?? []), shape(other)]);
  return byItem;
}

/** Checks successive slices of a submission's items; only open ones are checked. */
function checkerOf(checking: CheckData) {
  const seen = new Map<string, number>();
  const check = (item: ItemRow) => {
    const figure = proposedOf(item);
    const key = keyText(figure);
    const duplicateOf = seen.get(key) ?? null;
    if (item.state === "open" && duplicateOf === null) seen.set(key, item.id);
    const context = checking.context(figure, figure.source);
    const findings =
      item.state === "open"
        ? checkFigure(figure, { ...context, duplicateOf, today: checking.today })
        : { errors: [], warnings: [] };
    return { item, current: context.current, ...findings };
  };
  return async (items: readonly ItemRow[]) => {
    await checking.load(items);
    return items.map(check);
  };
}
type Checked = ReturnType<ReturnType<typeof checkerOf>>;

/** Items checked between two turns of the event loop. */
const SLICE = 200;

/** The findings for each open item. */
export async function findingsOf(items: readonly ItemRow[], checking: CheckData) {
  const check = checkerOf(checking);
  const found: Awaited<Checked> = [];
  await inSlices(items, SLICE, async (slice) => {
    found.push(...(await check(slice)));
  });
  return found;
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
  const checking = await loadCheckData(db, now);
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
  const removed = hidden || proposed.length > 0 ? [] : (earlier?.removed(shown.map((item) => item.id)) ?? []);
  return {
    ...summaryOf(row, shown.length, statements.length),
    toMend: await countToMend(db, id),
    statements,
    earlyReaders: await readersOfWaiting(db, id),
    items: shown,
    removed: removed.map((content) => JSON.parse(content)),
    reviews: await listReviews(db, id),
  };
}
