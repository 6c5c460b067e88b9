import { randomUUID } from "node:crypto";
import type { Role } from "@moc2030/shared/actions";
import { eq } from "drizzle-orm";
import { appendAudit, type Doer } from "../audit/chain.ts";
import { hashEmail } from "../audit/content.ts";
import { type Db, transaction } from "../db/open.ts";
import { Problem } from "../http/problem.ts";
import { endDelegationsOf } from "../reviews/delegation.ts";
import { makeLink } from "./links.ts";
import type { Keyed, StaffDb } from "./open.ts";
import { nameKey } from "./person.ts";
import { session, user } from "./schema.ts";

/** Whoever has not signed in. */
export const NOBODY: Doer = { id: "nobody", name: "" };

type Entry = { action: string; subject: string; detail?: Record<string, unknown> };

/** Makes a change to people and writes it down: the audit entry is in first, and is taken back where the change fails. */
export function withAudit<T>(db: Db, actor: Doer, now: Date, entry: Entry, change: () => T): Promise<T> {
  return transaction(db, (tx) => {
    appendAudit(tx, { at: now.toISOString(), actor: { id: actor.id, name: actor.name }, ...entry });
    return change();
  });
}

/** Writes down something that has happened already. */
export const note = (db: Db, actor: Doer, now: Date, entry: Entry) => withAudit(db, actor, now, entry, () => undefined);

export type NewPerson = { email: string; name: string; role: Role };

/** Throws a 409 where somebody else, disabled or not, has this name. */
function refuseSameName(staff: StaffDb, name: string, id: string) {
  const people = staff.orm.select({ id: user.id, name: user.name }).from(user).all();
  if (people.some((other) => other.id !== id && nameKey(other.name) === nameKey(name)))
    throw new Problem(
      "conflict",
      `Somebody is called ${name} already: add what tells them apart, such as a unit in brackets.`,
      [{ pointer: "/name", detail: "add what tells them apart" }],
    );
}

/** Adds somebody, who can do nothing until they have used their link. */
export async function addPerson(db: Db, keyed: Keyed, actor: Doer, person: NewPerson, now: Date) {
  const { db: staff } = keyed;
  const email = person.email.trim().toLowerCase();
  const id = randomUUID();
  const { role, name } = person;
  const detail = { name, role, emailHash: hashEmail(email) };
  return withAudit(db, actor, now, { action: "staff.added", subject: `staff ${id}`, detail }, () => {
    if (staff.orm.select({ id: user.id }).from(user).where(eq(user.email, email)).get())
      throw new Problem("conflict", `${email} is among the staff already.`);
    refuseSameName(staff, name, id);
    staff.orm.insert(user).values({ id, email, name, role, createdAt: now, updatedAt: now }).run();
    return { id, ...makeLink(keyed, id, now) };
  });
}

function personOf(staff: StaffDb, id: string) {
  const person = staff.orm.select().from(user).where(eq(user.id, id)).get();
  if (!person) throw new Problem("unknown-code", `Nobody among the staff has the id ${id}.`);
  return person;
}

const isLastAdministrator = (error: unknown) =>
  [error, (error as Error).cause].some((one) =>
    String((one as Error)?.message).includes("the last administrator stays"),
  );

/** Changes name or role, disables, or enables again; 403 where somebody changes their own role. With another role, or locked, nobody stands in for them nor they for others. The database keeps the last administrator. */
export async function changePerson(
  db: Db,
  staff: StaffDb,
  actor: Doer,
  id: string,
  change: { name?: string; role?: Role; disabled?: boolean },
  now: Date,
) {
  await transaction(db, (tx) => {
    const before = personOf(staff, id);
    const role = change.role ?? before.role;
    if (role !== before.role && actor.id === id)
      throw new Problem("own-account", "Nobody changes their own role: another administrator does.");
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const detail = { ...given, ...(role !== before.role && { roleBefore: before.role }) };
    appendAudit(tx, { at: now.toISOString(), actor, action: "staff.changed", subject: `staff ${id}`, detail });
    if (change.name !== undefined) refuseSameName(staff, change.name, id);
    const disabledAt = change.disabled === undefined ? before.disabledAt : change.disabled ? now : null;
    if (role !== before.role) endDelegationsOf(tx, actor, id, now, "role changed");
    else if (disabledAt) endDelegationsOf(tx, actor, id, now, "locked");
    try {
      staff.orm.transaction((people) => {
        const values = { name: change.name ?? before.name, role, disabledAt, updatedAt: now };
        people.update(user).set(values).where(eq(user.id, id)).run();
        // A role is read anew at every request; a disabled person's sessions are gone at once.
        if (disabledAt) people.delete(session).where(eq(session.userId, id)).run();
      });
    } catch (error) {
      if (isLastAdministrator(error)) throw new Problem("last-administrator", "Make another administrator first.");
      throw error;
    }
  });
}

/** Ends somebody's password, second factor and sessions, and makes the link with which they set new ones. */
export async function resetPerson(db: Db, keyed: Keyed, actor: Doer, id: string, now: Date) {
  personOf(keyed.db, id);
  return withAudit(db, actor, now, { action: "staff.reset", subject: `staff ${id}` }, () => makeLink(keyed, id, now));
}
