import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { Problem } from "./http/problem.ts";
import { createRouter } from "./http/valid.ts";
import { findHead } from "./observations/read-point.ts";

/** With less room than this beside the database, a table of some thousand rows may not fit any more. */
const LOW_BYTES = 64 * 2 ** 20;

/** `/healthz`: the process answers. `/readyz`: the database answers and holds a release; and whether there is room to write, since reading goes on without. */
export const healthRoutes = createRouter()
  .get("/healthz", (c) => c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }))
  .get("/readyz", async (c) => {
    const { db } = c.var;
    const head = await findHead(db);
    if (!head) throw new Problem("unavailable", "The database holds no release yet.");
    const { bavail, bsize } = await statfs(dirname(db.file));
    const storage = bavail * bsize < LOW_BYTES ? "low" : "ok";
    return c.json({ status: "ok", release: head.id, storage }, 200, { "Cache-Control": "no-store" });
  });
