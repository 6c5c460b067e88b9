import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DrawChart } from "@moc2030/shared/chart-file";
import { inject } from "vitest";
import { createApp, type Parts } from "./app.ts";
import { openDb } from "./audit/open.ts";
import type { Db } from "./db/database.ts";
import { loadDrawChart } from "./programs.fixture.ts";
import { ROOT } from "./root.ts";

/** The folder of the seed that ships. */
export const SEED_DIR = join(ROOT, "data/seed");
/** The clock of the tests: the day of the verdict table, in Viet Nam. */
export const NOW = new Date("2026-11-21T05:00:00Z");

const folders: string[] = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Where the folders of a run are; a benchmark is no run, and has the system's. */
function placeOfRun(): string {
  try {
    return dirname(inject("seeded"));
  } catch {
    return tmpdir();
  }
}

/** An empty folder that the test owns; removed with the run, whose workers may be ended before they can clean up. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(placeOfRun(), "moc2030-api-"));
  folders.push(folder);
  return folder;
}

/** A real database file of the test's own, holding the shipped seed. */
export async function seededDb(): Promise<Db> {
  const file = join(emptyFolder(), "moc2030.sqlite");
  copyFileSync(inject("seeded"), file);
  return await openDb(file, NOW);
}

/** The whole server on a database of the test's own, at the tests' clock. */
export async function testApp(parts: Partial<Parts> = {}) {
  const db = parts.db ?? (await seededDb());
  const logged: unknown[] = [];
  const drawChart: DrawChart = async (...asked) => (await loadDrawChart())(...asked);
  const app = createApp({ now: () => NOW, log: (_id, error) => logged.push(error), drawChart, ...parts, db });
  const get = (path: string, headers: Record<string, string> = {}) => app.request(`/api/v1${path}`, { headers });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not there
  const json = async (path: string): Promise<any> => (await get(path)).json();
  return { app, db, get, json, logged };
}
