import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { PARTS } from "./mutate-parts.ts";
import { strykerPlugins } from "./mutate-plugin.mjs";
import { changeOf, quality, type Report, score } from "./mutate-report.ts";
import { ROOT } from "./run.mjs";

const mutant = (id: number, status = "Killed") => ({
  id: String(id),
  fileName: `/somewhere/apps/api/src/x${id % 3}.ts`,
  mutatorName: "BooleanLiteral",
  replacement: "true",
  status,
  location: { start: { line: id, column: 7 }, end: { line: id, column: 12 } },
});
type Plugin = {
  group(of: object[]): Promise<string[][]>;
  check(of: object[]): Promise<Record<string, { status: string }>>;
};
function plugin(name: string): object {
  const found = strykerPlugins.find((one) => one.name === name);
  if (!found) throw new Error(`no plugin ${name}`);
  return new found.injectableClass();
}

test("the sample depends on the source only, not on its location or the order of mutants", async () => {
  vi.stubEnv("MUTATE_SEED", "2289").stubEnv("MUTATE_MOST", "15");
  const drawn = async (mutants: ReturnType<typeof mutant>[]) => {
    const checker = plugin("drawn") as Plugin;
    await checker.group(mutants);
    const checked = await checker.check(mutants);
    return mutants.filter(({ id }) => checked[id]?.status === "passed").map(({ location }) => location.start.line);
  };
  const mutants = Array.from({ length: 40 }, (_, i) => mutant(i + 1));
  const elsewhere = mutants
    .toReversed()
    .map((one) => ({ ...one, fileName: one.fileName.replace("/somewhere", "/else") }));
  const first = await drawn(mutants);
  expect(first).toHaveLength(15);
  expect((await drawn(elsewhere)).sort((a, b) => a - b)).toEqual(first);
  vi.stubEnv("MUTATE_SEED", "2290");
  expect(await drawn(mutants)).not.toEqual(first);
  vi.unstubAllEnvs();
});

test.each([
  ["an error of several words", { type: "StringLiteral", value: "not a number" }, { type: "Arg" }, true],
  ["a code", { type: "StringLiteral", value: "not_a_number" }, { type: "Arg" }, false],
  ["a separator", { type: "StringLiteral", value: "; " }, { type: "Arg" }, false],
  [
    "the description of a field",
    { type: "StringLiteral", value: "YYYY-MM-DD" },
    { type: "CallExpression", callee: { property: { name: "describe" } } },
    true,
  ],
  ["a number", { type: "NumericLiteral", value: 3 }, { type: "Arg" }, false],
])("%s is a text for people, or is not", (_, node, parent, isText) => {
  const texts = plugin("texts") as { shouldIgnore(path: object): string | undefined };
  expect(texts.shouldIgnore({ node, parent, parentPath: { node: parent } }) !== undefined).toBe(isText);
});

test("the score counts timeouts as detected and uncovered mutants as missed, and leaves out the rest", () => {
  const statuses = ["Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "CompileError", "RuntimeError"];
  expect(score(statuses.map((status, i) => mutant(i + 1, status)))).toEqual({ noticed: 2, tried: 4, percent: 50 });
});

test("the page lists each survivor with file, line and change", () => {
  const source = "const a = 1;\nlet b = false;\n";
  const survivor = {
    ...mutant(2, "Survived"),
    location: { start: { line: 2, column: 9 }, end: { line: 2, column: 14 } },
  };
  const report: Report = { files: { "apps/api/src/x.ts": { source, mutants: [survivor, mutant(1)] } } };
  expect(changeOf(source, survivor)).toBe("`false` → `true`");
  const page = quality({ staff: { source: [], tests: [], bar: 75 } }, { staff: report }, "7");
  expect(page).toContain("| staff | 2 | 1 | 50.0 % | 75 % |");
  expect(page).toContain("**apps/api/src/x.ts**, 50.0 %\n\n- 2: `false` → `true`");
});

test("the page lists what was not run", () => {
  const part = { source: [], tests: [], bar: 75 };
  const page = quality({ staff: part, reviews: part }, { staff: { files: {}, untried: ["a.ts"] } }, "7");
  expect(page).toContain("Nothing to change in, or not yet tried, of staff: `a.ts`.");
  expect(page).toContain("Not yet tried at all: reviews.");
});

test("every sampled room exists", () => {
  for (const { source } of Object.values(PARTS))
    expect(readdirSync(join(ROOT, String(source[0]).replace("/**/*.ts", "")))).not.toEqual([]);
});
