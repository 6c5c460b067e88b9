import { createRoute } from "@hono/zod-openapi";
import { indicatorCode } from "@moc2030/shared/schema/indicator";
import { lines } from "@moc2030/shared/schema/line";
import { lang } from "@moc2030/shared/schema/text";
import { localize } from "@moc2030/shared/text/lang";
import { z } from "zod";
import { transaction } from "../../db/database.ts";
import { requireDefinition } from "../../definitions/known.ts";
import { guardBody } from "../../http/body.ts";
import { responses } from "../../http/describe.ts";
import { createRouter } from "../../http/valid.ts";
import { jsonBody, READS, WRITES } from "../../identity/describe.ts";
import { signedIn } from "../../identity/signed-in.ts";
import { listLimits, setLimits } from "./limits.ts";

const tags = ["Entry"];
const ends = z.strictObject({ low: z.number(), high: z.number() });
const item = z.strictObject({
  indicator: z.string(),
  name: z.string(),
  unit: z.string(),
  range: z.strictObject({ min: z.number(), max: z.number() }).describe("Of its values."),
  usual: ends
    .extend({ basis: z.enum(["history", "ratio"]) })
    .nullable()
    .describe(
      "Change by the official series. history: a year, median ± 4 median absolute deviations; ratio, with less than three changes: from half to double of its newest figure, over missing years too; null without one: a change is not checked.",
    ),
  set: z
    .strictObject({
      low: z.number().nullable(),
      high: z.number().nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
    })
    .nullable()
    .describe("What a reviewer has set last; nulls gave it back to the history."),
});

const list = createRoute({
  method: "get",
  path: "/entry/limits",
  tags,
  summary:
    "What figures and yearly changes of each indicator are plausible, by its definition, its history, a reviewer",
  ...signedIn("entry.read"),
  request: { query: z.strictObject({ lang: lang.default("vi") }) },
  responses: responses(z.strictObject({ items: z.array(item) }), "The limits", ...READS),
});
const set = createRoute({
  method: "put",
  path: "/entry/limits/{indicator}",
  tags,
  summary: "Set what yearly change of an indicator is plausible, with the reason; nulls for that of its history",
  ...signedIn("limits.write", guardBody),
  request: {
    params: z.object({ indicator: indicatorCode }),
    query: z.strictObject({ lang: lang.default("vi") }),
    body: jsonBody(
      z.strictObject({
        low: z.number().nullable().describe("In the indicator's unit a year; below 0 for a fall."),
        high: z.number().nullable(),
        reason: lines(2000).min(1),
      }),
    ),
  },
  responses: responses(z.strictObject({ items: z.array(item) }), "The limits", "unknown-code", ...WRITES),
});

/** Limits of plausible changes. */
export const limitRoutes = createRouter()
  .openapi(list, async (c) =>
    c.json({ items: (await listLimits(c.var.db)).map((one) => localize(one, c.req.valid("query").lang)) }, 200),
  )
  .openapi(set, async (c) => {
    const { db, actor, now } = c.var;
    const { indicator } = c.req.valid("param");
    const definition = await requireDefinition(db, "indicator", indicator);
    await transaction(db, (tx) => setLimits(tx, actor, definition, c.req.valid("json"), now()));
    return c.json({ items: (await listLimits(db)).map((one) => localize(one, c.req.valid("query").lang)) }, 200);
  });
