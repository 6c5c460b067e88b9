import { and, eq, gt, isNull } from "drizzle-orm";
import type { Principal } from "../audit/chain.ts";
import { hashEmail } from "../audit/content.ts";
import { type Db, transaction } from "../db/database.ts";
import { invalidField, Problem } from "../http/problem.ts";
import type { NewNotice } from "../notices/notify.ts";
import type { Actor } from "./actor.ts";
import { hmac, isSame } from "./keyed.ts";
import { beginAttempt } from "./limits.ts";
import { makeLink } from "./links.ts";
import type { SignInStore, StaffDb } from "./open.ts";
import { findByEmail } from "./people.ts";
import { personOf, withAudit } from "./people-commands.ts";
import { newAddress, user } from "./schema.ts";
import type { SignIn } from "./sign-in.ts";

type Row = typeof newAddress.$inferSelect;
/** How long a change waits to be confirmed. */
const HOURS = 72;

/** The eight digits mailed to a new address. Made from the change itself, so that they are kept nowhere. */
export function addressCode(secret: string, { userId, email, askedAt }: Row): string {
  const mac = Buffer.from(hmac(secret, "address", `${userId} ${email} ${askedAt.getTime()}`), "base64url");
  return String(mac.readUInt32BE(0) % 100_000_000).padStart(8, "0");
}

const openAt = (now: Date) => and(isNull(newAddress.confirmedAt), gt(newAddress.expiresAt, now));

/** Changes of address that wait to be confirmed. */
export const waitingAddresses = ({ orm }: StaffDb, now: Date): Promise<Row[]> =>
  orm.select().from(newAddress).where(openAt(now));

/** Somebody's own that waits. */
export const findWaitingAddress = ({ orm }: StaffDb, userId: string, now: Date): Promise<Row | undefined> =>
  orm
    .select()
    .from(newAddress)
    .where(and(eq(newAddress.userId, userId), openAt(now)))
    .get();

async function refuseTaken(staff: StaffDb, email: string) {
  if (await findByEmail(staff, email))
    throw new Problem("conflict", `${email} is among the staff already.`, [
      { pointer: "/email", detail: "is among the staff already" },
    ]);
}

/** How long the news of a change may take to its old address; after ten hours of tries the mailer gives up. */
const NEWS_MS = 24 * 3_600_000;

/** Refuses another request while the old address has yet to hear of the last change: the request would forget it. */
async function refuseBeforeNews(tx: Db, person: string, now: Date) {
  const sql = `SELECT n.id FROM notice n LEFT JOIN mail m ON m.notice_id = n.id AND m.person = n.person
     WHERE n.kind = 'address_changed' AND n.person = @person AND n.at > @since AND coalesce(m.state, 'waiting') = 'waiting'`;
  const waiting = await tx.all(sql, { person, since: new Date(now.getTime() - NEWS_MS).toISOString() });
  if (waiting.length > 0)
    throw new Problem(
      "conflict",
      "The news of your last change has not reached your old address yet: try again later.",
      [{ pointer: "/email", detail: "the last change is still being mailed" }],
    );
}

/**
 * Asks for another address of one's own, in the place of an earlier request. Confirmed by the code mailed there, or
 * where nothing is mailed by an administrator; until then nothing changes. 422 for the present address, 409 for a taken
 * one, and while the last change is still being mailed.
 */
export async function askForAddress(db: Db, { db: staff, mails }: SignIn, actor: Actor, typed: string, now: Date) {
  const email = typed.trim().toLowerCase();
  if (email === actor.email) throw invalidField("/email", "is your address already");
  const values = {
    ...{ oldEmail: actor.email, email, byMail: mails, askedAt: now, confirmedAt: null },
    expiresAt: new Date(now.getTime() + HOURS * 3_600_000),
  };
  const told: NewNotice = mails
    ? { kind: "address_code", to: { person: actor.id } }
    : { kind: "address_asked", to: { role: "administrator" }, actor, detail: { account: actor.name } };
  const detail = { emailHash: hashEmail(email) };
  const entry = { action: "staff.address_asked" as const, subject: `staff ${actor.id}`, detail, notices: [told] };
  await withAudit(db, actor, now, entry, async (figures) => {
    if (mails) await refuseBeforeNews(figures, actor.id, now);
    await transaction(staff, async (tx) => {
      await refuseTaken(tx, email);
      await tx.orm
        .insert(newAddress)
        .values({ userId: actor.id, ...values })
        .onConflictDoUpdate({ target: newAddress.userId, set: values });
    });
  });
}

