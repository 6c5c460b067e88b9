import type { Context } from "hono";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { beginAttempt } from "./limits.ts";
import { recordEvent } from "./people-commands.ts";
import { CODE_REFUSED, useAuthenticatorCode, useRecoveryCode } from "./second-factor.ts";
import type { SignIn } from "./sign-in.ts";
import { signInFor } from "./signed-in.ts";

/** A code of one's authenticator, or a recovery code. */
export type Proof = string | { recoveryCode: string };

/**
 * Confirms the actor with a code of their authenticator, or a recovery code, which is then used up. 403
 * `confirmation-needed` if missing, wrong or used; 429 after ten failures in 15 minutes, which do not affect sign-in.
 */
async function confirmSecondFactor(
  signIn: SignIn,
  actor: Pick<Actor, "id">,
  given: Proof | undefined,
  now: Date,
): Promise<void> {
  if (given === undefined)
    throw new Problem("confirmation-needed", "Send `code`: what your own authenticator shows now.", [
      { pointer: "/code", detail: "expected a code of your authenticator" },
    ]);
  const forgive = await beginAttempt(signIn.db, { account: `confirm ${actor.id}` }, now);
  const byRecovery = typeof given === "object";
  const outcome = byRecovery
    ? (await useRecoveryCode(signIn.db, signIn.secret, actor.id, given.recoveryCode))
      ? "ok"
      : "wrong"
    : await useAuthenticatorCode(signIn, actor.id, given, now);
  if (outcome !== "ok")
    throw new Problem("confirmation-needed", CODE_REFUSED[outcome], [
      {
        pointer: byRecovery ? "/recoveryCode" : "/code",
        detail: outcome === "used" ? "has been used" : "is not right",
      },
    ]);
  await forgive();
}

/** Confirms the actor of a request by the code that it gives, as above; a code that is refused is audited. */
export async function confirmed(c: Context<Env>, given: Proof | undefined): Promise<void> {
  const { db, actor, now } = c.var;
  try {
    await confirmSecondFactor(signInFor(c), actor, given, now());
  } catch (error) {
    if (given !== undefined && error instanceof Problem && error.slug === "confirmation-needed")
      await recordEvent(db, actor, now(), { action: "staff.confirmation_refused", subject: `staff ${actor.id}` });
    throw error;
  }
}
