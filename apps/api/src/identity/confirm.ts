import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { beginAttempt } from "./limits.ts";
import { CODE_REFUSED, useAuthenticatorCode } from "./second-factor.ts";
import type { SignIn } from "./sign-in.ts";

/**
 * Confirms the actor with a code of their authenticator, which is then used up. 403 `confirmation-needed` if missing,
 * wrong or used; 429 after ten failures in 15 minutes, which do not affect sign-in.
 */
export async function confirmSecondFactor(
  signIn: SignIn,
  actor: Pick<Actor, "id">,
  code: string | undefined,
  now: Date,
): Promise<void> {
  if (code === undefined)
    throw new Problem("confirmation-needed", "Send `code`: what your own authenticator shows now.", [
      { pointer: "/code", detail: "expected a code of your authenticator" },
    ]);
  const forgive = await beginAttempt(signIn.db, { account: `confirm ${actor.id}` }, now);
  const outcome = await useAuthenticatorCode(signIn, actor.id, code, now);
  if (outcome !== "ok")
    throw new Problem("confirmation-needed", CODE_REFUSED[outcome], [
      { pointer: "/code", detail: outcome === "used" ? "has been used" : "is not right" },
    ]);
  await forgive();
}
