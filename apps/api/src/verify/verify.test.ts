import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, HEAD, NOW, SEED_DIR, seededDb } from "../app.fixture.ts";
import { appendAudit } from "../audit/chain.ts";
import { openDb } from "../audit/open.ts";
import { transaction } from "../db/database.ts";
import { execute, queryScalar, tamper } from "../db/raw.fixture.ts";
import { loadSeed } from "../seed/load.ts";
import { findTampering } from "./verify.ts";

const who = { id: "u1", name: "Lan" };
const entry = { at: NOW.toISOString(), actor: who, action: "session.opened", subject: "staff u1" } as const;

async function closedFile(): Promise<string> {
  const db = await seededDb();
  await transaction(db, async (tx) => {
    await appendAudit(tx, entry);
    await appendAudit(tx, { ...entry, action: "session.ended" });
  });
  await db.close();
  const copy = join(emptyFolder(), "copy.sqlite");
  copyFileSync(db.file, copy);
  return copy;
}
async function verdict(file: string) {
  const db = await openDb(file, NOW);
  try {
    return await findTampering({ db, now: NOW });
  } finally {
    await db.close();
  }
}
test("an untouched database verifies, with every release of the seed sealed", async () => {
  const db = await seededDb();
  expect(await findTampering({ db, now: NOW })).toBeNull();
  expect(await queryScalar(db, "SELECT count(*) FROM release_seal")).toBe(HEAD);
});

test("changing one byte of a published figure in the file reports the release", async () => {
  const file = await closedFile();
  const db = await openDb(file, NOW);
  const release =
    "SELECT release_id FROM observation_revision WHERE obs_com_vi LIKE 'ước tính lần đầu: kinh tế số lõi 8,42%'";
  const id = await queryScalar(db, release);
  await db.close();
  const bytes = readFileSync(file);
  const at = bytes.indexOf(Buffer.from("ước tính lần đầu: kinh tế số lõi 8,42"));
  expect(at).toBeGreaterThan(0);
  bytes[at + Buffer.byteLength("ước tính lần đầu: kinh tế số lõi ")] = "9".charCodeAt(0);
  writeFileSync(file, bytes);
  expect(await verdict(file)).toBe(`release ${id}: its figures were changed after publication`);
});

describe("tampering with triggers dropped and restored is detected", () => {
  test.each([
    [
      "UPDATE observation_revision SET value = 99 WHERE indicator = 'DIGITAL_ECONOMY_GDP' AND obs_value = '14.02'",
      /^release \d+: its figures/,
    ],
    ["UPDATE release SET approved_by = 'x' WHERE id = 7", /^release 7: its figures/],
    ["DELETE FROM observation_revision WHERE release_id = 5", /^release 5: its figures/],
    ["UPDATE audit SET actor = 'u2' WHERE id = 63", /^audit 63: was changed/],
    ["DELETE FROM audit WHERE id = 63", /^audit 63: missing/],
    [
      "UPDATE audit SET id = -63 WHERE id = 63; UPDATE audit SET id = 63 WHERE id = 64; UPDATE audit SET id = 64 WHERE id = -63",
      /^audit 63: does not follow/,
    ],
    ["DELETE FROM release_seal WHERE release_id = 5", /^release 5: has no seal/],
    ["UPDATE release_seal SET figures_hash = 'x' WHERE release_id = 5", /^release 5: its seal/],
  ])("%s", async (sql, named) => {
    const file = await closedFile();
    tamper(file, sql);
    expect(await verdict(file)).toMatch(named);
  });
  test("removing the newest release contradicts the audit log", async () => {
    const file = await closedFile();
    tamper(
      file,
      `PRAGMA foreign_keys = OFF; DELETE FROM seed_load; DELETE FROM observation_revision WHERE release_id = ${HEAD}; DELETE FROM definition_revision WHERE release_id = ${HEAD}; DELETE FROM release_seal WHERE release_id = ${HEAD}; DELETE FROM release WHERE id = ${HEAD}`,
    );
    expect(await verdict(file)).toBe(`release ${HEAD}: announced in the audit and missing`);
  });
  test.each(["review_by_another", "audit_no_update"])("a missing trigger %s is reported", async (name) => {
    const file = await closedFile();
    execute(file, `DROP TRIGGER ${name}`);
    expect(await verdict(file)).toBe(`trigger ${name}: missing`);
  });
});

test("releases older than seals are sealed when the database is opened", async () => {
  const file = await closedFile();
  tamper(file, "DELETE FROM release_seal; DELETE FROM audit");
  const db = await openDb(file, NOW);
  await loadSeed(db, SEED_DIR, NOW);
  expect(await findTampering({ db, now: NOW })).toBeNull();
});
