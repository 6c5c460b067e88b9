import pino from "pino";
import { z } from "zod";
import { driverError, isDiskFull } from "./db/database.ts";

const error = z.strictObject({
  type: z.string(),
  code: z.string().optional(),
  message: z.string(),
  stack: z.array(z.string()),
});
const head = { time: z.iso.datetime(), level: z.int(), msg: z.string() };
/** What a line of the log says beside `time`, `level` (pino's: 30 information, 50 error, 60 the end) and `msg`. */
const events = {
  listening: { origin: z.url() },
  "metrics-listening": { origin: z.url() },
  "no-account": {},
  seeded: { releases: z.int() },
  "audit-head": { auditHead: z.string(), auditRow: z.int() },
  /** A request that ended with 500 or 507; whoever asked was told the id. */
  "request-failed": { requestId: z.string(), error },
  /** Something that the server does by itself; `times` it failed so since the line before. */
  "task-failed": { times: z.int(), error },
  /** Accounts whose second factor needs another secret. */
  "staff-secret": { accounts: z.int() },
  "cannot-start": {},
  crashed: { error },
} as const;
type Events = { [E in keyof typeof events]: z.infer<z.ZodObject<(typeof events)[E]>> };

/** A line of the log: nothing else is written, and nothing of it names a person, an address or what somebody typed. */
export const logLine = z.discriminatedUnion(
  "event",
  Object.entries(events).map(([event, more]) => z.strictObject({ ...head, event: z.literal(event), ...more })) as never,
);

/** The message of an error may repeat what was typed: quoted text, bound values, queries and addresses are left out. */
const withoutContent = (message: string): string =>
  message
    .replace(/\bparams:[\s\S]*/, "params: …")
    .replace(/(["'`])[\s\S]*\1/g, "$1…$1")
    .replace(/[^\s<>(),;]+@[^\s<>(),;]+/g, "…@…")
    .replace(/\?\S*/g, "?…")
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b|(?<![\w:])(?=[\da-f:]*:[\da-f]*:)[\da-f:.]{3,}/gi, "(address)")
    .slice(0, 500);

function describe(thrown: unknown): z.infer<typeof error> {
  const found = driverError(thrown);
  if (!(found instanceof Error)) return { type: typeof found, message: withoutContent(String(found)), stack: [] };
  const { code } = found as { code?: unknown };
  return {
    type: found.name,
    ...(typeof code === "string" && { code }),
    message: withoutContent(found.message),
    // The stack begins with the message, whose lines may look like places.
    stack: (found.stack ?? "")
      .replace(found.message, "")
      .split("\n")
      .flatMap((line) => /^\s+at (.*)/.exec(line)?.[1] ?? []),
  };
}

/** What a person sees who starts the server by hand: words instead of JSON, unless an error has more to say. */
const forTerminal = (line: string) => {
  const { error, msg } = JSON.parse(line) as { error?: object; msg: string };
  return error ? line : `${msg}\n`;
};

/** A task that runs each second and fails is said so often, while it fails for the same reason. */
const REPEATED_MS = 60_000;

/** The log of the server: one line of JSON for each event. */
export function createLog(level: string, write?: (line: string) => void, clock = () => performance.now()) {
  const onTerminal = (line: string) => process.stdout.write(forTerminal(line));
  const to = write ?? (process.stdout.isTTY ? onTerminal : undefined);
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    to ? { write: to } : pino.destination({ dest: 1, sync: true }),
  );
  const at =
    (level: "info" | "error" | "fatal") =>
    <E extends keyof Events>(event: E, msg: string, more: Events[E]) =>
      logger[level]({ event, ...more } as object, msg);
  const [info, fail, end] = [at("info"), at("error"), at("fatal")];
  return {
    info,
    requestFailed: (requestId: string, thrown: unknown) =>
      fail(
        "request-failed",
        isDiskFull(thrown) ? "the disk is full; the change was refused as a whole" : "unforeseen error",
        { requestId, error: describe(thrown) },
      ),
    taskFailed: (what: string) => {
      const first = (message: string) => ({ message, at: Number.NEGATIVE_INFINITY, times: 0 });
      let last = first("");
      return (thrown: unknown) => {
        const error = describe(thrown);
        if (last.message !== error.message) last = first(error.message);
        last.times += 1;
        if (clock() - last.at < REPEATED_MS) return;
        fail("task-failed", `${what} failed`, { times: last.times, error });
        Object.assign(last, { at: clock(), times: 0 });
      };
    },
    lockedOut: (accounts: number) =>
      fail(
        "staff-secret",
        `Second factors are sealed with another STAFF_SECRET than this one (staff.secret beside the database), and open no session (accounts: ${accounts}). Put it back from a backup, or reset them (docs/operating.md).`,
        { accounts },
      ),
    cannotStart: (why: string) => end("cannot-start", why, {}),
    crashed: (thrown: unknown) => end("crashed", "the server ends", { error: describe(thrown) }),
  };
}
