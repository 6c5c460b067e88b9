import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { importsInCircles } from "./folders.ts";

/** Import and folder rules beyond lint. Each finding reads `file:line: what is wrong`. */
export function findBreaches(root: string): string[] {
  const files = ["apps", "packages", "e2e", "scripts"].flatMap((folder) => sourceFiles(root, folder));
  const sources = new Map(files.map((file) => [file, readSource(root, file)]));
  const known = { heavy: modulesWithZod(sources), first: firstView(sources) };
  const breaches: string[] = [];
  for (const [file, { imports, dropped, text }] of sources) {
    const where = (offset: number) => `${file}:${text.slice(0, offset).split("\n").length}`;
    const name = vagueName(file);
    if (name) breaches.push(`${file}:1: "${name}" says nothing about what is inside: name it for what it does`);
    for (const offset of dropped)
      breaches.push(`${where(offset)}: drizzle runs a query when it is awaited: nobody awaits this one`);
    for (const found of imports) {
      for (const rule of rules) {
        const breach = rule(file, found, known);
        if (breach) breaches.push(`${where(found.offset)}: ${breach}`);
      }
    }
  }
  for (const { file, offset, from, to } of importsInCircles(sources)) {
    const line = sources.get(file)?.text.slice(0, offset).split("\n").length;
    breaches.push(`${file}:${line}: ${from} imports from ${to}, which leads back to ${from}`);
  }
  return breaches.sort();
}

interface Import {
  from: string;
  isType: boolean;
  isReExport: boolean;
  isLater: boolean;
  offset: number;
}

/** Shared modules that load zod at runtime, and what the app of staff loads first. */
type Known = { heavy: ReadonlySet<string>; first: ReadonlySet<string> };
type Rule = (file: string, found: Import, known: Known) => string | undefined;

const rules: Rule[] = [
  function staysInItsPackage(file, { from }) {
    if (!from.startsWith(".")) return;
    const target = packageOf(resolved(file, from));
    if (target !== packageOf(file)) return `${from} crosses into ${target}: import the package by its name`;
  },

  function pointsDownwards(file, { from }) {
    const to = /^@moc2030\/(\w+)/.exec(from)?.[1];
    if (packageOf(file) === "packages/shared" && to && to !== "shared") return `shared must not know of ${from}`;
    if (packageOf(file) === "apps/api" && to === "web") return `the API must not know of ${from}`;
  },

  function asksTheEngineInDbAlone(file, { from }) {
    if (file.startsWith("apps/api/src/db/") || !/^(better-sqlite3|drizzle-orm\/better-sqlite3|node:sqlite)/.test(from))
      return;
    return `${from} is for apps/api/src/db/: ask a Db (db/database.ts), in tests raw.fixture.ts`;
  },

  function takesTypesOnlyFromTheApi(file, { from, isType }) {
    if (packageOf(file) !== "apps/web" || isType || !/^@moc2030\/api(\/|$)/.test(from)) return;
    return `the web takes only types from ${from}: write import type`;
  },

  function keepsZodOutOfPublicPages(file, { from, isType }, { heavy, first }) {
    if (!file.startsWith("apps/web/src/") || isTest(file) || isType) return;
    // The app of staff loads its routes first, its pages in chunks of their own.
    if (file.startsWith("apps/web/src/staff/") && !first.has(file)) return;
    if (/^zod(\/|$)/.test(from)) return "zod is for the pages of staff/: import its types only";
    if (heavy.has(from))
      return `${from} brings zod along: import its types only, or move the value to a file without zod`;
  },

  function leavesOtherPagesAlone(file, { from }) {
    if (!from.startsWith(".")) return;
    const [own, other] = [pageOf(file), pageOf(resolved(file, from))];
    if (!own || !other || own === other) return;
    return `pages/${own}/ reaches into pages/${other}/: move what both need to document/, words/, charts/ or ui/`;
  },

  function namesItsExportsItself(file, { isReExport }) {
    if (isReExport && /(^|\/)index\.tsx?$/.test(file))
      return "an index that passes on exports: import from their own file";
  },
];

