import { randomUUID } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import { type Db, transaction } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { beginAttempt } from "./limits.ts";
import type { SignInStore } from "./open.ts";
import { withAudit } from "./people-commands.ts";
import { newFactor, session, twoFactor } from "./schema.ts";
import { CODE_REFUSED, consumeCode, isValidCode, newAuthenticator } from "./second-factor.ts";

/** Time to scan and confirm a new authenticator. */
const MINUTES = 15;

/** Prepares a new authenticator, which counts once confirmed; the present one works until then. Returns its otpauth URI. */
export async function beginNewFactor({ db, secret }: SignInStore, actor: Actor, now: Date): Promise<string> {
  const { sealed, uri } = newAuthenticator(secret, actor.email);
  const values = { secret: sealed, expiresAt: new Date(now.getTime() + MINUTES * 60_000) };
  await db.orm
    .insert(newFactor)
    .values({ userId: actor.id, ...values })
    .onConflictDoUpdate({ target: newFactor.userId, set: values });
  return uri;
}

/**
 * Puts the prepared authenticator in the place of the present one, given a code of it. Other sessions and all known
 * devices end; recovery codes stay. 409 if none was prepared in the last 15 minutes, 401 with /code for a wrong code.
 */
export async function completeNewFactor(
  db: Db,
  { db: staff, secret }: SignInStore,
  actor: Actor,
  code: string,
  now: Date,
) {
  const own = eq(newFactor.userId, actor.id);
  const begun = await staff.orm.select().from(newFactor).where(own).get();
  const again = () => new Problem("conflict", "Begin again: a new phone is confirmed within 15 minutes.");
  if (!begun || begun.expiresAt <= now) throw again();
  const refused = (why: keyof typeof CODE_REFUSED) =>
    new Problem("wrong-credentials", CODE_REFUSED[why], [{ pointer: "/code", detail: "is not right" }]);
  const forgive = await beginAttempt(staff, { account: `confirm ${actor.id}` }, now);
  if (!(await isValidCode(secret, begun.secret, code, now))) throw refused("wrong");
  const [subject, kind] = [`staff ${actor.id}`, "factor_renewed" as const];
  const entry = { action: "staff.factor_renewed" as const, subject, notices: [{ kind, to: { person: actor.id } }] };
  await withAudit(db, actor, now, entry, () =>
    transaction(staff, async (tx) => {
      const taken = await tx.orm
        .delete(newFactor)
        .where(and(own, eq(newFactor.secret, begun.secret)))
        .returning();
      if (taken.length !== 1) throw again();
      if (!(await consumeCode(tx, actor.id, code, now))) throw refused("used");
      // A new id: devices known by the old second factor are strangers again.
      const renewed = { id: randomUUID(), secret: begun.secret };
      await tx.orm.update(twoFactor).set(renewed).where(eq(twoFactor.userId, actor.id));
      await tx.orm.delete(session).where(and(eq(session.userId, actor.id), ne(session.id, actor.session)));
      await forgive(tx);
    }),
  );
}
