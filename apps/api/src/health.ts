import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { Problem } from "./http/problem.ts";
import { createRouter } from "./http/valid.ts";
import { latestRelease } from "./observations/read-point.ts";

/** Below this much free space an import of some thousand rows may fail. */
const LOW_BYTES = 64 * 2 ** 20;

/** Bytes that can still be written beside a file. */
export async function freeBytes(file: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(file));
  return bavail * bsize;
}

/**
 * `/healthz`: liveness. `/readyz`: the database has a release; reports whether there is disk space to write, which
 * reads do not need.
 */
export const healthRoutes = createRouter()
  .get("/healthz", (c) => c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }))
  .get("/readyz", async (c) => {
    const { db } = c.var;
    const head = await latestRelease(db);
    if (!head) throw new Problem("unavailable", "The database holds no release yet.");
    const storage = (await freeBytes(db.file)) < LOW_BYTES ? "low" : "ok";
    return c.json({ status: "ok", release: head.id, storage }, 200, { "Cache-Control": "no-store" });
  });
