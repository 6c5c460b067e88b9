import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tamper } from "../db/raw.examples.ts";
import { emptyFolder, NOW } from "../test-app.ts";
import { fixtureFile } from "../test-fixture.ts";
import { program } from "../test-programs.ts";
import { findHead } from "./daily-head.ts";
import { openReadOnly } from "./open-read-only.ts";
import { copyOf, workedOn } from "./tamper.examples.ts";

const run = (file: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program("cli"), ...args], {
    encoding: "utf8",
    cwd: emptyFolder(),
    env: { PATH: process.env.PATH, DATABASE_FILE: file },
  });
  return { status, said: stdout + stderr };
};
const verify = (file: string, ...more: string[]) => run(file, "verify", ...more);
const file = await workedOn();
const places = await openReadOnly(file, NOW);
const head = (await findHead(places.db))?.hash ?? "";
await places.close();

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

test("--head may be written with =", () => {
  expect(verify(file, `--head=${head.slice(0, 20)}`)).toMatchObject({ status: 0 });
  expect(verify(file, `--head=${"ab".repeat(10)}`)).toMatchObject({
    status: 1,
    said: expect.stringContaining("has no row"),
  });
});
test.each([
  [["verify", "--hed", "abcdefabcdefabcdef"], "Unknown option '--hed'"],
  [["verify", "abcdefabcdefabcdef"], "abcdefabcdefabcdef is not expected"],
  [["verify", "--head"], "argument missing"],
  [["verify", "--head", ""], "--head is missing"],
  [["verify", "--head", "a".repeat(16), "--head", "b".repeat(16)], "--head is given twice"],
  [["restore", "somewhere", "--head", "abcdefabcdefabcdef"], "Unknown option '--head'"],
  [["backup", "--help"], "Unknown option '--help'"],
  [["backup"], "DIR is missing"],
  [["backup", "one", "two"], "two is not expected"],
  [["seed", "now"], "now is not expected"],
  [["staff:add", "--email", "a@example.vn", "--name", "A"], "--role is missing"],
  [["staff:add", "--email", "a@example.vn", "--name", "A", "--role", "reviewer", "extra"], "extra is not expected"],
  [
    ["staff:add", "--email", "a@b.vn", "--name", "A", "--role", "reviewer", "--role", "administrator"],
    "--role is given twice",
  ],
  [["constructor"], "Commands:"],
  [["toString"], "Commands:"],
  [[], "Commands:"],
])("%j is refused, saying why, and touches nothing", (args, why) => {
  const before = readFileSync(file);
  expect(run(file, ...args)).toMatchObject({ status: 1, said: expect.stringContaining(why) });
  expect(readFileSync(file).equals(before)).toBe(true);
});
