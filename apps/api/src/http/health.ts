import { findHead } from "../releases/at.ts";
import { Problem } from "./problem.ts";
import { createRouter } from "./valid.ts";

/** `/healthz`: the process answers. `/readyz`: the database answers and holds a release. */
export const healthRoutes = createRouter()
  .get("/healthz", (c) => c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" }))
  .get("/readyz", async (c) => {
    const head = await findHead(c.var.db);
    if (!head) throw new Problem("unavailable", "The database holds no release yet.");
    return c.json({ status: "ok", release: head.id }, 200, { "Cache-Control": "no-store" });
  });
