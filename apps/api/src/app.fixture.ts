import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DrawChart } from "@moc2030/shared/page/chart-file";
import type { WriteReport } from "@moc2030/shared/page/report";
import { inject, type ProvidedContext } from "vitest";
import { type AppOptions, createApp } from "./app.ts";
import { openDb } from "./audit/open.ts";
import type { Db } from "./db/database.ts";
import { loadDrawChart, loadWriteReport } from "./programs.fixture.ts";
import { ROOT } from "./root.ts";

/** The shipped seed. */
export const SEED_DIR = join(ROOT, "data/seed");
/** The tests' clock: the day of the verdict table, in Viet Nam. */
export const NOW = new Date("2026-11-21T05:00:00Z");

/** What a test run provides; a benchmark has none of it. */
function provided<K extends keyof ProvidedContext>(key: K): ProvidedContext[K] | undefined {
  try {
    return inject(key);
  } catch {
    return undefined;
  }
}

/** The newest release of the shipped seed: its number moves as earlier publications are found. */
export const HEAD = provided("head") ?? 0;

const folders: string[] = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Parent of temporary folders: that of the test run, or the system's for a benchmark. */
function tempRoot(): string {
  const seeded = provided("seeded");
  return seeded === undefined ? tmpdir() : dirname(seeded);
}

/** An empty temporary folder, removed after the run, since workers may be killed before they can clean up. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tempRoot(), "moc2030-api-"));
  folders.push(folder);
  return folder;
}

/** A database file with the shipped seed, owned by the test. */
export async function seededDb(): Promise<Db> {
  const file = join(emptyFolder(), "moc2030.sqlite");
  copyFileSync(inject("seeded"), file);
  return await openDb(file, NOW);
}

/** The app on a database of its own, at the tests' clock. */
export async function testApp(parts: Partial<AppOptions> = {}) {
  const db = parts.db ?? (await seededDb());
  const logged: unknown[] = [];
  const drawChart: DrawChart = async (...asked) => (await loadDrawChart())(...asked);
  const writeReport: WriteReport = async (...asked) => (await loadWriteReport())(...asked);
  const log = (_id: string, error: unknown) => logged.push(error);
  const app = createApp({ now: () => NOW, log, drawChart, writeReport, ...parts, db });
  const get = (path: string, headers: Record<string, string> = {}) => app.request(`/api/v1${path}`, { headers });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not there
  const json = async (path: string): Promise<any> => (await get(path)).json();
  return { app, db, get, json, logged };
}
