import type { Context } from "hono";
import { z } from "zod";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { confirmed } from "./confirm.ts";
import { requirePassword } from "./password-change.ts";
import { recordEvent } from "./people-commands.ts";
import { code, text } from "./shapes.ts";
import { signInFor, visitorOf } from "./signed-in.ts";

/** What changes to one's own account ask for again: the password, and a code of the authenticator or a recovery code. */
export const proof = z.strictObject({ password: text, code: code.optional(), recoveryCode: text.optional() });

/**
 * Proves that whoever sends this is the person of the session, and uses the code up. 401 with /password, 403
 * `confirmation-needed` with the code's field; both are counted as elsewhere and audited.
 */
export async function proveOneself(c: Context<Env>, { password, code, recoveryCode }: z.infer<typeof proof>) {
  const { db, actor, now } = c.var;
  try {
    await requirePassword(signInFor(c), actor, password, now());
  } catch (error) {
    const detail = { address: visitorOf(c).address, why: "password-change" };
    if (error instanceof Problem && error.slug === "wrong-credentials")
      await recordEvent(db, actor, now(), { action: "session.refused", subject: `staff ${actor.id}`, detail });
    throw error;
  }
  await confirmed(c, recoveryCode === undefined ? code : { recoveryCode });
}
