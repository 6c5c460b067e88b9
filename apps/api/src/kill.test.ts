import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Role } from "@moc2030/shared/actions";
import { expect, test } from "vitest";
import { NOW, seededDb } from "./app.fixture.ts";
import { openDb } from "./audit/open.ts";
import { staffFileFor } from "./identity/open.ts";
import { user } from "./identity/schema.ts";
import { openSession } from "./identity/sessions.ts";
import { openSignIn } from "./identity/sign-in.ts";
import { program } from "./programs.fixture.ts";
import { findTampering } from "./verify/verify.ts";

const SECRET = "a secret for this test alone, long enough";
/** Seed of the kill times; set KILL_SEED to repeat a run. */
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const ROUNDS = Number(process.env.KILL_ROUNDS ?? (process.env.CI ? 20 : 5));

/** A session written into the file of a stopped server. */
async function signedIn(file: string, role: Role): Promise<string> {
  const signIn = await openSignIn({ file: staffFileFor(file), secret: SECRET, publicOrigin: null });
  const now = new Date();
  const id = randomUUID();
  await signIn.db.orm.insert(user).values({
    id,
    name: role,
    email: `${id}@example.vn`,
    role,
    twoFactorEnabled: true,
    createdAt: now,
    updatedAt: now,
  });
  const cookie = await openSession(signIn, id, { cookies: "", address: "127.0.0.1", agent: "" }, now);
  await signIn.db.close();
  return cookie.split(";")[0] ?? "";
}

function start(file: string): Promise<{ server: ChildProcess; origin: string }> {
  const server = spawn(process.execPath, [program("server"), file, SECRET], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (origin) resolve({ server, origin });
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** Pseudorandom numbers from 0 to 1 (Park and Miller). */
function drawn(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test(`kill −9 while approvals run, ${ROUNDS} times (KILL_SEED=${SEED}): acknowledged ones are complete and there once, and a retry with the same key applies once`, async () => {
  const seeded = await seededDb();
  const { file } = seeded;
  await seeded.close();
  const [author, reviewer] = [await signedIn(file, "contributor"), await signedIn(file, "reviewer")];
  /** Idempotency-Key → the acknowledged release, null without a response. */
  const approvals = new Map<string, { id: number; version: number; value: string; release: number | null }>();
  let value = 0;
  const random = drawn(SEED);

  for (let round = 0; round < ROUNDS; round++) {
    const { server, origin } = await start(file);
    const dead = new Promise((done) => server.once("exit", done));
    const ask = async (cookie: string, path: string, body?: object, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${origin}/api/v1${path}`, {
        method: "POST",
        headers: {
          cookie,
          "sec-fetch-site": "same-origin",
          ...(body && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
      return { status: answer.status, body: (await answer.json()) as any };
    };
    const approve = async (key: string) => {
      const a = approvals.get(key);
      if (!a) throw new Error("unknown key");
      const { status, body } = await ask(
        reviewer,
        `/submissions/${a.id}/review`,
        { approve: "all" },
        { "if-match": `"${a.version}"`, "idempotency-key": key },
      );
      expect([status, body.detail]).toEqual([200, undefined]);
      if (a.release !== null) expect(body.release).toBe(a.release);
      a.release = body.release;
    };
    // Repeat requests that got no response, and some that did.
    for (const [key, { release }] of [...approvals].slice(-6))
      if (release === null || round % 3 === 0) await approve(key);
    // After some approvals, during the next one; by count, since machines differ in speed.
    let left = 1 + Math.floor(random() * 5);
    const pause = random() * 40;
    try {
      for (;;) {
        value++;
        const item = {
          indicator: "SMART_CITY_SCHEMES",
          compiler: "MOC",
          refArea: "VNM",
          timePeriod: 2026,
          value: String(1 + (value % 60)),
          source: "GII2025-CAFEF",
          reason: "own_error",
          reasonText: "x",
          confirmation: "x",
        };
        const made = await ask(author, "/submissions", { title: "x", items: [item] });
        expect(made.status).toBe(200);
        const sent = await ask(author, `/submissions/${made.body.id}/submit`, undefined, {
          "if-match": `"${made.body.version}"`,
        });
        expect([sent.status, sent.body.errors]).toEqual([200, undefined]);
        const key = `approval-${value}`;
        approvals.set(key, { id: made.body.id, version: sent.body.version, value: item.value, release: null });
        await approve(key);
        if (--left === 0) setTimeout(() => void server.kill("SIGKILL"), pause);
      }
    } catch (error) {
      // The connection is closed with the server; other errors are failures.
      if (!(error instanceof TypeError)) throw error;
    }
    await dead;
  }

  const { server, origin } = await start(file);
  const dead = new Promise((done) => server.once("exit", done));
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  server.kill("SIGTERM");
  expect(await dead).toBe(0);
  const db = await openDb(file, NOW);
  expect(await findTampering({ db, now: NOW })).toBeNull();
  const made = await db.all<{ release: number; value: string | null; submission: number }>(
    "SELECT l.id AS release, o.obs_value AS value, r.submission_id AS submission FROM release l JOIN review r ON r.id = l.review_id LEFT JOIN observation_revision o ON o.release_id = l.id WHERE l.origin = 'submission' ORDER BY l.id",
  );
  expect(made.every((m) => m.value !== null)).toBe(true);
  expect(new Set(made.map((m) => m.submission)).size).toBe(made.length);
  for (const { id, value, release } of approvals.values()) {
    const found = made.filter((m) => m.submission === id);
    if (release !== null) expect(found).toEqual([{ release, value, submission: id }]);
    expect(found.length).toBeLessThanOrEqual(1);
  }
  expect([...approvals.values()].filter((a) => a.release !== null).length).toBeGreaterThanOrEqual(ROUNDS);
  await db.close();
}, 300_000);
