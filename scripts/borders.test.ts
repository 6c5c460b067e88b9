import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { findBreaches, sourceFiles } from "./borders.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function breachesIn(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), "moc2030-borders-"));
  made.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return findBreaches(root);
}

it("the repository has no breach", () => {
  expect(findBreaches(fileURLToPath(new URL("..", import.meta.url)))).toEqual([]);
});

it("finds the repository's more than 500 modules", () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  expect(["apps", "packages"].flatMap((folder) => sourceFiles(root, folder)).length).toBeGreaterThanOrEqual(500);
});

it("finds import cycles between folders, indirect and type-only ones too, except in tests", () => {
  const found = breachesIn({
    "apps/api/src/a/one.ts": 'import { two } from "../b/two.ts";\nexport const one = two;\n',
    "apps/api/src/b/two.ts": 'import type { Three } from "../three.ts";\nexport const two: Three = 2;\n',
    "apps/api/src/three.ts": '// types\nexport type { one as Three } from "./a/one.ts";\n',
    "apps/api/src/c/four.ts": 'import { one } from "../a/one.ts";\nexport const four = one;\n',
    "apps/api/src/a/one.test.ts": 'import { four } from "../c/four.ts";\nfour;\n',
  });
  expect(found).toEqual([
    "apps/api/src/a/one.ts:1: a imports from b, which leads back to a",
    "apps/api/src/b/two.ts:1: b imports from three.ts, which leads back to b",
    "apps/api/src/three.ts:2: three.ts imports from a, which leads back to three.ts",
  ]);
});

describe("each border, broken once", () => {
  it.each([
    ["shared knows the API", "packages/shared/src/a.ts", 'import type { App } from "@moc2030/api";'],
    ["shared knows the web", "packages/shared/src/a.ts", 'import "@moc2030/web";'],
    ["the API knows the web", "apps/api/src/a.ts", 'import "@moc2030/web/x";'],
    ["the web runs the API", "apps/web/src/a.ts", 'import { app } from "@moc2030/api";'],
    ["the web loads the API beside a type", "apps/web/src/a.ts", 'import { type App } from "@moc2030/api";'],
    ["the web loads the API later", "apps/web/src/a.ts", 'export const a = () => import("@moc2030/api");'],
    ["the web passes the API on", "apps/web/src/a.ts", 'export { app } from "@moc2030/api";'],
    ["a path leaves its package", "apps/web/src/a.ts", 'import { b } from "../../../packages/shared/src/b.ts";'],
    ["a path of types leaves its package", "apps/web/src/a.ts", 'import type { b } from "../../api/src/b.ts";'],
    ["a test leaves its package", "apps/api/src/a.test.ts", 'import { b } from "../../web/src/b.ts";'],
    ["a room of the API asks the engine", "apps/api/src/audit/a.ts", 'import Sqlite from "better-sqlite3";'],
    ["a type of the engine goes round", "apps/api/src/a.ts", 'import type Sqlite from "better-sqlite3";'],
    [
      "a test opens a file by itself",
      "apps/api/src/a.test.ts",
      'import { drizzle } from "drizzle-orm/better-sqlite3";',
    ],
    ["a query is not awaited", "apps/api/src/a.ts", "db.orm.insert(row).values({ id: 1 });"],
    ["a query of a transaction is not awaited", "apps/api/src/a.ts", "{ orm.delete(row).where(one); }"],
    ["a public page runs zod", "apps/web/src/pages/overview/a.ts", 'import { z } from "zod";'],
    ["a public page runs zod's mini", "apps/web/src/a.ts", 'import * as z from "zod/mini";'],
    ["a page reaches into another", "apps/web/src/pages/about/a.ts", 'import { b } from "../releases/b.ts";'],
    [
      "a deep file reaches into another",
      "apps/web/src/pages/overview/x/a.ts",
      'import type { b } from "../../compare/b.ts";',
    ],
    ["an index passes exports on", "apps/api/src/indicators/index.ts", 'export * from "./routes.ts";'],
    ["an index passes one export on", "apps/web/src/ui/index.tsx", 'export { a } from "./a.tsx";'],
  ])("%s", (_, file, line) => {
    const found = breachesIn({ [file]: `// first line\n${line}\n` });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${file}:2: `));
  });

  it.each(["apps/api/src/utils/a.ts", "packages/shared/src/helpers.ts", "e2e/lib/a.ts", "apps/web/src/common/a.tsx"])(
    "a vague name: %s",
    (file) => {
      expect(breachesIn({ [file]: "export const a = 1;\n" })).toEqual([expect.stringContaining(`${file}:1: `)]);
    },
  );

  it("finds zod in a public page through shared", () => {
    const found = breachesIn({
      "packages/shared/src/deep.ts": 'import { z } from "zod";\nexport const deep = z.string();\n',
      "packages/shared/src/middle.ts": 'import { deep } from "./deep.ts";\nexport const middle = deep;\n',
      "packages/shared/src/light.ts": 'import type { deep } from "./deep.ts";\nexport type Light = typeof deep;\n',
      "apps/web/src/pages/overview/a.ts": 'import { middle } from "@moc2030/shared/middle";\n',
      "apps/web/src/pages/overview/b.ts": 'import { light } from "@moc2030/shared/light";\n',
    });
    expect(found).toEqual([expect.stringMatching(/^apps\/web\/src\/pages\/overview\/a\.ts:1: .*zod/)]);
  });
});

it("the pages of staff may run zod, but not their addresses, which the app loads first", () => {
  const zod = 'import { z } from "zod";\n';
  const found = breachesIn({
    "apps/web/src/main.tsx": 'import { staffRoutes } from "./staff/routes.tsx";\n',
    "apps/web/src/staff/routes.tsx": `${zod}const later = () => import("./entry/form.tsx");\n`,
    "apps/web/src/staff/entry/form.tsx": zod,
  });
  expect(found).toEqual([expect.stringMatching(/^apps\/web\/src\/staff\/routes\.tsx:1: zod is for/)]);
});

it("accepts what the borders allow", () => {
  const found = breachesIn({
    "packages/shared/src/a.ts": 'import { z } from "zod";\nexport const a = z.string();\n',
    "apps/api/src/app.ts": 'import { a } from "@moc2030/shared/a";\nimport { b } from "./indicators/b.ts";\n',
    "apps/api/src/db/sqlite/a.ts": 'import Sqlite from "better-sqlite3";\n',
    "apps/api/src/audit/a.ts":
      "export const all = (db) => db.orm.select();\nawait all(db);\nawait db.orm.delete(row);\n",
    "apps/web/src/client/api.ts":
      'import type { App } from "@moc2030/api";\nimport type { A } from "@moc2030/shared/a";\n',
    "apps/web/src/staff/router.tsx": 'import { page } from "../pages/overview/page.tsx";\n',
    "apps/web/src/pages/overview/page.tsx":
      'import { api } from "../../client/api.ts";\nimport { line } from "../../charts/line.tsx";\n',
    "apps/web/src/pages/overview/page.test.tsx": 'import { a } from "@moc2030/shared/a";\n',
    "apps/web/src/staff/entry/form.tsx": 'import { a } from "@moc2030/shared/a";\nimport { z } from "zod";\n',
    "apps/web/src/pages/overview/prose.ts": 'export const text = `import { z } from "zod"`; // import "zod"\n',
    "apps/web/dist/assets/index.js": 'export * from "./other.js";\n',
  });
  expect(found).toEqual([]);
});
