import { createRoute } from "@hono/zod-openapi";
import { assessPreview } from "@moc2030/shared/outlook/outlook";
import { assessment, assessmentPreview } from "@moc2030/shared/schema/assessment";
import { day } from "@moc2030/shared/schema/date";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Context } from "hono";
import { z } from "zod";
import { assertKnown, assertKnownCode } from "../definitions/known.ts";
import { guardBody } from "../http/body.ts";
import { fileResponse, fileResponses, listOf, readOf, responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { fileHeaders, mediaType } from "../http/formats.ts";
import { codeList, csvOptions, plainRead, readQuery } from "../http/query.ts";
import { csvFile } from "../http/table.ts";
import { createRouter } from "../http/valid.ts";
import { describedBy } from "../observations/link.ts";
import { openRead } from "../observations/read-point.ts";
import { assessAll } from "./queries.ts";
import { assessmentTable } from "./table.ts";

const filters = z.strictObject({
  indicator: codeList.optional().describe("Indicator codes, separated by commas.").meta({ example: "EGDI_RANK" }),
  document: codeList.optional().describe("Document ids, separated by commas.").meta({ example: "D2289" }),
  ...readQuery,
  ...csvOptions,
});
const description = "Without a filter: the targets of Decision 2289. The method is docs/method.md.";
const itemList = listOf(assessment).extend({ referenceDate: day });

const list = createRoute({
  method: "get",
  path: "/assessments",
  tags: ["Assessments"],
  summary: "How far each target has been reached",
  description,
  request: { query: filters },
  responses: responses(itemList, "The assessments", "invalid", "not-acceptable"),
});
Object.assign(list.responses[200].content, fileResponse(mediaType("csv")).content);
const file = createRoute({
  method: "get",
  path: "/assessments.csv",
  tags: ["Assessments"],
  summary: "How far each target has been reached, as an RFC 4180 file",
  description: `${description} REFERENCE_DATE is the day on which they were judged.`,
  request: { query: filters },
  responses: fileResponses(mediaType("csv"), "invalid"),
});

const one = createRoute({
  method: "get",
  path: "/assessments/{targetId}",
  tags: ["Assessments"],
  summary: "How far one target has been reached, with its working",
  request: { params: z.object({ targetId: z.string().meta({ example: "D2289-2030-EGDI_RANK" }) }), query: plainRead },
  responses: responses(
    readOf({
      referenceDate: day,
      assessment: assessment.nullable(),
    }),
    "The assessment; null where the target was not in force",
    "unknown-code",
    "invalid",
  ),
});

/** A target on a rank, with two editions. */
const EXAMPLE: z.input<typeof assessmentPreview> = {
  target: { year: 2030, kind: "level", comparator: "<=", value: 50, direction: "lower", baseYear: 2020 },
  observations: [
    { timePeriod: 2020, value: 86 },
    { timePeriod: 2024, value: 71 },
  ],
};
const preview = createRoute({
  method: "post",
  path: "/assessments/preview",
  tags: ["Assessments"],
  summary: "What the assessment would be; nothing is stored",
  middleware: guardBody,
  request: {
    body: { required: true, content: { "application/json": { schema: assessmentPreview, example: EXAMPLE } } },
  },
  responses: responses(
    assessment,
    "The assessment, without target and indicator",
    "unreadable-body",
    "unsupported-media-type",
    "too-large",
    "invalid",
  ),
});

async function assessedAt(c: Context<Env>, { indicator, document, ...when }: z.infer<typeof filters>) {
  await assertKnown(c.get("db"), { indicator: ["indicator", indicator], document: ["document", document] });
  const { db, at, envelope } = await openRead(c, when);
  c.header("X-Reference-Date", at.referenceDate);
  return { at, envelope, items: await assessAll(db, at, { indicator, document }) };
}

async function send(c: Context<Env>, query: z.infer<typeof filters>) {
  const { at, items } = await assessedAt(c, query);
  c.header("Link", describedBy(at, query.lang, query.indicator));
  const text = csvFile(assessmentTable(items, at.release?.id), query);
  return c.body(text, 200, fileHeaders("assessments", "csv", at.release?.id));
}

/** Assessments: all targets, one target, and a what-if. */
export const assessmentRoutes = createRouter()
  .openapi(list, async (c) => {
    const query = c.req.valid("query");
    if (c.get("accepted")) return (await send(c, query)) as never;
    const { at, envelope, items } = await assessedAt(c, query);
    return c.json({ ...envelope, referenceDate: at.referenceDate, items }, 200);
  })
  .openapi(file, (c) => send(c, c.req.valid("query")) as never)
  .openapi(one, async (c) => {
    const { targetId } = c.req.valid("param");
    await assertKnownCode(c.var.db, "target", targetId);
    const { db, at, envelope } = await openRead(c, c.req.valid("query"));
    const [found] = await assessAll(db, at, { target: targetId });
    return c.json({ ...envelope, referenceDate: at.referenceDate, assessment: found ?? null }, 200);
  })
  .openapi(preview, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(assessPreview(c.req.valid("json"), dayInVietNam(c.get("now")())), 200);
  });
