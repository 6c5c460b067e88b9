import { expect, test } from "vitest";
import { HEAD, NOW } from "../app.fixture.ts";
import { transaction } from "../db/database.ts";
import { queryScalar } from "../db/raw.fixture.ts";
import { gii2026, read, slug, team } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";

test("on a full disk staff read on, though the last use of their session cannot be written", async () => {
  let now = NOW;
  const t = await team({ now: () => now });
  await t.signIn.db.run(
    "CREATE TRIGGER grow AFTER UPDATE ON session BEGIN UPDATE user SET name = name || hex(zeroblob(40000)); END",
  );
  const pages = await queryScalar(t.signIn.db, "PRAGMA page_count");
  await transaction(t.signIn.db, (tx) => tx.all(`PRAGMA max_page_count = ${pages}`));
  now = new Date(NOW.getTime() + 5 * 60_000);
  const list = () => t.ask("GET", "/submissions", undefined, { cookie: t.lan.cookie });
  const answer = await list();
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
  // It ends when it would have.
  now = new Date(NOW.getTime() + 61 * 60_000);
  expect((await list()).status).toBe(401);
});

test("on a full disk a write fails as a whole with a 507; reads go on, and a retry with free space succeeds once", async () => {
  const t = await team();
  const made = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const key = { "idempotency-key": "approve-on-a-full-disk" };
  const approve = () => t.review(t.hoa, made, { approve: "all" }, key);
  const before = await t.events();
  /** Limits the file's size: at the limit SQLite reports a full disk. */
  const leaveRoom = (pages: unknown) => transaction(t.db, (tx) => tx.all(`PRAGMA max_page_count = ${pages}`));
  await leaveRoom(await queryScalar(t.db, "PRAGMA page_count"));
  const wide = Array.from({ length: 40 }, () => ({ ...gii2026, obsComVi: "x".repeat(1900) }));
  const refused = await t.lan.post("/submissions", { title: "x", items: wide });
  expect([refused.status, await slug(refused)]).toEqual([507, "storage-full"]);
  expect([await t.events(), await t.head(), (await read(t.lan.get("/submissions"))).items.length]).toEqual([
    before,
    HEAD,
    1,
  ]);
  expect((await t.get("/observations?indicator=GII_RANK&area=VNM")).status).toBe(200);
  await leaveRoom(1073741823);
  expect(await read(approve())).toMatchObject({ state: "approved", release: HEAD + 1 });
  expect(await read(approve())).toMatchObject({ release: HEAD + 1 });
  expect([await t.head(), await findTampering({ db: t.db, now: NOW })]).toEqual([HEAD + 1, null]);
});
