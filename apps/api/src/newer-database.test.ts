import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NOW } from "./app.fixture.ts";
import { openDb } from "./audit/open.ts";
import { execute } from "./db/raw.fixture.ts";
import { openStaffDb, staffFileFor } from "./identity/open.ts";
import { fixtureFile } from "./older-database.fixture.ts";
import { makeBackup } from "./verify/backup.ts";
import { openReadOnly } from "./verify/open-read-only.ts";

const LATER = "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)";
const today = async () => {
  const file = fixtureFile();
  await (await openDb(file, NOW)).close();
  await openStaffDb(staffFileFor(file)).close();
  return file;
};

test.each([
  ["a later migration", LATER],
  ["data of a later version", "PRAGMA user_version = 99"],
])("figures with %s are refused by every way in, with what to do, and left untouched", async (_, sql) => {
  const file = await today();
  execute(file, sql);
  const before = readFileSync(file);
  const refusal = /newer version of this software\. It was left untouched; start that version, or restore the backup/;
  await expect(openDb(file, NOW)).rejects.toThrow(refusal);
  await expect(openReadOnly(file, NOW)).rejects.toThrow(refusal);
  await expect(makeBackup(file, `${file}.backup`, NOW)).rejects.toThrow(refusal);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("so is the file of sign-in", async () => {
  const file = staffFileFor(await today());
  execute(file, LATER);
  const before = readFileSync(file);
  expect(() => openStaffDb(file)).toThrow("newer version");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("an older database is backed up by the version that wrote it, not migrated by a backup", async () => {
  const file = fixtureFile();
  const before = readFileSync(file);
  await expect(makeBackup(file, `${file}.backup`, NOW)).rejects.toThrow("is of an earlier version: back it up with");
  expect(readFileSync(file).equals(before)).toBe(true);
});
