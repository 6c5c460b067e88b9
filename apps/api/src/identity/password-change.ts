import { and, eq } from "drizzle-orm";
import { type Db, transaction } from "../db/database.ts";
import { invalidField, Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { beginAttempt } from "./limits.ts";
import type { SignInStore } from "./open.ts";
import { hashPassword, passwordRefusal, verifyPassword } from "./passwords.ts";
import { withAudit } from "./people-commands.ts";
import { account, session } from "./schema.ts";

/** Throws a 401 unless this is the actor's password; ten wrong ones in 15 minutes do not affect sign-in. */
export async function requirePassword({ db }: SignInStore, { id }: Pick<Actor, "id">, password: string, now: Date) {
  // A separate bucket: failures by others must not block changing a leaked password.
  const forgive = await beginAttempt(db, { device: `password ${id}` }, now);
  const own = and(eq(account.userId, id), eq(account.providerId, "credential"));
  const stored = (await db.orm.select({ password: account.password }).from(account).where(own).get())?.password;
  if (!stored || !(await verifyPassword({ hash: stored, password }, true)))
    throw new Problem("wrong-credentials", "The present password is not right.", [
      { pointer: "/password", detail: "is not right" },
    ]);
  await forgive();
}

/** Changes one's own password, given the current one. Ends all sessions. */
export async function changePassword(
  db: Db,
  signIn: SignInStore,
  actor: Actor,
  current: string,
  next: string,
  now: Date,
) {
  await requirePassword(signIn, actor, current, now);
  const refusal = passwordRefusal(next, actor);
  if (refusal) throw invalidField("/next", refusal);
  const password = await hashPassword(next);
  await withAudit(db, actor, now, { action: "staff.password_changed", subject: `staff ${actor.id}` }, () =>
    transaction(signIn.db, async ({ orm }) => {
      const own = and(eq(account.userId, actor.id), eq(account.providerId, "credential"));
      await orm.update(account).set({ password, updatedAt: now }).where(own);
      await orm.delete(session).where(eq(session.userId, actor.id));
    }),
  );
}
