import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, HEAD, NOW, seededDb } from "../app.fixture.ts";
import { DatabaseFileError, type Db, snapshot, transaction } from "../db/database.ts";
import { execute, queryScalar } from "../db/raw.fixture.ts";
import { release } from "../db/schema.ts";
import { openDb } from "./open.ts";

const file = () => join(emptyFolder(), "moc2030.sqlite");
const refusal = async (path: string) => {
  const before = readFileSync(path);
  const refused = await openDb(path, NOW).catch((error) => error);
  expect(refused).toBeInstanceOf(DatabaseFileError);
  expect(readFileSync(path).equals(before)).toBe(true);
  return refused.message;
};

describe("a foreign file is rejected and left untouched", () => {
  test("text", async () => {
    const path = file();
    writeFileSync(
      path,
      "not a database, but long enough to hold a header of one hundred bytes, as any text file might be here",
    );
    expect(await refusal(path)).toMatch(
      /is not an SQLite database\. It was left untouched; restore it from a backup .*, or choose another DATABASE_FILE\.$/,
    );
  });
  test("another program's database", async () => {
    const path = file();
    execute(path, "CREATE TABLE t (a)");
    expect(await refusal(path)).toContain("belongs to another program");
  });
  test("ours, damaged", async () => {
    const db = await seededDb();
    const path = db.file;
    await db.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, 40_960);
    writeFileSync(path, bytes);
    expect(await refusal(path)).toContain("is damaged");
  });
  test("our own is accepted while another process has it open, and after a crash", async () => {
    const path = file();
    const open = await openDb(path, NOW);
    await (await openDb(path, NOW)).close();
    expect(readFileSync(path).readUInt32BE(68)).toBe(0x4d323033);
    await open.close();
  });
  test("an empty file counts as new", async () => {
    const path = file();
    writeFileSync(path, "");
    await (await openDb(path, NOW)).close();
    await (await openDb(path, NOW)).close();
  });
});

test("commits are durable before they are acknowledged: WAL, synchronous FULL", async () => {
  const db = await openDb(file(), NOW);
  const pragmas = ["journal_mode", "synchronous", "foreign_keys"];
  const found = await transaction(db, (tx) => Promise.all(pragmas.map((name) => queryScalar(tx, `PRAGMA ${name}`))));
  expect(found).toEqual(["wal", 2, 1]);
});

describe("triggers reject changes of history", async () => {
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
    expect(() => execute(db.file, sql)).toThrow("is append-only");
  });
  test("a release dated before its predecessor, or out of number", () => {
    const insert = (id: number, at: string) => () =>
      execute(
        db.file,
        `INSERT INTO release (id, published_at, origin, reason_vi, reason_en) VALUES (${id}, '${at}', 'seed', 'x', 'x')`,
      );
    expect(insert(63, "2000-01-01T00:00:00.000Z")).toThrow("after its predecessor");
    expect(insert(99, "2027-01-01T00:00:00.000Z")).toThrow("after its predecessor");
  });
  test("a revision slipped into an older release, or into the newest one", () => {
    expect(() => execute(db.file, "INSERT INTO definition_revision VALUES ('source', 'X', 1, '{}')")).toThrow(
      "takes nothing more",
    );
    expect(() => execute(db.file, `INSERT INTO definition_revision VALUES ('source', 'X', ${HEAD}, '{}')`)).toThrow(
      "takes nothing more",
    );
  });
});

const add = (tx: Db, id: number) =>
  tx.run("INSERT INTO release VALUES (@id, '2025-01-01T00:00:00.000Z', 'seed', 'x', 'x', NULL, NULL, NULL)", { id });
const releases = (db: Db) => queryScalar(db, "SELECT count(*) FROM release");

describe("transaction", () => {
  test("rolls back what failed, and the next one runs", async () => {
    const db = await openDb(file(), NOW);
    const failed = transaction(db, async (tx) => {
      await add(tx, 1);
      await new Promise((done) => setTimeout(done, 5));
      throw new Error("no");
    });
    const second = transaction(db, (tx) => add(tx, 1));
    await expect(failed).rejects.toThrow("no");
    await second;
    expect(await releases(db)).toBe(1);
  });
  test("sees its own writes at once, others see them after the commit, and further transactions wait", async () => {
    const db = await openDb(file(), NOW);
    let alone: Promise<number> | undefined;
    const counted = await transaction(db, async (tx) => {
      await add(tx, 1);
      alone = add(db, 2);
      return [await releases(tx), await releases(db)];
    });
    expect([counted, await alone, await releases(db)]).toEqual([[1, 0], 1, 2]);
  });
  test("rejects statements after its end, and nested transactions", async () => {
    const db = await openDb(file(), NOW);
    const leaked = await transaction(db, async (tx) => {
      await expect(transaction(tx, async () => 1)).rejects.toThrow("pass `tx` on");
      return tx;
    });
    await expect(add(leaked, 1)).rejects.toThrow("was not awaited");
  });
  test("caches nothing that may be rolled back", async () => {
    const db = await openDb(file(), NOW);
    const count = (on: Db) => on.remember("releases", async () => [await releases(on)]);
    const taken = transaction(db, async (tx) => {
      await add(tx, 1);
      expect(await count(tx)).toEqual([1]);
      throw new Error("no");
    });
    await expect(taken).rejects.toThrow("no");
    expect(await count(db)).toEqual([0]);
    await add(db, 1);
    expect(await count(db)).toEqual([0]);
  });
  test("fails with the driver's error, without the statement's values", async () => {
    const db = await openDb(file(), NOW);
    const secret = { id: 7, publishedAt: "2025-01-01T00:00:00.000Z", origin: "seed", reasonVi: "x" } as const;
    const failed = transaction(db, async (tx) => {
      await tx.orm.insert(release).values({ ...secret, reasonEn: "secret" });
    });
    await expect(failed).rejects.toThrow(/^a release is numbered/);
  });
});

test("a snapshot is consistent while others write, and read-only", async () => {
  const db = await openDb(file(), NOW);
  await add(db, 1);
  const counted = await snapshot(db, async (at) => {
    const before = await releases(at);
    await add(db, 2);
    await expect(add(at, 3)).rejects.toThrow("readonly");
    return [before, await releases(at), await releases(db)];
  });
  expect(counted).toEqual([1, 1, 2]);
});
