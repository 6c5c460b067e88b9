import { and, eq } from "drizzle-orm";
import { type Db, transaction } from "../db/database.ts";
import { invalidField } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import type { SignInStore } from "./open.ts";
import { hashPassword, passwordRefusal } from "./passwords.ts";
import { withAudit } from "./people-commands.ts";
import { account, session } from "./schema.ts";

/** Changes the password of an actor who has proved the present one. Ends all sessions. */
export async function changePassword(db: Db, { db: staff }: SignInStore, actor: Actor, next: string, now: Date) {
  const refusal = passwordRefusal(next, actor);
  if (refusal) throw invalidField("/next", refusal);
  const password = await hashPassword(next);
  await withAudit(db, actor, now, { action: "staff.password_changed", subject: `staff ${actor.id}` }, () =>
    transaction(staff, async ({ orm }) => {
      const own = and(eq(account.userId, actor.id), eq(account.providerId, "credential"));
      await orm.update(account).set({ password, updatedAt: now }).where(own);
      await orm.delete(session).where(eq(session.userId, actor.id));
    }),
  );
}
