import { and, eq } from "drizzle-orm";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { beginAttempt } from "./limits.ts";
import { twoFactor } from "./schema.ts";
import { consumeCode, isValidCode } from "./second-factor.ts";
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
  const { db, secret } = signIn;
  const forgive = await beginAttempt(db, { account: `confirm ${actor.id}` }, now);
  const factor = await db.orm
    .select({ secret: twoFactor.secret })
    .from(twoFactor)
    .where(and(eq(twoFactor.userId, actor.id), eq(twoFactor.verified, true)))
    .get();
  const isRight = factor !== undefined && (await isValidCode(secret, factor.secret, code, now));
  const isFirst = isRight && (await consumeCode(db, actor.id, code, now));
  if (!isFirst)
    throw new Problem(
      "confirmation-needed",
      isRight ? "This code has been used; wait for the next one." : "This code is not right.",
      [{ pointer: "/code", detail: isRight ? "has been used" : "is not right" }],
    );
  await forgive();
}