/** Confirms one's own change with the code mailed to the new address. 401 with /code for a wrong one, 409 if none waits. */
export async function confirmOwnAddress(
  db: Db,
  { db: staff, secret }: SignInStore,
  actor: Actor,
  code: string,
  now: Date,
) {
  const row = await findWaitingAddress(staff, actor.id, now);
  if (!row?.byMail) throw new Problem("conflict", "No change of address waits for a code.");
  const forgive = await beginAttempt(staff, { account: `address ${actor.id}` }, now);
  if (!isSame(code, addressCode(secret, row)))
    throw new Problem("wrong-credentials", "This code is not the one that was mailed.", [
      { pointer: "/code", detail: "is not right" },
    ]);
  await forgive();
  await take(db, staff, actor, row, now);
}

/**
 * Confirms somebody else's change as an administrator, where nothing is mailed. 403 for one's own, 409 if none waits, or
 * another address than the one that they saw.
 */
export async function confirmAddressOf(db: Db, staff: StaffDb, actor: Actor, id: string, seen: string, now: Date) {
  if (id === actor.id) throw new Problem("own-account", "Another administrator confirms your address.");
  const row = await findWaitingAddress(staff, id, now);
  if (!row || row.byMail) throw new Problem("conflict", "No change of address waits for an administrator.");
  if (row.email !== seen.trim().toLowerCase())
    throw new Problem("conflict", "Another address was asked for meanwhile.", [
      { pointer: "/email", detail: "is not what waits to be confirmed" },
    ]);
  await take(db, staff, actor, row, now);
}

/** The subjects in the audit of all who ever set up their account. */
export async function everReady(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ subject: string }>("SELECT DISTINCT subject FROM audit WHERE action = 'staff.ready'");
  return new Set(rows.map(({ subject }) => subject));
}

/**
 * Gives somebody who never set up their account another address, and a new link; older links end. 409 for a taken
 * address, and once they have set up: then they ask for another one themself. 422 for the present address.
 */
export async function mendAddress(
  db: Db,
  { db: staff, secret }: SignInStore,
  actor: Principal,
  { id, email: typed }: { id: string; email: string },
  now: Date,
) {
  const email = typed.trim().toLowerCase();
  const person = await personOf(staff, id);
  if (email === person.email) throw invalidField("/email", "is their address already");
  const notices: NewNotice[] = [
    { kind: "address_changed", to: { person: id } },
    { kind: "link_made", to: { role: "administrator" }, actor, detail: { account: person.name } },
  ];
  const detail = { emailHash: hashEmail(email) };
  const entry = { action: "staff.address_changed" as const, subject: `staff ${id}`, detail, notices };
  const hasSetUp = (await everReady(db)).has(entry.subject);
  return withAudit(db, actor, now, entry, () =>
    transaction(staff, async (tx) => {
      if (hasSetUp || (await personOf(tx, id)).twoFactorEnabled)
        throw new Problem("conflict", "They have set up their account: they ask for another address themself.");
      await refuseTaken(tx, email);
      // Kept so that the old address is told.
      const times = { askedAt: now, expiresAt: now, confirmedAt: now };
      const values = { oldEmail: person.email, email, byMail: false, ...times };
      await tx.orm
        .insert(newAddress)
        .values({ userId: id, ...values })
        .onConflictDoUpdate({ target: newAddress.userId, set: values });
      await tx.orm.update(user).set({ email, updatedAt: now }).where(eq(user.id, id));
      return makeLink({ db: tx, secret }, id, now);
    }),
  );
}

function take(db: Db, staff: StaffDb, by: Principal, { userId, email, askedAt }: Row, now: Date) {
  const told: NewNotice = { kind: "address_changed", to: { person: userId } };
  const entry = {
    ...{ action: "staff.address_changed" as const, subject: `staff ${userId}` },
    ...{ detail: { emailHash: hashEmail(email) }, notices: [told] },
  };
  return withAudit(db, by, now, entry, () =>
    transaction(staff, async (tx) => {
      await refuseTaken(tx, email);
      const taken = await tx.orm
        .update(newAddress)
        .set({ confirmedAt: now })
        .where(and(eq(newAddress.userId, userId), eq(newAddress.askedAt, askedAt), openAt(now)))
        .returning();
      if (taken.length !== 1) throw new Problem("conflict", "Another address was asked for meanwhile.");
      await tx.orm.update(user).set({ email, updatedAt: now }).where(eq(user.id, userId));
    }),
  );
}

/** Whom a mail about a change of address goes to: the code to the new one, the news of the change to both. */
export async function addressesFor({ orm }: StaffDb, kind: "address_code" | "address_changed", userId: string) {
  const row = await orm.select().from(newAddress).where(eq(newAddress.userId, userId)).get();
  if (!row || (row.confirmedAt === null) !== (kind === "address_code")) return { row: undefined, to: [] };
  return { row, to: kind === "address_code" ? [row.email] : [row.oldEmail, row.email] };
}
