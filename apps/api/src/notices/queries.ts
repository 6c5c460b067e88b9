import type { Role } from "@moc2030/shared/actions";
import type { Notice } from "@moc2030/shared/schema/notice";
import { and, desc, eq, gte, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { mail, notice } from "../db/work/notices.ts";

type Row = typeof notice.$inferSelect;
/** Days for which a notice is shown. */
const DAYS = 30;

/** A notice as told. */
export const shownNotice = ({ id, kind, at, submissionId, detail }: Row): Notice => ({
  ...{ actor: null, indicator: null, timePeriod: null, dueBy: null, address: null, account: null },
  ...(JSON.parse(detail) as Partial<Notice>),
  ...{ id, kind: kind as Notice["kind"], at, submission: submissionId },
});

/** What somebody was told in the last 30 days, newest first; `roles` are theirs, with those they stand in for. */
export async function listNotices(db: Db, reader: { id: string; roles: readonly Role[] }, now: Date, limit = 50) {
  const since = new Date(now.getTime() - DAYS * 24 * 3_600_000).toISOString();
  const toRole = and(inArray(notice.role, [...reader.roles]), or(isNull(notice.actor), ne(notice.actor, reader.id)));
  const rows = await db.orm
    .select()
    .from(notice)
    .where(and(gte(notice.at, since), or(eq(notice.person, reader.id), toRole)))
    .orderBy(desc(notice.id))
    .limit(limit);
  return rows.map(shownNotice);
}

/** Mail whose last try failed, newest first. */
export async function listUnsent(db: Db, limit = 200) {
  const rows = await db.orm
    .select({ mail, notice })
    .from(mail)
    .innerJoin(notice, eq(notice.id, mail.noticeId))
    .where(and(isNotNull(mail.error), ne(mail.state, "sent")))
    .orderBy(desc(mail.noticeId))
    .limit(limit);
  return rows.map(({ mail: { person, state, tries, nextAt, error }, notice }) => ({
    ...{ notice: shownNotice(notice), person, state: state as "waiting" | "failed", tries, nextAt, error: error ?? "" },
  }));
}
