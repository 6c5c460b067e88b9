import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { and, eq, lt } from "drizzle-orm";
import { Problem } from "../http/problem.ts";
import type { Actor } from "./actor.ts";
import { beginAttempt } from "./limits.ts";
import { twoFactor, usedCode } from "./schema.ts";
import type { SignIn } from "./sign-in.ts";

/** How long used codes are remembered: longer than an authenticator's code can be right. */
const REMEMBERED_MS = 5 * 60_000;

/**
 * Makes sure that whoever acts holds their own authenticator now: a code of it, which confirms once and opens no session
 * afterwards. 403 `confirmation-needed` where there is none, a wrong or a used one; 429 after ten failures in a quarter of
 * an hour, which keep nobody from signing in.
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
  const { orm } = signIn.db;
  const forgive = beginAttempt(signIn.db, { account: `confirm ${actor.id}` }, now);
  const kept = orm
    .select({ secret: twoFactor.secret })
    .from(twoFactor)
    .where(and(eq(twoFactor.userId, actor.id), eq(twoFactor.verified, true)))
    .get();
  const secret = kept && (await symmetricDecrypt({ key: signIn.secret, data: kept.secret }));
  const isRight = secret !== undefined && (await createOTP(secret, { digits: 6, period: 30 }).verify(code));
  orm
    .delete(usedCode)
    .where(lt(usedCode.at, new Date(now.getTime() - REMEMBERED_MS)))
    .run();
  const isFirst =
    isRight &&
    orm.insert(usedCode).values({ userId: actor.id, code, at: now }).onConflictDoNothing().run().changes === 1;
  if (!isFirst)
    throw new Problem(
      "confirmation-needed",
      isRight ? "This code has been used; wait for the next one." : "This code is not right.",
      [{ pointer: "/code", detail: isRight ? "has been used" : "is not right" }],
    );
  forgive();
}
