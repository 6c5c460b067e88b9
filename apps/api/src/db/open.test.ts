import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { emptyFolder, seededDb } from "../test-app.ts";
import { DatabaseFileError, openDb, transaction } from "./open.ts";

const file = () => join(emptyFolder(), "moc2030.sqlite");
const refusal = (path: string) => {
  const before = readFileSync(path);
  expect(() => openDb(path)).toThrow(DatabaseFileError);
  expect(readFileSync(path).equals(before)).toBe(true);
  try {
    openDb(path);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("a file that is not ours is refused and left untouched", () => {
  test("text", () => {
    const path = file();
    writeFileSync(
      path,
      "not a database, but long enough to hold a header of one hundred bytes, as any text file might be here",
    );
    expect(refusal(path)).toContain("is not an SQLite database");
  });
  test("another program's database", () => {
    const path = file();
    new Sqlite(path).exec("CREATE TABLE t (a)").close();
    expect(refusal(path)).toContain("belongs to another program");
  });
  test("ours, damaged", async () => {
    const db = await seededDb();
    const path = db.writer.name;
    db.writer.pragma("wal_checkpoint(TRUNCATE)");
    db.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, 40_960);
    writeFileSync(path, bytes);
    expect(refusal(path)).toContain("is damaged");
  });
  test("but ours is known while another process has it open, and after a crash", () => {
    const path = file();
    const open = openDb(path);
    openDb(path).close();
    expect(readFileSync(path).readUInt32BE(68)).toBe(0x4d323033);
    open.close();
  });
  test("an empty file is taken as new", () => {
    const path = file();
    writeFileSync(path, "");
    openDb(path).close();
    openDb(path).close();
  });
});

test("commits reach the disk before they are acknowledged: WAL, synchronous FULL", () => {
  const db = openDb(file());
  expect([
    db.writer.pragma("journal_mode", { simple: true }),
    db.writer.pragma("synchronous", { simple: true }),
  ]).toEqual(["wal", 2]);
  expect(db.writer.pragma("foreign_keys", { simple: true })).toBe(1);
});

describe("the database itself refuses to change history", async () => {
  const db = await seededDb();
  test.each([
    "UPDATE observation_revision SET obs_value = '1'",
    "DELETE FROM observation_revision",
    "UPDATE definition_revision SET body = '{}'",
    "DELETE FROM definition_revision",
    "UPDATE release SET published_at = '2000-01-01T00:00:00.000Z'",
    "DELETE FROM release",
    "DELETE FROM seed_load",
    "UPDATE audit SET actor = 'x'",
    "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)",
    "UPDATE release_seal SET figures_hash = 'x'",
    "DELETE FROM release_seal",
  ])("%s", (sql) => {
    expect(() => db.writer.exec(sql)).toThrow("is append-only");
  });
  test("a release dated before its predecessor, or out of number", () => {
    const insert = (id: number, at: string) => () =>
      db.writer
        .prepare("INSERT INTO release (id, published_at, origin, reason_vi, reason_en) VALUES (?, ?, 'seed', 'x', 'x')")
        .run(id, at);
    expect(insert(63, "2000-01-01T00:00:00.000Z")).toThrow("after its predecessor");
    expect(insert(99, "2027-01-01T00:00:00.000Z")).toThrow("after its predecessor");
  });
  test("a revision slipped into an older release, or into the newest one", () => {
    expect(() => db.writer.exec("INSERT INTO definition_revision VALUES ('source', 'X', 1, '{}')")).toThrow(
      "takes nothing more",
    );
    expect(() => db.writer.exec("INSERT INTO definition_revision VALUES ('source', 'X', 62, '{}')")).toThrow(
      "takes nothing more",
    );
  });
});

describe("transaction", () => {
  test("rolls back what failed, and the next one runs", async () => {
    const db = openDb(file());
    const add = (id: number) =>
      db.writer
        .prepare("INSERT INTO release VALUES (?, '2025-01-01T00:00:00.000Z', 'seed', 'x', 'x', NULL, NULL, NULL)")
        .run(id);
    const failed = transaction(db, async () => {
      add(1);
      await new Promise((done) => setTimeout(done, 5));
      throw new Error("no");
    });
    const second = transaction(db, () => add(1));
    await expect(failed).rejects.toThrow("no");
    await second;
    expect(db.reader.prepare("SELECT count(*) FROM release").pluck().get()).toBe(1);
  });
});
