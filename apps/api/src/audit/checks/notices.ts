import type { Role } from "@moc2030/shared/actions";
import { isReminder, type NoticeKind } from "@moc2030/shared/schema/notice";
import { asc } from "drizzle-orm";
import { notice } from "../../db/work/notices.ts";
import { type Entry, readTrail } from "../trail.ts";
import type { Check, VerifyContext } from "./check.ts";

type Notice = typeof notice.$inferSelect;
/** The actions that a notice tells of, who is told in person, and with which role everybody is. */
type Told = {
  of: readonly string[];
  person?: "account" | "party" | "stand-in" | "early-reader" | "scheduled";
  role?: Role;
};

const DECIDED = ["review.approve", "review.return", "review.reject"];
/** By kind; what became due is of no action. */
const TOLD: Record<Exclude<NoticeKind, "due" | "overdue">, Told> = {
  submitted: { of: ["submission.submitted"], role: "reviewer" },
  commented: { of: ["submission.commented"], person: "party" },
  returned: { of: DECIDED, person: "party" },
  rejected: { of: DECIDED, person: "party" },
  scheduled: { of: DECIDED, person: "party" },
  early_reader: { of: ["review.approve", "schedule.early_readers"], person: "early-reader" },
  unscheduled: { of: ["review.unschedule"], person: "scheduled" },
  published: { of: [...DECIDED, "release.published"], person: "party" },
  failed: { of: ["schedule.failed"], person: "scheduled" },
  new_device: { of: ["session.opened"], person: "account" },
  link_made: { of: ["staff.reset", "staff.address_changed"], person: "account", role: "administrator" },
  codes_renewed: { of: ["staff.codes_renewed"], person: "account" },
  factor_renewed: { of: ["staff.factor_renewed"], person: "account" },
  address_asked: { of: ["staff.address_asked"], role: "administrator" },
  address_code: { of: ["staff.address_asked"], person: "account" },
  address_changed: { of: ["staff.address_changed"], person: "account" },
  stand_in_proposed: { of: ["review.delegated"], role: "administrator" },
  stand_in_asked: { of: ["review.delegated", "review.delegation_confirmed"], person: "stand-in" },
};

/** Who has to do with each submission, as `submission person`: its author, who decided on it, who commented. */
async function partiesOf(db: VerifyContext["db"]): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ party: string }>(
    `SELECT id || ' ' || author AS party FROM submission
     UNION SELECT submission_id || ' ' || reviewer FROM review UNION SELECT submission_id || ' ' || author FROM comment`,
  );
  return new Set(rows.map(({ party }) => party));
}

/** The early readers of all schedules of each submission, as `submission person`. */
async function earlyReadersOf(db: VerifyContext["db"]): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ reader: string }>(
    `SELECT s.submission_id || ' ' || e.staff AS reader FROM early_reader e JOIN schedule s ON s.review_id = e.review_id
     WHERE e.staff IS NOT NULL`,
  );
  return new Set(rows.map(({ reader }) => reader));
}

/** Whether an entry names somebody among the early readers. */
const namesReader = ({ detail }: Entry, person: string): boolean =>
  Array.isArray(detail.earlyReaders) && detail.earlyReaders.some(({ staff }) => staff === person);

type Concerned = Record<"parties" | "readers", ReadonlySet<string>>;

/** Whether an entry of its instant is what a notice tells of: by whom and of what it says, to whom that is told. */
function isTold(row: Notice, entry: Entry, { parties, readers }: Concerned): boolean {
  const told = (TOLD as Record<string, Told>)[row.kind];
  if (!told?.of.includes(entry.action)) return false;
  const { actor, submissionId, person } = row;
  const isMeant =
    person === null
      ? row.role === told.role
      : (told.person === "account" && entry.subject === `staff ${person}`) ||
        (told.person === "stand-in" && entry.detail.standIn === person) ||
        (told.person === "early-reader" && namesReader(entry, person)) ||
        (told.person === "party" && parties.has(`${submissionId} ${person}`)) ||
        (told.person === "scheduled" && [parties, readers].some((of) => of.has(`${submissionId} ${person}`)));
  return (
    isMeant &&
    (actor === null || (entry.actor === actor && entry.actorName === JSON.parse(row.detail).actor)) &&
    (submissionId === null
      ? /^(staff|delegation) /.test(entry.subject)
      : entry.subject === `submission ${submissionId}` || (entry.action === "release.published" && actor === null))
  );
}

/** A reminder of a figure that is due: by nobody, and written once. */
const isDueReminder = ({ kind, actor, submissionId, once }: Notice): boolean =>
  isReminder(kind) && actor === null && submissionId === null && once !== null;

const IN_NOTICES = "at IN (SELECT at FROM notice)";

/** The first notice that tells of what the audit does not know, or somebody whom it does not concern, or that is missing. */
export const findForgedNotice: Check = async ({ db }) => {
  const byInstant = new Map<string, Entry[]>();
  for (const entry of await readTrail(db, IN_NOTICES))
    byInstant.set(entry.at, [...(byInstant.get(entry.at) ?? []), entry]);
  const concerned = { parties: await partiesOf(db), readers: await earlyReadersOf(db) };
  for (const [n, row] of (await db.orm.select().from(notice).orderBy(asc(notice.id))).entries()) {
    if (row.id !== n + 1) return `notice ${n + 1}: missing`;
    if (!isDueReminder(row) && !byInstant.get(row.at)?.some((entry) => isTold(row, entry, concerned)))
      return `notice ${row.id}: the audit does not know of it`;
  }
  return null;
};
