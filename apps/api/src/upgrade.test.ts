import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NOW, SEED_DIR, testApp } from "./app.fixture.ts";
import { openDb } from "./audit/open.ts";
import { countOlderRows } from "./audit/upgrade.ts";
import { type Db, openDatabase } from "./db/database.ts";
import { openRaw, queryColumn, queryScalar, type Raw, tamper } from "./db/raw.fixture.ts";
import { dataVersion } from "./db/sqlite/data-version.ts";
import { FIGURES, openFile } from "./db/sqlite/file.ts";
import { staffFileFor } from "./identity/open.ts";
import { openSignIn } from "./identity/sign-in.ts";
import { LOCAL, socket } from "./identity/staff.fixture.ts";
import { fixtureCommits, fixtureFile, fixturePeople } from "./older-database.fixture.ts";
import { loadSeed } from "./seed/load.ts";
import { evidenceDirFor } from "./submissions/evidence/store.ts";
import { publishDue } from "./submissions/review/scheduled.ts";
import { findFaults, findTampering } from "./verify/verify.ts";

const INSTANT = new Date("2026-12-01T02:00:00Z");
const audit = async (db: Db, from: number) => {
  const rows = await db.all("SELECT action, subject FROM audit WHERE id > @from ORDER BY id", { from });
  return rows.map((row) => Object.values(row));
};
const lastAudit = (file: string) => {
  const raw = openRaw(file, { readonly: true });
  const id = raw.prepare("SELECT max(id) FROM audit").pluck().get() as number;
  raw.close();
  return id;
};
/** Everything published or decided, without empty columns, which may be newer. */
const publishedRows = (db: Raw) =>
  [
    "release",
    "observation_revision",
    "definition_revision",
    "submission_item",
    "review_item",
    "evidence",
    "idempotency",
  ].map((table) => JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all(), (_, value) => value ?? undefined));

describe("a database of an earlier version", () => {
  test("opens, verifies, and serves readers and staff as before", async () => {
    const file = fixtureFile();
    const db = await openDb(file, NOW);
    const signIn = await openSignIn({ file: staffFileFor(file), publicOrigin: null });
    const server = await testApp({ db, signIn, now: () => new Date("2026-11-27T02:00:00Z") });
    expect(await findTampering({ db, staff: signIn.db, evidenceDir: evidenceDirFor(file), now: NOW })).toBeNull();
    expect((await server.json("/releases/63")).release).toMatchObject({
      enteredBy: "Nguyễn Thị Lan",
      approvedBy: "Phạm Thanh Hoa",
    });
    expect((await server.json("/observations?indicator=GII_RANK&area=VNM")).items.at(-1).value).toBe(42);
    const { email, password } = fixturePeople.lan;
    const answer = await server.app.request(
      `${LOCAL}/api/v1/session`,
      {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin", "content-type": "application/json" },
        body: JSON.stringify({ email, password }),
      },
      socket("127.0.0.1"),
    );
    expect(await answer.json()).toEqual({ next: "second-factor" });
    expect(server.logged).toEqual([]);
    await signIn.db.close();
    await db.close();
  });
  test("is bound to the audit log once: pending work is hashed, delegations end, and decided rows are untouched", async () => {
    const file = fixtureFile();
    const [before, id] = [openRaw(file, { readonly: true }), lastAudit(file)];
    const rows = publishedRows(before);
    before.close();
    const db = await openDb(file, NOW);
    const done = await audit(db, id);
    expect(done).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 9].map((n) => ["upgrade.hashed", `submission ${n}`]),
      ["upgrade.hashed", "answers"],
      ["review.delegation_ended", "delegation 2"],
    ]);
    const after = openRaw(file, { readonly: true });
    expect(publishedRows(after)).toEqual(rows);
    after.close();
    const hashed = await queryColumn(db, "SELECT id FROM submission WHERE items_hash IS NOT NULL ORDER BY id");
    expect(hashed).toEqual([3, 4, 9]);
    expect(await queryScalar(db, "SELECT count(*) FROM delegation WHERE revoked_at IS NULL")).toBe(0);
    expect(await countOlderRows(db)).toBe(26);
    await db.close();
    const again = await openDb(file, NOW);
    expect(await audit(again, id)).toEqual(done);
    await again.close();
  });
  test("publishes scheduled work at its instant, and people continue where they were", async () => {
    const db = await openDb(fixtureFile(), NOW);
    expect(await publishDue(db, new Date(INSTANT.getTime() - 1))).toEqual([]);
    expect(await publishDue(db, INSTANT)).toEqual([65]);
    expect(await queryScalar(db, "SELECT obs_value FROM observation_revision WHERE release_id = 65")).toBe("88.5");
    expect(await findTampering({ db, now: NOW })).toBeNull();
    await db.close();
  });
  test.each([
    ["its figure", "UPDATE submission_item SET obs_value = '99.9' WHERE submission_id = 3"],
    [
      "its figure and hash",
      "UPDATE submission_item SET obs_value = '99.9' WHERE submission_id = 3; UPDATE submission SET items_hash = 'x' WHERE id = 3",
    ],
    ["its reviewer", "UPDATE review SET reviewer_name = 'x' WHERE submission_id = 3"],
    [
      "its figure, for a second binding",
      "UPDATE submission_item SET obs_value = '99.9' WHERE submission_id = 3; UPDATE submission SET items_hash = NULL WHERE id = 3; PRAGMA user_version = 0",
    ],
  ])("publishes nothing where %s was changed in the file since, and verify names it", async (_, sql) => {
    const file = fixtureFile();
    await (await openDb(file, NOW)).close();
    tamper(file, sql);
    const db = await openDb(file, NOW);
    expect(await publishDue(db, INSTANT)).toEqual([]);
    expect(await queryScalar(db, "SELECT state FROM schedule WHERE submission_id = 3")).toBe("failed");
    expect(await findTampering({ db, now: NOW })).toMatch(/^submission [13]: /);
    await db.close();
  });
  test("interrupted between schema and data migration, is unchanged and is bound at the next start", async () => {
    const file = fixtureFile();
    const id = lastAudit(file);
    await openDatabase("figures", openFile(file, FIGURES)).close();
    const cut = openRaw(file);
    // Interrupted again during binding: a hash that cannot be written.
    cut.exec(
      "CREATE TRIGGER stop BEFORE INSERT ON audit WHEN NEW.subject = 'submission 9' BEGIN SELECT RAISE(ABORT, 'power cut'); END",
    );
    await expect(openDb(file, NOW)).rejects.toThrow("power cut");
    expect(cut.prepare("SELECT count(*) FROM submission WHERE items_hash IS NOT NULL").pluck().get()).toBe(0);
    expect([cut.pragma("user_version", { simple: true }), lastAudit(file)]).toEqual([0, id]);
    cut.exec("DROP TRIGGER stop");
    cut.close();
    const db = await openDb(file, NOW);
    expect([(await audit(db, id)).length, await findTampering({ db, now: NOW })]).toEqual([10, null]);
    await db.close();
  });
});

