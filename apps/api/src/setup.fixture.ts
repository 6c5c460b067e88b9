import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { NOW, SEED_DIR } from "./app.fixture.ts";
import { openDb } from "./audit/open.ts";
import { checkpoint } from "./db/sqlite/copy.ts";
import { openStaffDb, staffFileFor } from "./identity/open.ts";
import { bundlePrograms } from "./programs.fixture.ts";
import { loadSeed } from "./seed/load.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A database file with the shipped seed, to copy. */
    seeded: string;
    /** A sign-in file without people, to copy. */
    staff: string;
    /** The number of its newest release. */
    head: number;
  }
}

/**
 * Prepares once per run what takes long: a database with the shipped seed, an empty sign-in file, and the bundled
 * programs.
 */
export default async function setUp({ provide }: TestProject): Promise<() => void> {
  const bundling = bundlePrograms();
  const folder = mkdtempSync(join(tmpdir(), "moc2030-seeded-"));
  const file = join(folder, "seeded.sqlite");
  const db = await openDb(file, NOW);
  const { releases } = await loadSeed(db, SEED_DIR, NOW);
  checkpoint(db.file);
  await db.close();
  await openStaffDb(staffFileFor(file)).close();
  const programs = await bundling;
  provide("seeded", file);
  provide("head", releases);
  provide("staff", staffFileFor(file));
  provide("programs", programs.folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
    programs.remove();
  };
}