/** Import names of the shared modules that load zod at runtime. */
function modulesWithZod(sources: ReadonlyMap<string, { imports: Import[] }>): Set<string> {
  const heavy = new Set<string>();
  const nameOf = (file: string) => file.replace(/^packages\/shared\/src\/(.*)\.ts$/, "@moc2030/shared/$1");
  for (let before = -1; before < heavy.size; ) {
    before = heavy.size;
    for (const [file, { imports }] of sources) {
      if (!file.startsWith("packages/shared/src/")) continue;
      const loads = imports.filter(({ isType }) => !isType).map(({ from }) => from);
      if (loads.some((from) => /^zod(\/|$)/.test(from) || heavy.has(nameOf(resolved(file, from))))) {
        heavy.add(nameOf(file));
      }
    }
  }
  return heavy;
}

/** The web's files reachable from the entry point without a dynamic import(). */
function firstView(sources: ReadonlyMap<string, { imports: Import[] }>): Set<string> {
  const first = new Set(["apps/web/src/main.tsx"]);
  for (const file of first)
    for (const { from, isType, isLater } of sources.get(file)?.imports ?? [])
      if (!isType && !isLater && from.startsWith(".")) first.add(resolved(file, from));
  return first;
}

function readSource(root: string, file: string): { text: string; imports: Import[]; dropped: number[] } {
  const text = readFileSync(join(root, file), "utf8");
  const { module, errors, program } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    // A bare import runs the module; so does one whose specifiers are marked `type` one by one.
    const isType =
      /^import\s+type\b(?!\s*(,|from\b))/.test(text.slice(start)) && entries.every((entry) => entry.isType);
    imports.push({ from: moduleRequest.value, isType, isReExport: false, isLater: false, offset: start });
  }
  for (const { entries, start } of module.staticExports) {
    const passed = entries.find((entry) => entry.moduleRequest);
    if (!passed?.moduleRequest) continue;
    const isType = entries.every((entry) => entry.isType);
    imports.push({ from: passed.moduleRequest.value, isType, isReExport: true, isLater: false, offset: start });
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const from = text.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, "");
    imports.push({ from, isType: false, isReExport: false, isLater: true, offset: start });
  }
  return { text, imports, dropped: text.includes("orm.") ? droppedQueries(program) : [] };
}

type Node = { type: string; start: number; [child: string]: unknown };

/** Expression statements that are queries of `orm`. Lint does not know that they are thenables. */
function droppedQueries(node: unknown): number[] {
  if (Array.isArray(node)) return node.flatMap(droppedQueries);
  if (typeof node !== "object" || node === null) return [];
  const { type, start, expression } = node as Node;
  if (type === "ExpressionStatement" && isQuery(expression as Node)) return [start];
  return Object.values(node).flatMap(droppedQueries);
}

function isQuery({ type, name, callee, object, property }: Node): boolean {
  if (type === "CallExpression") return isQuery(callee as Node);
  if (type === "MemberExpression") return isQuery(property as Node) || isQuery(object as Node);
  return type === "Identifier" && name === "orm";
}

/** Source files under a folder, without installed and generated ones. */
export function sourceFiles(root: string, folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!/^(node_modules|dist(\..*)?|var)$/.test(entry.name)) visit(child);
      } else if (/\.(ts|tsx|mts|mjs|js|jsx)$/.test(entry.name)) {
        found.push(relative(root, child).split(sep).join("/"));
      }
    }
  };
  try {
    visit(join(root, folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return found;
}

function resolved(file: string, from: string): string {
  return join(dirname(file), from).split(sep).join("/");
}

function packageOf(path: string): string {
  return /^(apps|packages)\/[^/]+/.exec(path)?.[0] ?? "the root";
}

/** The public page that a file of the web belongs to. */
function pageOf(path: string): string | undefined {
  return /^apps\/web\/src\/pages\/([^/]+)\//.exec(path)?.[1];
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function vagueName(file: string): string | undefined {
  return file.split("/").find((part) => /^(utils?|helpers?|lib|common)(\.|$)/.test(part));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = findBreaches(fileURLToPath(new URL("..", import.meta.url)));
  for (const breach of breaches) console.error(breach);
  if (breaches.length > 0) process.exit(1);
}
