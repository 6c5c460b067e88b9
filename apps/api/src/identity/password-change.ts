import { and, eq } from "drizzle-orm";
import { type Db, transaction } from "../db/database.ts";
import { invalidField, Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { beginAttempt } from "./limits.ts";
import { hashPassword, passwordRefusal, verifyPassword } from "./passwords.ts";
import { withAudit } from "./people-commands.ts";
import { account, session } from "./schema.ts";
import type { SignIn } from "./sign-in.ts";

/** Changes one's own password, given the current one. Ends all sessions. */
export async function changePassword(
  db: Db,
  { db: staff }: SignIn,
  actor: Actor,
  current: string,
  next: string,
  now: Date,
) {
  // A separate bucket: failures by others must not block changing a leaked password.
  const forgive = await beginAttempt(staff, { device: `password ${actor.id}` }, now);
  const own = and(eq(account.userId, actor.id), eq(account.providerId, "credential"));
  const stored = (await staff.orm.select({ password: account.password }).from(account).where(own).get())?.password;
  if (!stored || !(await verifyPassword({ hash: stored, password: current }, true)))
    throw new Problem("wrong-credentials", "The present password is not right.");
  await forgive();
  const refusal = passwordRefusal(next, actor);
  if (refusal) throw invalidField("/next", refusal);
  const password = await hashPassword(next);
  await withAudit(db, actor, now, { action: "staff.password_changed", subject: `staff ${actor.id}` }, () =>
    transaction(staff, async ({ orm }) => {
      await orm.update(account).set({ password, updatedAt: now }).where(own);
      await orm.delete(session).where(eq(session.userId, actor.id));
    }),
  );
}
