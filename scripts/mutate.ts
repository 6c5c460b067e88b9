import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { PARTS, type Part, SEED } from "./mutate-parts.ts";
import { isMissed, quality, type Report, scores } from "./mutate-report.ts";
import { ROOT } from "./run.mjs";

// `npm run mutate -- [--fresh] [part …] [source file …]` mutates all files by default and writes docs/quality.md;
// `npm run mutate -- --report` only writes it from existing reports.

const reportOf = (part: string) => join(ROOT, "var/mutation", `${part}.json`);

/** Discards missed mutants for a rerun: Stryker would keep that result where a mutant acts at module load. */
function forgetMissed(path: string, files: string[]) {
  if (!existsSync(path)) return;
  const report = JSON.parse(readFileSync(path, "utf8")) as Report;
  for (const [file, one] of Object.entries(report.files))
    if (files.length === 0 || files.includes(file)) one.mutants = one.mutants.filter(({ status }) => !isMissed(status));
  writeFileSync(path, JSON.stringify(report));
}

const CONCURRENCY = Number(process.env.MUTATE_CONCURRENCY ?? 1);

async function mutate(name: string, { source, tests, drawn }: Part, files: string[]) {
  process.env.MUTATE_TESTS = tests.join();
  process.env.MUTATE_SEED = SEED;
  process.env.MUTATE_MOST = String(drawn ?? 0);
  await new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner", join(ROOT, "scripts/mutate-plugin.mjs")],
    vitest: { configFile: "scripts/mutate.vitest.ts" },
    mutate: files.length > 0 ? files : source,
    ignorers: ["texts"],
    checkers: drawn === undefined ? [] : ["drawn"],
    coverageAnalysis: "perTest",
    // With more processes several check mutants at first, and each would take a sample of its own.
    concurrency: drawn === undefined ? CONCURRENCY : Math.min(CONCURRENCY, 2),
    // Stryker 9 needs the TypeScript 6 API to read a tsconfig; Vitest needs none.
    tsconfigFile: "none.json",
    ignorePatterns: ["var", "docs", "e2e", "dist", "apps/web/dist*", "apps/api/dist*"],
    tempDirName: `var/mutation/${name}.tmp`,
    // Samples are of all mutants; an incremental run would omit remembered ones.
    ...(drawn === undefined
      ? { incremental: true, incrementalFile: reportOf(name), reporters: ["progress-append-only"] }
      : {
          reporters: ["progress-append-only", "json"],
          jsonReporter: { fileName: reportOf(files.length > 0 ? `${name}.some` : name) },
        }),
    allowConsoleColors: false,
    // Mutated rules may loop for ever; tests of rooms mostly wait for their database.
    timeoutMS: drawn === undefined ? 6_000 : 30_000,
  }).runMutationTest();
}

/** The files of a part that are missing in its report. */
function untried({ source: [pattern = ""] }: Part, report: Report): string[] {
  const folder = pattern.replace("/**/*.ts", "");
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /^[^.]+\.ts$/.test(file) && !(file in report.files))
    .sort();
}

const args = process.argv.slice(2);
const named = args.filter((arg) => arg in PARTS);
const files = args.filter((arg) => arg.endsWith(".ts"));
for (const [name, part] of Object.entries(PARTS)) {
  if (args.includes("--report") || (named.length > 0 && !named.includes(name))) continue;
  if (args.includes("--fresh")) rmSync(reportOf(name), { force: true });
  forgetMissed(reportOf(name), files);
  await mutate(name, part, files);
}
const reports: Record<string, Report> = {};
for (const [name, part] of Object.entries(PARTS)) {
  if (!existsSync(reportOf(name))) continue;
  const report = JSON.parse(readFileSync(reportOf(name), "utf8")) as Report;
  reports[name] = { ...report, untried: untried(part, report) };
}
console.log(scores(PARTS, reports).join("\n"));
if (files.length === 0) writeFileSync(join(ROOT, "docs/quality.md"), quality(PARTS, reports, SEED));
