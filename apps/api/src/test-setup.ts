import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDb } from "./db/open.ts";
import { loadSeed } from "./db/seed-load.ts";
import { NOW, SEED_DIR } from "./test-app.ts";
import { bundlePrograms } from "./test-programs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A database file that holds the shipped seed, to be copied. */
    seeded: string;
  }
}

/** Loads the shipped seed once for all tests of a run, which copy the file: loading takes longer than most of them. So does compiling the programs that they run. */
export default async function setUp({ provide }: TestProject): Promise<() => void> {
  const programs = await bundlePrograms();
  const folder = mkdtempSync(join(tmpdir(), "moc2030-seeded-"));
  const file = join(folder, "seeded.sqlite");
  const db = openDb(file);
  await loadSeed(db, SEED_DIR, NOW);
  db.writer.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  provide("seeded", file);
  provide("programs", programs.folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
    programs.remove();
  };
}
