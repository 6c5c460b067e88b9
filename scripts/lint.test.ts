import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

// Each file breaks one lint rule that the borders rely on.
const broken: [file: string, text: string, rule: string][] = [
  [
    "packages/shared/src/node.ts",
    'import { join } from "node:path";\nexport const a = join("a");\n',
    "noNodejsModules",
  ],
  ["apps/web/src/node.tsx", 'import { join } from "path";\nexport const a = join("a");\n', "noNodejsModules"],
  ["packages/shared/src/env.ts", "export const a = process.argv;\n", "noRestrictedGlobals"],
  ["apps/api/src/env.ts", "export const a = process.env.PORT;\n", "noProcessEnv"],
  ["apps/api/src/cycle.ts", 'import { b } from "./round.ts";\nexport const a = () => b;\n', "noImportCycles"],
  ["apps/api/src/round.ts", 'import { a } from "./cycle.ts";\nexport const b = () => a;\n', "noImportCycles"],
  ["apps/api/src/floating.ts", "const a = async () => 1;\na();\n", "noFloatingPromises"],
  ["apps/api/src/misused.ts", "const a = async () => 1;\nif (a()) throw new Error();\n", "noMisusedPromises"],
  ["apps/web/src/ui/barrel.ts", 'export { a } from "./a.ts";\n', "noBarrelFile"],
  ["apps/web/src/ui/star.ts", 'export * from "./a.ts";\n', "noReExportAll"],
  ["apps/web/src/ui/camelCase.ts", "export const camelCase = 1;\n", "useFilenamingConvention"],
  ["apps/web/src/a.test.ts", 'import { it } from "vitest";\nit.only("a", () => {});\n', "noFocusedTests"],
  ["apps/web/src/b.test.ts", 'import { it } from "vitest";\nit.skip("a", () => {});\n', "noSkippedTests"],
  ["apps/web/src/long.ts", "export {};\n".repeat(301), "noExcessiveLinesPerFile"],
];

const allowed: [file: string, text: string][] = [
  ["packages/shared/src/node.test.ts", 'import { join } from "node:path";\nexport const a = join("a");\n'],
  ["apps/web/src/node.test.tsx", 'import { join } from "node:path";\nexport const a = join("a");\n'],
  ["apps/api/src/server.ts", "export const a = process.env.PORT;\n"],
];

let folder: string;
let findings: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "moc2030-lint-"));
  cpSync(join(root, "biome.json"), join(folder, "biome.json"));
  for (const [file, text] of [...broken, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const args = ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none"];
  const { stdout } = spawnSync(join(root, "node_modules/.bin/biome"), args, { cwd: folder, encoding: "utf8" });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
  findings = new Set(diagnostics.map(({ category, location }) => `${location.path} ${category.split("/").at(-1)}`));
});

afterAll(() => rmSync(folder, { recursive: true }));

it.each(broken)("%s is rejected", (file, _, rule) => {
  expect([...findings].filter((finding) => finding.startsWith(file))).toContain(`${file} ${rule}`);
});

it.each(allowed)("%s is allowed", (file) => {
  expect([...findings].filter((finding) => finding.startsWith(file))).toEqual([]);
});
