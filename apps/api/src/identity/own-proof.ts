import { and, eq } from "drizzle-orm";
import type { Context } from "hono";
import { z } from "zod";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { confirmed, refusalAudited } from "./confirm.ts";
import { beginAttempt } from "./limits.ts";
import type { SignInStore } from "./open.ts";
import { verifyPassword } from "./passwords.ts";
import { account } from "./schema.ts";
import { code, text } from "./shapes.ts";
import { signInFor, visitorOf } from "./signed-in.ts";

/** Throws a 401 that names `field` unless this is the actor's password; failures here do not affect sign-in. */
async function requirePassword(
  { db }: SignInStore,
  { id }: Pick<Actor, "id">,
  password: string,
  field: string,
  now: Date,
) {
  // A separate bucket: failures by others must not block changing a leaked password.
  const forgive = await beginAttempt(db, { device: `password ${id}` }, now);
  const own = and(eq(account.userId, id), eq(account.providerId, "credential"));
  const stored = (await db.orm.select({ password: account.password }).from(account).where(own).get())?.password;
  if (!stored || !(await verifyPassword({ hash: stored, password }, true)))
    throw new Problem("wrong-credentials", "The present password is not right.", [
      { pointer: `/${field}`, detail: "is not right" },
    ]);
  await forgive();
}

/** Requires the password of the session's person, sent as `field`: else 401; 429 after ten failures in 15 minutes. */
export async function provePassword(c: Context<Env>, password: string, field: string): Promise<void> {
  const { actor, now } = c.var;
  const detail = { address: visitorOf(c).address, why: "password-change" };
  await refusalAudited(c, "wrong-credentials", { action: "session.refused", detail }, () =>
    requirePassword(signInFor(c), actor, password, field, now()),
  );
}

/** What changes to one's own account ask for again: the password, and a code of the authenticator or a recovery code. */
export const proof = z.strictObject({ password: text, code: code.optional(), recoveryCode: text.optional() });

/**
 * Proves that whoever sends this is the person of the session, and uses the code up. 401 with /password, 403
 * `confirmation-needed` with the code's field; both are counted as elsewhere and audited.
 */
export async function proveOneself(c: Context<Env>, { password, code, recoveryCode }: z.infer<typeof proof>) {
  await provePassword(c, password, "password");
  await confirmed(c, recoveryCode === undefined ? code : { recoveryCode });
}
