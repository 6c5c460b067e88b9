import { noticePage } from "@moc2030/shared/notice-page";
import { isReminder, type Notice } from "@moc2030/shared/schema/notice";
import { dateText } from "@moc2030/shared/text/date-text";
import type { Lang } from "@moc2030/shared/text/lang";
import { and, asc, eq, gt, gte, inArray, isNull, lte } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { afterCommits } from "../db/after-commits.ts";
import type { Db } from "../db/database.ts";
import { mail, notice } from "../db/work/notices.ts";
import { submission } from "../db/work/submissions.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { toldAs } from "../identity/delegation.ts";
import { addressCode, addressesFor } from "../identity/new-address.ts";
import type { SignInStore } from "../identity/open.ts";
import { user } from "../identity/schema.ts";
import type { ToldAs } from "../notices/notify.ts";
import { letterKey, shownNotice } from "../notices/queries.ts";
import { newestReleaseId } from "../observations/read-point.ts";
import { mailOf, noticeMail, whereTo } from "./mail-words.ts";
import { type Reminder, reminderMail } from "./reminder-words.ts";
import { remindersInForce } from "./reminders.ts";

const MINUTE = 60_000;
/** A notice older than this when mail is switched on is not sent. */
const NEW_MS = 24 * 60 * MINUTE;
/** The one retry rule: after 5, 10, 20 … minutes, given up after the eighth try, some 10 hours later. */
const [FIRST_RETRY_MS, MAX_TRIES] = [5 * MINUTE, 8];
/** A relay that says nothing for so long counts as failed. */
const RELAY_TIMEOUT_MS = 15_000;
const AT_ONCE = 50;

type Mailer = {
  db: Db;
  signIn: SignInStore;
  /** The relay as a URL, smtp: or smtps:. */
  url: string;
  from: string;
  /** Public origin of the links; empty where it is not known. */
  origin: string;
  now: () => Date;
};

/** Addresses each new notice: to its person, or to everybody enabled who has its role or stands in for it, as `toldAs` says. */
async function addressMails({ db, signIn, now }: Mailer) {
  const last = await db.one<{ id: number | null }>("SELECT max(notice_id) AS id FROM mail");
  const since = new Date(now().getTime() - NEW_MS).toISOString();
  const fresh = await db.orm
    .select()
    .from(notice)
    .where(and(gt(notice.id, last?.id ?? 0), gte(notice.at, since)))
    .orderBy(asc(notice.id));
  if (fresh.length === 0) return;
  const people: ToldAs[] = [];
  for (const one of await signIn.db.orm.select().from(user).where(isNull(user.disabledAt)))
    people.push(await toldAs(db, signIn.db, one, now()));
  const rows = fresh.flatMap(({ id, person, role, actor }) =>
    people.flatMap((one) =>
      person === one.id || (one.roles.some((own) => own === role) && !one.notOf.some((by) => by === actor))
        ? [{ noticeId: id, person: one.id, state: "waiting" as const, nextAt: now().toISOString() }]
        : [],
    ),
  );
  if (rows.length > 0) await db.orm.insert(mail).values(rows);
}

type Waiting = { mail: typeof mail.$inferSelect; notice: typeof notice.$inferSelect; author: string | null };

/** What waits, as letters: the reminders that one person got at one time are one, every other notice is one. */
function lettersOf(waiting: readonly Waiting[]): Waiting[][] {
  const letters = new Map<string, Waiting[]>();
  for (const one of waiting) {
    const key = letterKey(one.notice, one.mail.person);
    letters.set(key, [...(letters.get(key) ?? []), one]);
  }
  return [...letters.values()];
}

async function remindersOf(db: Db, told: readonly Notice[], lang: Lang): Promise<Reminder[]> {
  const release = await newestReleaseId(db);
  const names = new Map(
    (await listDefinitions(db, "indicator", release)).map((one) => [one.code, one.shortName[lang]]),
  );
  return told.map(({ kind, indicator, timePeriod, dueBy }) => ({
    kind: kind === "due" ? kind : "overdue",
    indicator: names.get(indicator ?? "") ?? indicator ?? "",
    year: timePeriod ?? 0,
    by: dueBy ? dateText(dueBy, lang) : "",
  }));
}

type Person = typeof user.$inferSelect;

