import { setImmediate as nextTurn } from "node:timers/promises";
import { checkFigure } from "@moc2030/shared/checks";
import { type FigureKey, keyText, type PublishedFigure } from "@moc2030/shared/figure";
import type { submission as submissionShape } from "@moc2030/shared/submission";
import { and, asc, desc, eq, gt, isNotNull, ne, or } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import { release } from "../db/schema.ts";
import { review, reviewItem, submission, submissionItem } from "../db/work-schema.ts";
import { findFiles } from "../evidence/queries.ts";
import { Problem } from "../http/problem.ts";
import { eachInSlices } from "../http/slices.ts";
import { readersOfWaiting } from "../reviews/early-readers.ts";
import { type ItemRow, inputOf, proposedOf } from "./item-row.ts";
import { type Checking, figureHistory, openChecking } from "./published.ts";
import { hidingFrom, type Reader } from "./visibility.ts";

export type SubmissionRow = typeof submission.$inferSelect;
type Submission = z.infer<typeof submissionShape>;

/** One submission's own row. */
export function findRow(db: Db, id: number): SubmissionRow {
  const row = db.orm.select().from(submission).where(eq(submission.id, id)).get();
  if (!row) throw new Problem("unknown-code", `No submission has the number ${id}.`);
  return row;
}

/** Items of a submission that have not been taken out, in the order in which they were added; of a large one a page: at most `most` after the item `after`. */
export const listItems = (db: Db, id: number, { after = 0, most = -1 } = {}): ItemRow[] =>
  db.orm
    .select()
    .from(submissionItem)
    .where(and(eq(submissionItem.submissionId, id), ne(submissionItem.state, "removed"), gt(submissionItem.id, after)))
    .orderBy(asc(submissionItem.id))
    .limit(most)
    .all();

const headOf = (row: SubmissionRow, items: number) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  title: row.title,
  author: { id: row.author, name: row.authorName },
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  submittedAt: row.submittedAt,
  items,
});

/** How many items a submission has that have not been taken out. */
export const countItems = (db: Db, id: number): number =>
  prepared(db, "SELECT count(*) FROM submission_item WHERE submission_id = ? AND state <> 'removed'")
    .pluck()
    .get(id) as number;

/** One submission without its items. */
export const findHeadOf = (db: Db, id: number) => headOf(findRow(db, id), countItems(db, id));

/** The submissions that somebody may see, newest change first: their own, and what others have handed in. */
export function listSubmissions(
  db: Db,
  actor: { id: string },
  filter: { state?: SubmissionRow["state"]; mine?: boolean },
) {
  const counts = new Map(
    db.reader
      .prepare("SELECT submission_id, count(*) FROM submission_item WHERE state <> 'removed' GROUP BY submission_id")
      .raw()
      .all() as [number, number][],
  );
  const own = eq(submission.author, actor.id);
  return db.orm
    .select()
    .from(submission)
    .where(
      and(
        filter.mine ? own : or(own, isNotNull(submission.submittedAt)),
        filter.state ? eq(submission.state, filter.state) : undefined,
      ),
    )
    .orderBy(desc(submission.updatedAt), desc(submission.id))
    .limit(500)
    .all()
    .map((row) => headOf(row, counts.get(row.id) ?? 0));
}

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

/** A proposal as a reader sees it: its value where they may see it. */
function shapeFor(db: Db, reader: Reader) {
  const isHidden = hidingFrom(db, reader);
  return ({ submission, state, author, authorName, value, item, itemState }: Other) => {
    const hidden = isHidden({ id: submission, author, state }, { id: item, state: itemState });
    return { submission, state, author: { id: author, name: authorName }, value: hidden ? null : value, hidden };
  };
}

/** Proposals for a figure that are not decided. */
export const listOthers = (db: Db, key: FigureKey, reader: Reader) =>
  (
    prepared(
      db,
      `SELECT ${OTHER} FROM submission_item i JOIN submission s ON s.id = i.submission_id
       WHERE i.indicator = ? AND i.compiler = ? AND i.ref_area = ? AND i.time_period = ? AND ${UNDECIDED} ORDER BY s.id`,
    ).all(key.indicator, key.compiler, key.refArea, key.timePeriod) as Other[]
  ).map(shapeFor(db, reader));

