import { randomUUID } from "node:crypto";
import type { Role } from "@moc2030/shared/actions";
import type { AuditAction } from "@moc2030/shared/audit-actions";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { eq } from "drizzle-orm";
import { appendAudit, type Principal } from "../audit/chain.ts";
import { hashEmail } from "../audit/content.ts";
import { type Db, transaction } from "../db/database.ts";
import { findDefinition } from "../definitions/queries.ts";
import { invalidField, Problem } from "../http/problem.ts";
import { type NewNotice, notify } from "../notices/notify.ts";
import { newestReleaseId } from "../observations/read-point.ts";
import { endDelegationsOf } from "./delegation.ts";
import { makeLink } from "./links.ts";
import type { SignInStore, StaffDb } from "./open.ts";
import { findByEmail } from "./people.ts";
import { nameKey } from "./person.ts";
import { session, user } from "./schema.ts";

/** The actor of requests without a session. */
export const ANONYMOUS: Principal = { id: "nobody", name: "" };

type Entry = { action: AuditAction; subject: string; detail?: Record<string, unknown>; notices?: NewNotice[] };

/** Applies a change to people with its audit entry and notices, which are rolled back if the change fails. */
export function withAudit<T>(
  db: Db,
  actor: Principal,
  now: Date,
  { notices = [], ...entry }: Entry,
  change: (tx: Db) => Promise<T>,
): Promise<T> {
  return transaction(db, async (tx) => {
    const at = now.toISOString();
    await appendAudit(tx, { at, actor: { id: actor.id, name: actor.name }, ...entry });
    for (const notice of notices) await notify(tx, at, notice);
    return change(tx);
  });
}

/** Audits something that has already happened. */
export const recordEvent = (db: Db, actor: Principal, now: Date, entry: Entry) =>
  withAudit(db, actor, now, entry, async () => undefined);

export type NewPerson = { email: string; name: string; role: Role; body?: string | null };

/** Throws a 422 for a body that is not listed, or has ended. */
async function requireBody(db: Db, id: string | null | undefined, now: Date) {
  if (!id) return;
  const found = await findDefinition(db, "body", id, await newestReleaseId(db));
  if (!found || (found.to !== null && found.to < dayInVietNam(now)))
    throw invalidField("/body", "expected the id of a body that exists now, such as MOST");
}

/** Throws a 409 if someone else, disabled or not, has this name. */
async function refuseSameName(staff: StaffDb, name: string, id: string) {
  const people = await staff.orm.select({ id: user.id, name: user.name }).from(user);
  if (people.some((other) => other.id !== id && nameKey(other.name) === nameKey(name)))
    throw new Problem(
      "conflict",
      `Somebody is called ${name} already: add what tells them apart, such as a unit in brackets.`,
      [{ pointer: "/name", detail: "add what tells them apart" }],
    );
}

/** Adds a person, who can sign in after using their link. */
export async function addPerson(
  db: Db,
  { db: staff, secret }: SignInStore,
  actor: Principal,
  person: NewPerson,
  now: Date,
) {
  const email = person.email.trim().toLowerCase();
  const id = randomUUID();
  const { role, name, body = null } = person;
  const detail = { name, role, emailHash: hashEmail(email), ...(body && { body }) };
  await requireBody(db, body, now);
  return withAudit(db, actor, now, { action: "staff.added", subject: `staff ${id}`, detail }, () =>
    transaction(staff, async (people) => {
      if (await findByEmail(people, email)) throw new Problem("conflict", `${email} is among the staff already.`);
      await refuseSameName(people, name, id);
      await people.orm.insert(user).values({ id, email, name, role, body, createdAt: now, updatedAt: now });
      return { id, ...(await makeLink({ db: people, secret }, id, now)) };
    }),
  );
}

/** Somebody among the staff; 404 if there is none. */
export async function personOf(staff: StaffDb, id: string) {
  const person = await staff.orm.select().from(user).where(eq(user.id, id)).get();
  if (!person) throw new Problem("unknown-code", `Nobody among the staff has the id ${id}.`);
  return person;
}

const isLastAdministrator = (error: unknown) => (error as Error).message.includes("the last administrator stays");

/**
 * Changes name, body or role, disables or enables; 403 for one's own role. A new role or a lock ends delegations. A trigger
 * keeps the last administrator.
 */
export async function changePerson(
  db: Db,
  staff: StaffDb,
  actor: Principal,
  id: string,
  change: { name?: string; role?: Role; disabled?: boolean; body?: string | null },
  now: Date,
) {
  await requireBody(db, change.body, now);
  await transaction(db, async (tx) => {
    const before = await personOf(staff, id);
    const role = change.role ?? before.role;
    if (role !== before.role && actor.id === id)
      throw new Problem("own-account", "Nobody changes their own role: another administrator does.");
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const detail = { ...given, ...(role !== before.role && { roleBefore: before.role }) };
    await appendAudit(tx, { at: now.toISOString(), actor, action: "staff.changed", subject: `staff ${id}`, detail });
    if (change.name !== undefined) await refuseSameName(staff, change.name, id);
    const disabledAt = change.disabled === undefined ? before.disabledAt : change.disabled ? now : null;
    if (role !== before.role) await endDelegationsOf(tx, actor, id, now, "role changed");
    else if (disabledAt) await endDelegationsOf(tx, actor, id, now, "locked");
    try {
      await transaction(staff, async ({ orm: people }) => {
        const body = change.body === undefined ? before.body : change.body;
        const values = { name: change.name ?? before.name, role, disabledAt, body, updatedAt: now };
        await people.update(user).set(values).where(eq(user.id, id));
        // Roles are read on every request; the sessions of a disabled person end now.
        if (disabledAt) await people.delete(session).where(eq(session.userId, id));
      });
    } catch (error) {
      if (isLastAdministrator(error)) throw new Problem("last-administrator", "Make another administrator first.");
      throw error;
    }
  });
}

/** Removes someone's password, second factor and sessions, and creates the link to set new ones. */
export async function resetPerson(db: Db, { db: staff, secret }: SignInStore, actor: Principal, id: string, now: Date) {
  const { name, role } = await personOf(staff, id);
  const made = { kind: "link_made", actor } as const;
  // An administrator is told once, among the administrators.
  const notices: NewNotice[] = [
    ...(role === "administrator" ? [] : [{ ...made, to: { person: id } }]),
    { ...made, to: { role: "administrator" }, detail: { account: name } },
  ];
  return withAudit(db, actor, now, { action: "staff.reset", subject: `staff ${id}`, notices }, () =>
    transaction(staff, (people) => makeLink({ db: people, secret }, id, now)),
  );
}
