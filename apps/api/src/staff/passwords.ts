import { hash, verify } from "@node-rs/argon2";
import { Problem } from "../http/problem.ts";

/** argon2id, 64 MiB, three passes, one lane: OWASP's and RFC 9106's range, some 60 to 300 ms here. */
const COST = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 } as const;
/** Hashes worked on at once: each takes 64 MiB. */
const AT_ONCE = 4;
/** More than this many waiting, and newcomers are turned away. */
const MOST_WAITING = 40;

const waiting: (() => void)[] = [];
let running = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      throw new Problem("too-many-attempts", "Too many people are signing in at once; try again in a minute.", [], {
        "Retry-After": "60",
      });
    await new Promise<void>((turn) => waiting.push(turn));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** The text to keep of a password. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize("NFKC"), COST));

/** Whether a password is the one that was hashed. */
export const verifyPassword = ({ hash: kept, password }: { hash: string; password: string }): Promise<boolean> =>
  inTurn(() => verify(kept, password.normalize("NFKC")).catch(() => false));

let dummy: Promise<string> | undefined;
/** Takes as long as a real check, for people who are not there. */
export async function pretendToVerify(password: string): Promise<void> {
  dummy ??= hashPassword("nobody has this password");
  await verifyPassword({ hash: await dummy, password });
}

const LENGTH = { least: 12, most: 128 };
/** What is tried first: long ones from published lists, and what lies near at hand here. */
const common = [
  "password",
  "matkhau",
  "mật khẩu",
  "qwerty",
  "asdfgh",
  "zxcvbn",
  "1q2w3e4r",
  "iloveyou",
  "letmein",
  "welcome",
  "administrator",
  "moc2030",
  "mốc 2030",
  "vietnam",
  "việt nam",
  "anhyeuem",
  "chiếnlược",
];

/** Why a password is refused; null where it is not. Length counts, not composition. */
export function passwordRefusal(password: string, email: string): string | null {
  const length = [...password].length;
  if (length < LENGTH.least) return `at least ${LENGTH.least} characters`;
  if (length > LENGTH.most) return `at most ${LENGTH.most} characters`;
  // What is left once well-known words, the address and runs of digits are taken out must still be something.
  let rest = password.toLowerCase().normalize("NFKC");
  for (const word of [...common, email.toLowerCase(), email.toLowerCase().split("@")[0] ?? ""])
    if (word.length > 2) rest = rest.replaceAll(word, "");
  rest = rest.replace(/(19|20)\d\d/g, "");
  const letters = [...rest].filter((letter, i, all) => {
    const step = (letter.codePointAt(0) ?? 0) - (all[i - 1]?.codePointAt(0) ?? -9);
    return Math.abs(step) > 1;
  });
  if (new Set(letters).size < 5) return "too easy to guess: common words, your address and simple runs do not count";
  return null;
}
