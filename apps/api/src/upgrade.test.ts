import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { describe, expect, test } from "vitest";
import { tamper } from "./audit/tamper.examples.ts";
import { countOlder } from "./audit/upgrade.ts";
import { findTampering } from "./audit/verify.ts";
import { MIGRATIONS } from "./db/migrations.ts";
import { type Db, openDb } from "./db/open.ts";
import { evidenceDirFor } from "./evidence/store.ts";
import { publishDue } from "./reviews/scheduled.ts";
import { staffFileFor } from "./staff/open.ts";
import { openSignIn } from "./staff/sign-in.ts";
import { testApp } from "./test-app.ts";
import { fixtureFile, fixturePeople } from "./test-fixture.ts";
import { LOCAL, socket } from "./test-staff.ts";

const INSTANT = new Date("2026-12-01T02:00:00Z");
const audit = (db: Db, from: number) =>
  db.reader.prepare("SELECT action, subject FROM audit WHERE id > ? ORDER BY id").raw().all(from) as [string, string][];
const lastAudit = (file: string) => {
  const raw = new Sqlite(file, { readonly: true });
  const id = raw.prepare("SELECT max(id) FROM audit").pluck().get() as number;
  raw.close();
  return id;
};
/** Everything that was published or decided, as rows without what is not said in them: columns that came later are empty. */
const kept = (db: Sqlite.Database) =>
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
  test("is opened, verifies, and serves readers and staff as before", async () => {
    const file = fixtureFile();
    const db = openDb(file);
    const signIn = openSignIn({ file: staffFileFor(file), publicOrigin: null });
    const server = await testApp({ db, signIn, now: () => new Date("2026-11-27T02:00:00Z") });
    expect(findTampering(db, { staff: signIn.db, evidenceDir: evidenceDirFor(file) })).toBeNull();
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
    signIn.db.close();
    db.close();
  });
  test("is bound to the audit once: what waits is hashed, delegations end, and no row that was decided on is touched", () => {
    const file = fixtureFile();
    const [before, id] = [new Sqlite(file, { readonly: true }), lastAudit(file)];
    const rows = kept(before);
    before.close();
    const db = openDb(file);
    const done = audit(db, id);
    expect(done).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 9].map((n) => ["upgrade.hashed", `submission ${n}`]),
      ["upgrade.hashed", "answers"],
      ["review.delegation_ended", "delegation 2"],
    ]);
    expect(kept(db.reader)).toEqual(rows);
    expect(
      db.reader.prepare("SELECT id FROM submission WHERE items_hash IS NOT NULL ORDER BY id").pluck().all(),
    ).toEqual([3, 4, 9]);
    expect(db.reader.prepare("SELECT count(*) FROM delegation WHERE revoked_at IS NULL").pluck().get()).toBe(0);
    expect(countOlder(db)).toBe(26);
    db.close();
    const again = openDb(file);
    expect(audit(again, id)).toEqual(done);
    again.close();
  });
  test("publishes what waited at its instant, and its people go on where they were", async () => {
    const db = openDb(fixtureFile());
    expect(await publishDue(db, new Date(INSTANT.getTime() - 1))).toEqual([]);
    expect(await publishDue(db, INSTANT)).toEqual([65]);
    expect(db.reader.prepare("SELECT obs_value FROM observation_revision WHERE release_id = 65").pluck().get()).toBe(
      "88.5",
    );
    expect(findTampering(db)).toBeNull();
    db.close();
  });
  test.each([
    ["its figure", "UPDATE submission_item SET obs_value = '99.9' WHERE submission_id = 3"],
    [
      "its figure and hash",
      "UPDATE submission_item SET obs_value = '99.9' WHERE submission_id = 3; UPDATE submission SET items_hash = 'x' WHERE id = 3",
    ],
    ["its reviewer", "UPDATE review SET reviewer_name = 'x' WHERE submission_id = 3"],
    [
      "its figure, to be hashed again",
      "UPDATE submission_item SET obs_value = '99.9' WHERE submission_id = 3; UPDATE submission SET items_hash = NULL WHERE id = 3; PRAGMA user_version = 0",
    ],
  ])("publishes nothing where %s was changed in the file since, and verify names it", async (_, sql) => {
    const file = fixtureFile();
    openDb(file).close();
    tamper(file, sql);
    const db = openDb(file);
    expect(await publishDue(db, INSTANT)).toEqual([]);
    expect(db.reader.prepare("SELECT state FROM schedule WHERE submission_id = 3").pluck().get()).toBe("failed");
    expect(findTampering(db)).toMatch(/^submission [13]: /);
    db.close();
  });
  test("cut short between its tables and its binding is as it was, and is bound at the next start", () => {
    const file = fixtureFile();
    const id = lastAudit(file);
    const cut = new Sqlite(file);
    migrate(drizzle(cut), { migrationsFolder: MIGRATIONS });
    // Cut short again, in the middle of the binding: a hash that cannot be written.
    cut.exec(
      "CREATE TRIGGER stop BEFORE INSERT ON audit WHEN NEW.subject = 'submission 9' BEGIN SELECT RAISE(ABORT, 'power cut'); END",
    );
    expect(() => openDb(file)).toThrow("power cut");
    expect(cut.prepare("SELECT count(*) FROM submission WHERE items_hash IS NOT NULL").pluck().get()).toBe(0);
    expect([cut.pragma("user_version", { simple: true }), lastAudit(file)]).toEqual([0, id]);
    cut.exec("DROP TRIGGER stop");
    cut.close();
    const db = openDb(file);
    expect([audit(db, id).length, findTampering(db)]).toEqual([10, null]);
    db.close();
  });
});

test("a new database is bound from its first day: opening it again adds nothing to the audit", () => {
  const file = join(fixtureFile(), "../new.sqlite");
  openDb(file).close();
  const db = openDb(file);
  expect([db.reader.pragma("user_version", { simple: true }), audit(db, 0)]).toEqual([1, []]);
  db.close();
});
