import type { AuditAction } from "@moc2030/shared/audit-actions";
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
 * `confirmation-needed` if wrong or used; 429 after ten failures in 15 minutes, which do not affect sign-in.
 */
async function confirmSecondFactor(signIn: SignIn, actor: Pick<Actor, "id">, given: Proof, now: Date): Promise<void> {
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

/** Does what a request asks for; where it is refused as `slug`, that is audited as an action of its actor. */
export async function refusalAudited(
  c: Context<Env>,
  slug: Problem["slug"],
  event: { action: AuditAction; detail?: Record<string, unknown> },
  work: () => Promise<void>,
): Promise<void> {
  const { db, actor, now } = c.var;
  try {
    await work();
  } catch (error) {
    if (error instanceof Problem && error.slug === slug)
      await recordEvent(db, actor, now(), { ...event, subject: `staff ${actor.id}` });
    throw error;
  }
}

/** The audit's entry for a code of the second factor that was refused. */
export const CONFIRMATION_REFUSED = { action: "staff.confirmation_refused" } as const;

/** Confirms the actor of a request by the code that it gives, as above; 403 where it gives none. */
export async function confirmed(c: Context<Env>, given: Proof | undefined): Promise<void> {
  const { actor, now } = c.var;
  if (given === undefined)
    throw new Problem("confirmation-needed", "Send `code`: what your own authenticator shows now.", [
      { pointer: "/code", detail: "expected a code of your authenticator" },
    ]);
  await refusalAudited(c, "confirmation-needed", CONFIRMATION_REFUSED, () =>
    confirmSecondFactor(signInFor(c), actor, given, now()),
  );
}
