import { isReminder, type Notice } from "@moc2030/shared/schema/notice";
import { and, desc, eq, gte, inArray, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { mail, notice } from "../db/work/notices.ts";
import { submission } from "../db/work/submissions.ts";
import type { ToldAs } from "./notify.ts";

type Row = typeof notice.$inferSelect;
/** Days for which a notice is shown. */
const DAYS = 30;
/** Most notices of a person in a list. */
const MOST = 50;
/** Most mails that could not be sent in a list. */
const MOST_UNSENT = 200;

/** A notice as told; `own`: its submission is the reader's. */
export const shownNotice = ({ id, kind, at, submissionId, detail }: Row, own: boolean): Notice => ({
  ...{ actor: null, whole: null, indicator: null, timePeriod: null, dueBy: null, address: null, account: null },
  ...(JSON.parse(detail) as Partial<Notice>),
  ...{ id, kind: kind as Notice["kind"], at, submission: submissionId, own },
});

/** What is mailed as one: the reminders that a person got at one time, else each notice. */
export const letterKey = ({ id, kind, at }: Row, person: string): string =>
  isReminder(kind) ? `${person} reminders of ${at}` : `${person} ${id}`;

/** What somebody was told in the last 30 days, newest first, but for reminders that are no longer in force. */
export async function listNotices(db: Db, reader: ToldAs, now: Date, isInForce: (one: Notice, to: Row) => boolean) {
  const since = new Date(now.getTime() - DAYS * 24 * 3_600_000).toISOString();
  const isToldOf = or(isNull(notice.actor), notInArray(notice.actor, [...reader.notOf]));
  const rows = await db.orm
    .select({ notice, author: submission.author })
    .from(notice)
    .leftJoin(submission, eq(submission.id, notice.submissionId))
    .where(
      and(
        gte(notice.at, since),
        or(eq(notice.person, reader.id), and(inArray(notice.role, [...reader.roles]), isToldOf)),
      ),
    )
    .orderBy(desc(notice.id));
  return rows
    .map(({ notice, author }) => ({ notice, shown: shownNotice(notice, author === reader.id) }))
    .filter(({ notice, shown }) => !isReminder(shown.kind) || isInForce(shown, notice))
    .map(({ shown }) => shown)
    .slice(0, MOST);
}

/** Mail whose last try failed, newest first; of a letter with several reminders one of them. */
export async function listUnsent(db: Db) {
  const rows = await db.orm
    .select({ mail, notice, author: submission.author })
    .from(mail)
    .innerJoin(notice, eq(notice.id, mail.noticeId))
    .leftJoin(submission, eq(submission.id, notice.submissionId))
    .where(and(isNotNull(mail.error), inArray(mail.state, ["waiting", "failed"])))
    .orderBy(desc(mail.noticeId));
  const letters = new Map(rows.map((row) => [letterKey(row.notice, row.mail.person), row]));
  return [...letters.values()]
    .slice(0, MOST_UNSENT)
    .map(({ mail: { person, state, tries, nextAt, error }, notice, author }) => ({
      notice: shownNotice(notice, author === person),
      person,
      state: state as "waiting" | "failed",
      tries,
      nextAt,
      error: error ?? "",
    }));
}
