import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { emptyFolder, NOW } from "../app.fixture.ts";
import { findAuditHead } from "../audit/daily-head.ts";
import { queryScalar, tamper } from "../db/raw.fixture.ts";
import { fixtureFile } from "../older-database.fixture.ts";
import { program } from "../programs.fixture.ts";
import { openReadOnly } from "./open-read-only.ts";
import { copyOf, usedDatabase } from "./tamper.fixture.ts";

const run = (file: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program("cli"), ...args], {
    encoding: "utf8",
    cwd: emptyFolder(),
    env: { PATH: process.env.PATH, DATABASE_FILE: file },
  });
  return { status, output: stdout + stderr };
};
const verify = (file: string, ...more: string[]) => run(file, "verify", ...more);
const file = await usedDatabase();
const places = await openReadOnly(file, NOW);
const head = (await findAuditHead(places.db))?.hash ?? "";
const releases = await queryScalar(places.db, "SELECT count(*) FROM release");
await places.close();

test("verify prints what it checked, the number of rows older than hashes, and the head; it writes nothing", () => {
  const before = readFileSync(file);
  const { status, output } = verify(file, "--head", head.slice(0, 16));
  expect(output).toMatch(new RegExp(`\\b${releases} releases are as they were written\\n\\d+ rows from before hashes`));
  expect(output).toContain(`${head.slice(0, 16)} is in the audit; 0 rows came after it\naudit head ${head} (row `);
  expect([status, readFileSync(file).equals(before)]).toEqual([0, true]);
});
test("verify fails with every kind of tampering found, and if a given head is not in the audit log", () => {
  const copy = copyOf(file);
  tamper(
    copy,
    "UPDATE evidence SET name = 'x'; UPDATE assignment SET staff = 'x'; DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)",
  );
  const { status, output } = verify(copy, "--head", head);
  expect(status).toBe(1);
  for (const found of [
    /^FAILED: evidence \w{64}: was changed/m,
    /^FAILED: assignment of/m,
    /^FAILED: audit: has no row/m,
    // What is no tampering where a backup was restored.
    /a restored copy has no row from after its backup$/m,
  ])
    expect(output).toMatch(found);
});
test("verify rejects a malformed head, and a database of an earlier version, which it leaves untouched", () => {
  expect(verify(file, "--head", "x")).toMatchObject({ status: 1, output: expect.stringContaining("--head: expected") });
  const older = fixtureFile();
  const before = readFileSync(older);
  expect(verify(older)).toMatchObject({ status: 1, output: expect.stringContaining("earlier version") });
  expect(readFileSync(older).equals(before)).toBe(true);
});

test("verify reports a given head that is missing", () => {
  expect(verify(file, `--head=${"ab".repeat(10)}`)).toMatchObject({
    status: 1,
    output: expect.stringContaining("has no row"),
  });
});
test("an invalid command line fails with the reason and touches nothing", () => {
  const before = readFileSync(file);
  expect(run(file, "verify", "--hed", head)).toMatchObject({
    status: 1,
    output: expect.stringContaining("Unknown option '--hed'"),
  });
  expect(run(file)).toMatchObject({ status: 1, output: expect.stringContaining("Commands:") });
  expect(readFileSync(file).equals(before)).toBe(true);
});
