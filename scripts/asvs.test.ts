import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faultsOf, pageOf, type Row, readTable, WANTED } from "./asvs.ts";
import { ROOT } from "./run.mjs";

const rows = readTable();
const changed = (id: string, change: Partial<Row>) => rows.map((row) => (row.id === id ? { ...row, ...change } : row));

test("each of the 253 requirements stands once, and every test, file and heading that it names is there", () => {
  expect(WANTED).toHaveLength(253);
  expect(faultsOf(rows)).toEqual([]);
});

test("the page says what the table says", () =>
  expect(readFileSync(join(ROOT, "docs/asvs.md"), "utf8")).toBe(pageOf(rows)));

test.each<[string, readonly Row[], RegExp]>([
  ["one left out", rows.filter(({ id }) => id !== "6.3.3"), /^6\.3\.3 2: missing$/],
  ["one twice", [...rows, ...rows.slice(0, 1)], /^1\.1\.1 2: not of the list$/],
  ["a test of another name", changed("6.3.3", { test: "is signed in with the password only" }), /has no test/],
  ["a word of a test's name", changed("6.3.3", { test: "password" }), /has no test/],
  ["a file that is not a test", changed("6.3.3", { file: "apps/api/src/identity/session.ts" }), /there is no file/],
  ["a heading that is not there", changed("7.1.1", { file: "docs/security.md#session" }), /has no heading/],
  ["no reason", changed("6.5.5", { note: "" }), /says no reason/],
  ["no test where one is claimed", changed("6.3.3", { test: "" }), /a test is named, or not/],
])("%s is refused", (_, table, fault) => expect(faultsOf(table)).toEqual([expect.stringMatching(fault)]));