async function textOf({ db, signIn, origin, now }: Mailer, told: readonly Notice[], reader: Person, code: string) {
  const { lang } = reader;
  const [first] = told as [Notice];
  const reviews = (await toldAs(db, signIn.db, reader, now())).roles.includes("reviewer");
  const page = told.length === 1 ? noticePage(first, reviews) : ({ page: "work", path: "/staff" } as const);
  const said = isReminder(first.kind)
    ? reminderMail(await remindersOf(db, told, lang), lang)
    : noticeMail(first, lang, code);
  return mailOf(said, whereTo(origin, page, first.submission ?? 0, lang), lang);
}

/** The addresses of a mail, and the code in it; none where a change of address has been confirmed or asked for anew. */
async function recipients({ db, secret }: SignInStore, kind: Notice["kind"], reader: { id: string; email: string }) {
  if (kind !== "address_code" && kind !== "address_changed") return { to: [reader.email], code: "" };
  const { row, to } = await addressesFor(db, kind, reader.id);
  return { to, code: row ? addressCode(secret, row) : "" };
}

/** Takes from what waits the reminders that are no longer in force: they are not sent. */
async function dropReminders({ db, signIn, now }: Mailer, waiting: readonly Waiting[]): Promise<Waiting[]> {
  if (!waiting.some(({ notice }) => isReminder(notice.kind as Notice["kind"]))) return [...waiting];
  const isInForce = await remindersInForce(db, signIn.db, now());
  const kept: Waiting[] = [];
  for (const one of waiting) {
    const told = shownNotice(one.notice, false);
    if (!isReminder(told.kind) || isInForce(told, one.notice)) kept.push(one);
    else {
      const own = and(eq(mail.noticeId, one.mail.noticeId), eq(mail.person, one.mail.person));
      await db.orm.update(mail).set({ state: "dropped", error: null }).where(own);
    }
  }
  return kept;
}

/** Sends what is due once; a failure is kept with its reason for the next try. Returns whether anything was tried. */
export async function sendMails(mailer: Mailer): Promise<boolean> {
  const { db, signIn, url, from, now } = mailer;
  await addressMails(mailer);
  const waiting = await db.orm
    .select({ mail, notice, author: submission.author })
    .from(mail)
    .innerJoin(notice, eq(notice.id, mail.noticeId))
    .leftJoin(submission, eq(submission.id, notice.submissionId))
    .where(and(eq(mail.state, "waiting"), lte(mail.nextAt, now().toISOString())))
    .orderBy(asc(mail.noticeId), asc(mail.person));
  if (waiting.length === 0) return false;
  const letters = lettersOf(await dropReminders(mailer, waiting)).slice(0, AT_ONCE);
  const timeout = RELAY_TIMEOUT_MS;
  const relay = createTransport({
    url,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  });
  for (const letter of letters) {
    const [{ mail: row }] = letter as [Waiting];
    const ids = letter.map(({ mail: { noticeId } }) => noticeId);
    const own = and(inArray(mail.noticeId, ids), eq(mail.person, row.person));
    try {
      const reader = await signIn.db.orm.select().from(user).where(eq(user.id, row.person)).get();
      if (!reader || reader.disabledAt) throw new Error("the account is locked");
      const told = letter.map(({ notice, author }) => shownNotice(notice, author === reader.id));
      const { to, code } = await recipients(signIn, (told[0] as Notice).kind, reader);
      const { subject, body } = await textOf(mailer, told, reader, code);
      // The same id on each try, so that a mail sent twice is shown once.
      const messageId = `<notice-${row.noticeId}-${row.person}@moc2030>`;
      // One each: nobody learns of the other address.
      for (const one of to) await relay.sendMail({ from, to: one, subject, text: body, messageId });
      await db.orm
        .update(mail)
        .set({ state: "sent", tries: row.tries + 1, error: null })
        .where(own);
    } catch (error) {
      const tries = row.tries + 1;
      const nextAt = new Date(now().getTime() + FIRST_RETRY_MS * 2 ** row.tries).toISOString();
      const state = tries < MAX_TRIES ? ("waiting" as const) : ("failed" as const);
      const why = (error as Error).message.slice(0, 200);
      await db.orm.update(mail).set({ state, tries, nextAt, error: why }).where(own);
    }
  }
  relay.close();
  return true;
}

/** Mails notices as they are committed, and tries again once a minute what is due. `stop` waits for a mail on its way. */
export function startMailer(mailer: Mailer, failed: (error: unknown) => void) {
  const job = afterCommits(
    mailer.db,
    async () => {
      if (await sendMails(mailer)) job.wake();
    },
    failed,
  );
  const timer = setInterval(job.wake, MINUTE).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return job.stop();
    },
  };
}