test.each(fixtureCommits)(
  "the files of %s are upgraded: nothing published or decided changes, all verifies, and the audit goes on",
  async (commit) => {
    const file = fixtureFile(commit);
    const [before, id] = [openRaw(file, { readonly: true }), lastAudit(file)];
    const rows = publishedRows(before);
    const head = before.prepare("SELECT hash FROM audit WHERE id = ?").pluck().get(id);
    before.close();
    const db = await openDb(file, NOW);
    const signIn = await openSignIn({ file: staffFileFor(file), publicOrigin: null });
    const loading = new Date("2026-11-29T02:00:00Z");
    const places = { db, staff: signIn.db, evidenceDir: evidenceDirFor(file), now: loading };
    expect(await findFaults(places)).toEqual([]);
    const after = openRaw(file, { readonly: true });
    expect(publishedRows(after)).toEqual(rows);
    expect(after.prepare("SELECT hash FROM audit WHERE id = ?").pluck().get(id)).toBe(head);
    expect(after.pragma("foreign_key_check")).toEqual([]);
    after.close();
    expect((await loadSeed(db, SEED_DIR, loading)).releases).toBeLessThanOrEqual(1);
    expect(await findFaults(places)).toEqual([]);
    await signIn.db.close();
    await db.close();
  },
);

const LISTS = [
  ...["/indicators", "/targets", "/targets.csv", "/assessments", "/assessments.csv", "/documents", "/sources"],
  ...["/orientations", "/commitments", "/milestones", "/areas", "/compilers", "/bodies"],
];

test("today's reference data come as one release dated on loading, and no answer of an older release changes by a byte", async () => {
  const db = await openDb(fixtureFile(), NOW);
  const loading = new Date("2026-11-27T02:00:00Z");
  const past = async () => {
    const { get, json } = await testApp({ db, now: () => loading });
    const codes = (await json("/indicators?release=62")).items.map((one: { code: string }) => one.code);
    const each = codes.map((code: string) => `/indicators/${code}`);
    const found: Record<string, string> = {};
    for (let release = 1; release <= 62; release++)
      for (const path of release % 20 === 2 ? [...LISTS, ...each, "/observations.csv", `/releases/${release}`] : LISTS)
        found[`${path} ${release}`] = await (await get(`${path}?release=${release}&lang=en`)).text();
    return found;
  };
  const before = await past();
  expect(await loadSeed(db, SEED_DIR, loading)).toEqual({ releases: 1 });
  expect(await db.one("SELECT origin, published_at AS at FROM release WHERE id = 65")).toEqual({
    origin: "seed_change",
    at: loading.toISOString(),
  });
  const after = await past();
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(Object.keys(after).filter((key) => after[key] !== before[key])).toEqual([]);
  const { json } = await testApp({ db, now: () => loading });
  const payment = async (release: string) =>
    (await json(`/assessments/D2289-2025-PAYMENT_ACCOUNTS${release}`)).assessment.class;
  expect([await payment("?release=62"), await payment("")]).toEqual(["not_assessable", "met"]);
  expect(await findTampering({ db, now: loading })).toBeNull();
  await db.close();
});

test("opening a new database again adds nothing to the audit log", async () => {
  const file = join(fixtureFile(), "../new.sqlite");
  await (await openDb(file, NOW)).close();
  const db = await openDb(file, NOW);
  expect([await dataVersion(db), await audit(db, 0)]).toEqual([1, []]);
  await db.close();
});
