import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it, vi } from "vitest";

const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const reporter = fileURLToPath(new URL("./tally-reporter.ts", import.meta.url));
let folder: string;

// Each test starts a test runner, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => rmSync(folder, { recursive: true }));

function runTests(files: Record<string, string>): { status: number | null; last: string | undefined } {
  folder = mkdtempSync(join(tmpdir(), "moc2030-tally-"));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const args = [
    vitest,
    "run",
    "--globals",
    "--passWithNoTests",

    "--root",
    folder,
    "--reporter",
    reporter,
  ];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return { status, last: stdout.trimEnd().split("\n").at(-1) };
}

it("counts tests, and files that fail to load, throwing hooks and unhandled rejections as failures", () => {
  const { status, last } = runTests({
    "a.test.js": 'it("passes", () => {}); it("fails", () => expect(1).toBe(2)); it.skip("is skipped", () => {});',
    "b.test.js": 'import "./absent.js";',
    "c.test.js": 'describe("d", () => { beforeAll(() => { throw new Error("hook"); }); it("never runs", () => {}); });',
    "d.test.js": 'it("passes", () => { Promise.reject(new Error("stray")); });',
  });
  expect(last).toBe("2 passed, 4 failed, 2 skipped");
  expect(status).toBe(1);
});

it("exits with 0 when all passed", () => {
  expect(runTests({ "a.test.js": 'it("passes", () => {});' })).toEqual({ status: 0, last: "1 passed, 0 failed" });
});

it.each([
  ["no file", {}, "0 passed, 1 failed"],
  ["skipped tests only", { "a.test.js": 'it.skip("a", () => {});' }, "0 passed, 1 failed, 1 skipped"],
])("fails a run that tested nothing: %s", (_, files, last) => {
  expect(runTests(files)).toEqual({ status: 1, last });
});
