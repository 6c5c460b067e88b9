import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { DrawChart } from "@moc2030/shared/page/chart-file";
import type { Documents } from "@moc2030/shared/page/page";
import type { WriteReport } from "@moc2030/shared/page/report";
import { build } from "esbuild";
import { inject } from "vitest";
import { ROOT } from "./root.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the bundled programs that tests run as processes. */
    programs: string;
  }
}

const SOURCES = {
  cli: fileURLToPath(new URL("./cli.ts", import.meta.url)),
  server: fileURLToPath(new URL("./server.ts", import.meta.url)),
  "workbook-worker": fileURLToPath(new URL("./submissions/import/workbook-worker.ts", import.meta.url)),
  "hash-answers": fileURLToPath(new URL("./downloads/hash-answers.fixture.ts", import.meta.url)),
};

/** Bundles the programs once per run, as shipped: compiling them on every start would dominate. */
export async function bundlePrograms(): Promise<{ folder: string; remove: () => void }> {
  // Inside the repository, where module resolution works.
  const folder = mkdtempSync(join(ROOT, "apps/api/dist.test-"));
  const web = bundleWeb(join(folder, "web"));
  await build({
    entryPoints: SOURCES,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["better-sqlite3", "@node-rs/argon2", "@resvg/resvg-js"],
    banner: {
      js: 'import { createRequire as _createRequire } from "node:module"; const require = _createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  await web;
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Bundles what the server takes from the web in a separate process: inside a test Vite builds differently. */
async function bundleWeb(outDir: string): Promise<void> {
  const build = ["build", "--ssr", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  await promisify(execFile)(process.execPath, [join(ROOT, "node_modules/vite/bin/vite.js"), ...build], {
    cwd: join(ROOT, "apps/web"),
    env: { NODE_ENV: "production" },
  });
}

const loadWeb = (name: string) =>
  import(/* @vite-ignore */ pathToFileURL(join(inject("programs"), "web", `${name}.js`)).href);
/** The chart drawing function as shipped. */
export const loadDrawChart = async () => ((await loadWeb("chart-file")) as { drawChart: DrawChart }).drawChart;
/** What writes reports, as shipped. */
export const loadWriteReport = async () => ((await loadWeb("report-file")) as { writeReport: WriteReport }).writeReport;
/** The public pages as shipped. */
export const loadDocuments = async () => ((await loadWeb("documents")) as { documents: Documents }).documents;

/** The entry file of a program. */
export const program = (name: keyof typeof SOURCES): string => join(inject("programs"), `${name}.js`);
