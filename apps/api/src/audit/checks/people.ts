import { hashEmail } from "../content.ts";
import { bySubject, type Entry, last, readTrail } from "../trail.ts";
import type { Check, VerifyContext } from "./check.ts";

type Known = { name: unknown; role: unknown; disabled: unknown; emailHash: unknown; body?: unknown };
type Row = { id: string; name: string; email: string; role: string; disabled: number; body: string | null };
const PEOPLE = "SELECT id, name, email, role, disabled_at IS NOT NULL AS disabled, body FROM user ORDER BY id";

function follow(people: Map<string, Known>, { action, subject, detail }: Entry) {
  const before = people.get(subject);
  if (action === "staff.added")
    people.set(subject, { disabled: false, emailHash: undefined, ...(detail as Pick<Known, "name" | "role">) });
  else if (before) people.set(subject, { ...before, ...detail });
}

/**
 * The first person whose name, role, body, email or status differs from the audit log, or who was added or removed without
 * it.
 */
export const findChangedPerson: Check = async ({ db, staff }) => {
  if (staff === undefined) return null;
  const people = new Map<string, Known>();
  for (const entry of await readTrail(db, "action IN ('staff.added', 'staff.changed', 'staff.address_changed')"))
    follow(people, entry);
  if (staff === null) return people.size === 0 ? null : "sign-in: its file is missing";
  for (const row of await staff.all<Row>(PEOPLE)) {
    const subject = `staff ${row.id}`;
    const known = people.get(subject);
    if (!known) return `${subject}: is not in the audit`;
    if (known.role !== row.role) return `${subject}: is ${row.role}, in the audit ${known.role}`;
    if (known.name !== row.name) return `${subject}: has another name than in the audit`;
    if (known.disabled !== (row.disabled === 1)) return `${subject}: is locked, or not, other than in the audit`;
    if ((known.body ?? null) !== row.body) return `${subject}: works for another body than in the audit`;
    if (known.emailHash !== undefined && known.emailHash !== hashEmail(row.email))
      return `${subject}: has another address than in the audit`;
    people.delete(subject);
  }
  const [missing] = people.keys();
  return missing === undefined ? null : `${missing}: missing`;
};

type Asked = { person: string; email: string; askedAt: number; confirmed: number };
const ASKED = `SELECT user_id AS person, email, asked_at AS askedAt, confirmed_at IS NOT NULL AS confirmed
  FROM new_address ORDER BY user_id`;

/**
 * The first change of address that nobody asked for so, or that was confirmed, or not, other than in the audit log. That
 * of somebody who was invited is made by an administrator at once.
 */
export const findForgedAddress: Check = async ({ db, staff }) => {
  if (!staff) return null;
  const trails = bySubject(await readTrail(db, "action IN ('staff.address_asked', 'staff.address_changed')"));
  for (const { person, email, askedAt, confirmed } of await staff.all<Asked>(ASKED)) {
    const trail = trails.get(`staff ${person}`) ?? [];
    const asked = last(trail, ({ action }) => action === "staff.address_asked");
    const newest = trail.at(-1);
    const isRowOf = (entry: Entry | undefined) =>
      entry?.at === new Date(askedAt).toISOString() && entry.detail.emailHash === hashEmail(email);
    const isKnown =
      confirmed === 1
        ? (isRowOf(asked) && newest !== asked) || (isRowOf(newest) && newest?.action === "staff.address_changed")
        : isRowOf(asked) && newest === asked;
    if (!isKnown) return `staff ${person}: the audit does not know of this change of address`;
  }
  return null;
};

async function standsIn(db: VerifyContext["db"], id: string, at: string): Promise<boolean> {
  const found = await db.all(
    `SELECT id FROM delegation WHERE stand_in = @id AND starts_at <= @at AND ends_at > @at AND coalesce(revoked_at, '9') >= @at
       AND (created_by IS NULL OR accepted_at <= @at)`,
    { id, at },
  );
  return found.length > 0;
}

/** The first review by someone who, per audit log, was neither a reviewer nor a delegate at the time. */
export const findReviewWithoutRight: Check = async ({ db }) => {
  const people = new Map<string, Known>();
  const condition =
    "action IN ('staff.added', 'staff.changed', 'review.approve', 'review.return', 'review.reject', 'review.unschedule')";
  for (const entry of await readTrail(db, condition)) {
    if (entry.action.startsWith("staff.")) {
      follow(people, entry);
      continue;
    }
    const by = people.get(`staff ${entry.actor}`);
    if (by && (by.role !== "reviewer" || by.disabled === true) && !(await standsIn(db, entry.actor, entry.at)))
      return `${entry.subject}: was reviewed in audit ${entry.id} by somebody without the right`;
  }
  return null;
};