/** Proposals in other submissions for the figures of one, not decided, by its open item. */
function othersByItem(db: Db, id: number, reader: Reader) {
  const rows = prepared(
    db,
    `SELECT m.id AS own, ${OTHER} FROM submission_item m
     JOIN submission_item i ON i.indicator = m.indicator AND i.time_period = m.time_period AND i.ref_area = m.ref_area AND i.compiler = m.compiler
     JOIN submission s ON s.id = i.submission_id
     WHERE m.submission_id = @id AND m.state = 'open' AND s.id <> @id AND ${UNDECIDED} ORDER BY m.id, s.id`,
  ).all({ id }) as (Other & { own: number })[];
  const shape = shapeFor(db, reader);
  const byItem = new Map<number, ReturnType<typeof shape>[]>();
  for (const { own, ...other } of rows) byItem.set(own, [...(byItem.get(own) ?? []), shape(other)]);
  return byItem;
}

/** What the checks say of one item after another of a submission: of open ones alone. */
function checkerOf(checking: Checking) {
  const seen = new Map<string, number>();
  return (item: ItemRow) => {
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
}

/** So many items of a submission are looked at before others are answered. */
const SLICE = 200;

/** What the checks say of each open item. */
export async function findingsOf(items: readonly ItemRow[], checking: Checking) {
  const check = checkerOf(checking);
  const found: ReturnType<typeof check>[] = [];
  await eachInSlices(items, SLICE, (item) => found.push(check(item)));
  return found;
}

/** All reviews of a submission, oldest first, each with the release that came of it. */
function listReviews(db: Db, id: number): Submission["reviews"] {
  const rows = db.orm
    .select({ review, release: release.id })
    .from(review)
    .leftJoin(release, eq(release.reviewId, review.id))
    .where(eq(review.submissionId, id))
    .orderBy(asc(review.id))
    .all();
  return rows.map(({ review: r, release: published }) => ({
    id: r.id,
    reviewer: { id: r.reviewer, name: r.reviewerName },
    onBehalfOf: r.onBehalfOf === null ? null : { id: r.onBehalfOf, name: r.onBehalfOfName ?? "" },
    decision: r.decision,
    reason: r.reason,
    at: r.at,
    publishAt: r.publishAt,
    release: published,
    items: db.orm
      .select({ item: reviewItem.itemId, outcome: reviewItem.outcome })
      .from(reviewItem)
      .where(eq(reviewItem.reviewId, r.id))
      .all(),
  }));
}

/** What an item stands against: the figure that is published now, and once it is decided the one that its author saw. */
function publishedBefore(db: Db, item: ItemRow, now: PublishedFigure | null): Submission["items"][number]["current"] {
  const figure = item.state === "open" ? now : figureHistory(db, item).find((f) => f.release === item.baseRelease);
  return figure ? { ...figure, obsStatus: [...figure.obsStatus] } : null;
}

/** What a reader learns of an item whose content is kept from them: which figure it is, and how far it has come. */
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

/** A submission's own row, for who may read it: its author alone until it has been handed in; from then on colleagues see it, without the content of what is in its author's hands again or waits for its instant. */
export function findReadable(db: Db, actor: { id: string }, id: number): SubmissionRow {
  const row = findRow(db, id);
  if (row.author !== actor.id && row.submittedAt === null)
    throw new Problem("forbidden", "A draft is read by its author alone until it is submitted.");
  return row;
}

/** One submission with its items as they would be checked now, and its reviews, for who may read it. */
export async function findSubmission(db: Db, actor: { id: string }, id: number, now: Date): Promise<Submission> {
  const row = findReadable(db, actor, id);
  const checking = await openChecking(db, now);
  const reader = { id: actor.id, now };
  const isHidden = hidingFrom(db, reader);
  const others = othersByItem(db, id, reader);
  const check = checkerOf(checking);
  const shown: Submission["items"] = [];
  const show = (one: ItemRow) => {
    const { item, current, ...found } = check(one);
    const hidden = isHidden(row, item);
    const { errors, warnings } = hidden ? { errors: [], warnings: [] } : found;
    shown.push({
      ...(hidden ? withoutContent(item) : inputOf(item)),
      hidden,
      files: hidden ? [] : findFiles(db, JSON.parse(item.evidence)),
      id: item.id,
      baseRelease: item.baseRelease,
      pair: item.pair,
      state: item.state as "open",
      current: publishedBefore(db, item, current),
      moved: item.state === "open" && (current?.release ?? null) !== item.baseRelease,
      errors: errors.map((e) => ({ ...e, values: { ...e.values } })),
      warnings: warnings.map((w) => ({ ...w, values: { ...w.values } })),
      others: hidden ? [] : (others.get(item.id) ?? []),
    });
  };
  for (let page = listItems(db, id, { most: SLICE }); page.length > 0; await nextTurn()) {
    for (const item of page) show(item);
    page = listItems(db, id, { after: page.at(-1)?.id ?? 0, most: SLICE });
  }
  return {
    ...headOf(row, shown.length),
    earlyReaders: readersOfWaiting(db, id),
    items: shown,
    reviews: listReviews(db, id),
  };
}
