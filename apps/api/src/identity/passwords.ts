import { hash, verify } from "@node-rs/argon2";
import { Problem } from "../http/problem.ts";
import { slots } from "../http/slots.ts";
import { isGuessable } from "./guessable.ts";

/** argon2id, 64 MiB, three passes, one lane: within the recommendations of OWASP and RFC 9106, 60 to 300 ms. */
const COST = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;
/** Each takes 64 MiB. */
const withSlot = slots({
  atOnce: 4,
  waiting: 40,
  refusal: () =>
    new Problem("too-many-attempts", "Too many people are signing in at once; try again in a minute.", [], {
      "Retry-After": "60",
    }),
});

/** The stored hash of a password. */
export const hashPassword = (password: string): Promise<string> =>
  withSlot(() => hash(password.normalize("NFKC"), COST));

/** Verifies a password; known devices (`isKnown`) do not queue behind others. */
export const verifyPassword = (
  { hash, password }: { hash: string; password: string },
  isKnown = false,
): Promise<boolean> => withSlot(() => verify(hash, password.normalize("NFKC")).catch(() => false), isKnown);

let dummy: Promise<string> | undefined;
/** Takes as long as a real check, for unknown accounts. */
export async function pretendToVerify(password: string): Promise<void> {
  dummy ??= hashPassword("nobody has this password");
  await verifyPassword({ hash: await dummy, password });
}

const LENGTH = { least: 12, most: 128 };

/** Why a password is rejected, or null. Length and guessability count, not composition. */
export function passwordRefusal(password: string, person: { name: string; email: string }): string | null {
  const length = [...password].length;
  if (length < LENGTH.least) return `at least ${LENGTH.least} characters`;
  if (length > LENGTH.most) return `at most ${LENGTH.most} characters`;
  return isGuessable(password, person)
    ? "too easy to guess: common words and phrases, your name and address, years and simple runs do not count"
    : null;
}
