import type { SubmissionState } from "@moc2030/shared/submission";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";

/** Who reads, and when: an embargo opens to those on its list hour by hour. */
export type Reader = { readonly id: string; readonly now: Date };

/** Early readers see a scheduled publication this long before its instant, at most. */
const EARLY_MS = 24 * 3_600_000;

/** When somebody on the list of a publication may first see it: a day before its instant, or when they were named, if that is later. */
export const earlyFrom = (publishAt: string, addedAt: string): string => {
  const opens = new Date(Date.parse(publishAt) - EARLY_MS).toISOString();
  return opens > addedAt ? opens : addedAt;
};

/** The items of a submission that a release has brought already. */
export const publishedItems = (db: Db, submission: number): number[] =>
  db.reader
    .prepare(
      "SELECT d.item_id FROM review_item d JOIN release l ON l.review_id = d.review_id JOIN review r ON r.id = d.review_id WHERE r.submission_id = ? AND d.outcome = 'approve'",
    )
    .pluck()
    .all(submission) as number[];

/** Whether somebody reads what waits for its instant: who approved it, in whose place that was, and the early readers in their time. */
function readsEmbargo(db: Db, submission: number, { id, now }: Reader): boolean {
  const waiting = db.reader
    .prepare(
      `SELECT s.publish_at AS publishAt, s.review_id AS review, r.reviewer = @id OR r.on_behalf_of IS @id AS approved
       FROM schedule s JOIN review r ON r.id = s.review_id WHERE s.submission_id = @submission AND s.state = 'waiting'`,
    )
    .get({ id, submission }) as { publishAt: string; review: number; approved: number } | undefined;
  if (!waiting) return false;
  if (waiting.approved) return true;
  const named = db.reader
    .prepare("SELECT min(added_at) FROM early_reader WHERE review_id = ? AND staff = ?")
    .pluck()
    .get(waiting.review, id) as string | null;
  return named !== null && earlyFrom(waiting.publishAt, named) <= now.toISOString();
}

/**
 * What is kept from a reader: the content of other people's drafts, of what went back to them or was withdrawn, and of
 * what waits for its instant. That somebody works on a figure, who, and in which state, is for everybody.
 */
export function hidingFrom(db: Db, reader: Reader) {
  const embargoes = new Map<number, (item: number) => boolean>();
  const underEmbargo = (submission: number) => {
    const known = embargoes.get(submission);
    if (known) return known;
    const published = new Set(publishedItems(db, submission));
    const isClosed = !readsEmbargo(db, submission, reader);
    const hides = (item: number) => isClosed && !published.has(item);
    embargoes.set(submission, hides);
    return hides;
  };
  return (
    submission: { id: number; author: string; state: SubmissionState },
    item: { id: number; state: string },
  ): boolean => {
    if (submission.author === reader.id) return false;
    if (submission.state === "scheduled") return underEmbargo(submission.id)(item.id);
    return item.state === "open" && ["draft", "returned", "withdrawn"].includes(submission.state);
  };
}

type FigureOfFile = {
  id: number;
  state: string;
  submission: number;
  author: string;
  submissionState: SubmissionState;
};

/** Whether any item of a submission is kept from a reader. */
export function hidesAny(db: Db, submission: { id: number; author: string; state: SubmissionState }, reader: Reader) {
  const items = prepared(db, "SELECT id, state FROM submission_item WHERE submission_id = ? AND state <> 'removed'");
  const isHidden = hidingFrom(db, reader);
  return (items.all(submission.id) as { id: number; state: string }[]).some((item) => isHidden(submission, item));
}

/** Whether somebody reads a copy of a source: who added it does, and whoever sees a figure that was read in it. */
export function readsFile(db: Db, file: { sha256: string; addedBy: string }, reader: Reader): boolean {
  if (file.addedBy === reader.id) return true;
  const figures = prepared(
    db,
    `SELECT i.id, i.state, s.id AS submission, s.author, s.state AS submissionState
     FROM submission_item i JOIN submission s ON s.id = i.submission_id, json_each(i.evidence) f
     WHERE f.value = ? AND (i.state <> 'removed' OR s.author = ?)`,
  );
  const isHidden = hidingFrom(db, reader);
  return (figures.all(file.sha256, reader.id) as FigureOfFile[]).some(
    ({ id, state, submission, author, submissionState }) =>
      !isHidden({ id: submission, author, state: submissionState }, { id, state }),
  );
}
