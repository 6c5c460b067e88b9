import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fixtureFile } from "../test-fixture.ts";
import { program } from "../test-programs.ts";
import { findHead } from "./daily-head.ts";
import { openReadOnly } from "./open-read-only.ts";
import { copyOf, tamper, workedOn } from "./tamper.examples.ts";

const verify = (file: string, ...more: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program("cli"), "verify", ...more], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, DATABASE_FILE: file },
  });
  return { status, said: stdout + stderr };
};
const file = await workedOn();
const head = (() => {
  const places = openReadOnly(file);
  const found = findHead(places.db);
  places.close();
  return found?.hash ?? "";
})();

test("verify says what it looked at, how many rows are from before hashes, and the head; it writes nothing", () => {
  const before = readFileSync(file);
  const { status, said } = verify(file, "--head", head.slice(0, 16));
  expect(said).toMatch(/65 releases are as they were written\n\d+ rows from before hashes/);
  expect(said).toContain(`${head.slice(0, 16)} is in the audit; 0 rows came after it\naudit head ${head} (row `);
  expect([status, readFileSync(file).equals(before)]).toEqual([0, true]);
});
test("verify fails with every kind of change that it finds, and where a head that was kept is not in the audit", () => {
  const copy = copyOf(file);
  tamper(
    copy,
    "UPDATE evidence SET name = 'x'; UPDATE assignment SET staff = 'x'; DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)",
  );
  const { status, said } = verify(copy, "--head", head);
  expect(status).toBe(1);
  for (const found of [
    /^FAILED: evidence \w{64}: was changed/m,
    /^FAILED: assignment of/m,
    /^FAILED: audit: has no row/m,
  ])
    expect(said).toMatch(found);
});
test("verify refuses a head that is none, and a database that has not been upgraded, which it leaves as it is", () => {
  expect(verify(file, "--head", "x")).toMatchObject({ status: 1, said: expect.stringContaining("--head: expected") });
  const older = fixtureFile();
  const before = readFileSync(older);
  expect(verify(older)).toMatchObject({ status: 1, said: expect.stringContaining("earlier version") });
  expect(readFileSync(older).equals(before)).toBe(true);
});
