import { createRoute } from "@hono/zod-openapi";
import { assessmentClass, reason } from "@moc2030/shared/assessment";
import { observation } from "@moc2030/shared/observation";
import { releaseRef } from "@moc2030/shared/release";
import { z } from "zod";
import { answers, listOf } from "../http/describe.ts";
import { Problem } from "../http/problem.ts";
import { plainRead } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "./at.ts";
import { findRelease, listReleases } from "./queries.ts";

const ledgerEntry = releaseRef.extend({
  origin: z.enum(["seed", "seed_change", "submission"]),
  reconstructed: z.boolean(),
  reason: z.string(),
  enteredBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
});

const list = createRoute({
  method: "get",
  path: "/releases",
  tags: ["Releases"],
  summary: "The ledger, newest first",
  request: { query: plainRead },
  responses: answers(
    listOf(ledgerEntry.extend({ observations: z.int(), definitions: z.int() })),
    "The releases",
    "invalid",
  ),
});

const revision = observation.omit({ freq: true, unitMeasure: true });
const status = z.strictObject({ class: assessmentClass, reason: reason.nullable() });
const one = createRoute({
  method: "get",
  path: "/releases/{id}",
  tags: ["Releases"],
  summary: "What one release changed: figures old and new, and the statuses that changed with them",
  request: { params: z.object({ id: z.string() }), query: plainRead },
  responses: answers(
    z.strictObject({
      release: ledgerEntry,
      observations: z.array(z.strictObject({ old: revision.nullable(), new: revision })),
      definitions: z.array(
        z.strictObject({ kind: z.string(), id: z.string(), change: z.enum(["added", "revised", "withdrawn"]) }),
      ),
      statuses: z.array(z.strictObject({ targetId: z.string(), before: status.nullable(), after: status })),
    }),
    "The release",
    "unknown-code",
    "invalid",
  ),
});

/** The ledger of releases. */
export const releaseRoutes = createRouter()
  .openapi(list, async (c) => {
    const query = c.req.valid("query");
    const { db, at, head } = await openRead(c, query);
    return c.json({ ...head, items: await listReleases(db, at, query.lang) }, 200);
  })
  .openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    const query = c.req.valid("query");
    const { db, at } = await openRead(c, query);
    const known = /^[1-9]\d{0,8}$/.test(id) && Number(id) <= (at.release?.id ?? 0);
    const found = known ? await findRelease(db, Number(id), query.lang) : undefined;
    if (!found) throw new Problem("unknown-code", `No release has the number ${id}; GET /api/v1/releases lists them.`);
    return c.json(found, 200);
  });
