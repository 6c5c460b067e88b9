import { createRoute } from "@hono/zod-openapi";
import { issuedReport } from "@moc2030/shared/schema/report";
import { z } from "zod";
import { listOf, responses } from "../http/describe.ts";
import { plainRead } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../observations/read-point.ts";
import { reportsCompared } from "./queries.ts";

const list = createRoute({
  method: "get",
  path: "/issued-reports",
  tags: ["Report"],
  summary: "Reports that were signed and registered, newest first; their papers are for staff",
  request: { query: plainRead },
  responses: responses(
    listOf(
      issuedReport.extend({
        sameTargets: z.array(z.string()).describe("Targets whose figure and verdict are still those of its data."),
      }),
    ),
    "The reports",
    "invalid",
  ),
});

/** What was signed. */
export const issuedReportRoutes = createRouter().openapi(list, async (c) => {
  const { lang: _, ...when } = c.req.valid("query");
  const { db, at, envelope } = await openRead(c, when);
  return c.json({ ...envelope, items: await reportsCompared(db, at) }, 200);
});
