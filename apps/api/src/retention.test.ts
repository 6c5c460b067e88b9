import { expect, test, vi } from "vitest";
import { mail } from "./db/work/notices.ts";
import { accounts, PASSWORD } from "./identity/accounts.fixture.ts";
import { notify } from "./notices/notify.ts";
import { deleteExpired, deleteExpiredDaily } from "./retention.ts";
import { read } from "./submissions/team.fixture.ts";
import { findTampering } from "./verify/verify.ts";

const TABLES = ["session", "challenge", "attempt", "used_code", "new_factor", "new_address", "staff_link"];

/** Lan with a row in every table that holds something for a while. */
async function worked() {
  const server = await accounts();
  const { db, signIn } = server;
  const lan = await server.setUp("lan@example.vn");
  const { cookie } = await server.open(lan.email, { code: await lan.code() }, lan.device);
  const ask = (method: string, path: string, body?: object) => server.ask(method, path, body, { cookie });
  const [recoveryCode, another] = lan.recoveryCodes;
  await read(ask("POST", "/session/authenticator", { password: PASSWORD, recoveryCode }));
  await read(ask("POST", "/session/email", { email: "new@example.vn", password: PASSWORD, recoveryCode: another }));
  // A wrong password, and the right one without a code.
  await server.first(lan.email, "not this one", "203.0.113.9");
  await server.first(lan.email);
  const rows = async () =>
    Promise.all(
      TABLES.map(async (table) => [table, (await signIn.db.all(`SELECT * FROM ${table}`)).length > 0] as const),
    ).then((found) => found.flatMap(([table, isThere]) => (isThere ? [table] : [])));
  const clean = () => deleteExpired(db, signIn.db, server.now());
  const tampering = () => findTampering({ db, staff: signIn.db, now: server.now() });
  return { server, db, signIn, lan, cookie, ask, rows, clean, tampering };
}

test("what is in use stays: a session, an open change, an attempt that counts", async () => {
  const { server, lan, cookie, rows, clean } = await worked();
  expect(await rows()).toEqual(TABLES);
  await clean();
  expect(await rows()).toEqual(TABLES);
  expect(await server.me(cookie)).toMatchObject({ email: lan.email });
});

test("after its use nothing is left of addresses, browsers, links and codes; people sign in as before, and it verifies", async () => {
  const { server, lan, rows, clean, tampering } = await worked();
  server.wait(4 * 24 * 3600);
  await clean();
  expect(await rows()).toEqual(["staff_link"]);
  server.wait(8 * 24 * 3600);
  await clean();
  expect(await rows()).toEqual([]);
  expect(await tampering()).toBeNull();
  expect((await server.open(lan.email, { code: await lan.code() }, lan.device)).answer.status).toBe(200);
});

test("a former e-mail address is kept for a week, so that the news reaches it, and then deleted", async () => {
  const { server, signIn, lan, rows, clean, tampering } = await worked();
  await signIn.db.run("UPDATE new_address SET confirmed_at = @at", { at: server.now().getTime() });
  server.wait(6 * 24 * 3600);
  await clean();
  const held = await signIn.db.one<{ email: string }>("SELECT old_email AS email FROM new_address");
  expect(held).toEqual({ email: lan.email });
  server.wait(2 * 24 * 3600);
  await clean();
  expect(await rows()).not.toContain("new_address");
  expect(await tampering()).toBeNull();
});

test("what a relay said of mail that was given up is deleted after thirty days; who was told stays", async () => {
  const { server, db, signIn, clean, tampering } = await worked();
  const [person] = await signIn.db.all<{ id: string }>("SELECT id FROM user");
  const at = server.now().toISOString();
  await notify(db, at, { kind: "due", to: { person: person?.id ?? "" }, once: "due x" });
  const told = await db.one<{ id: number }>("SELECT max(id) AS id FROM notice");
  const failed = { state: "failed", tries: 8, nextAt: at, error: "550 no such user <lan@example.vn>" } as const;
  await db.orm.insert(mail).values({ noticeId: told?.id ?? 0, person: person?.id ?? "", ...failed });
  const errors = () => db.all("SELECT state, error FROM mail");
  server.wait(29 * 24 * 3600);
  await clean();
  expect(await errors()).toEqual([{ state: "failed", error: failed.error }]);
  server.wait(2 * 24 * 3600);
  await clean();
  expect(await errors()).toEqual([{ state: "failed", error: null }]);
  expect(await tampering()).toBeNull();
});

test("it is done at once, when the server starts", async () => {
  const { server, db, signIn, rows } = await worked();
  server.wait(30 * 24 * 3600);
  const job = deleteExpiredDaily(db, signIn.db, server.now, (error) => {
    throw error;
  });
  try {
    await vi.waitFor(async () => expect(await rows()).toEqual([]), { timeout: 60_000 });
  } finally {
    job.stop();
  }
});
