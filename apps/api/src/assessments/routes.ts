import { createRoute } from "@hono/zod-openapi";
import { assessPreview } from "@moc2030/shared/assess";
import { assessment, assessmentPreview } from "@moc2030/shared/assessment";
import { day, dayInVietNam } from "@moc2030/shared/date";
import { releaseRef } from "@moc2030/shared/release";
import { z } from "zod";
import { refuseUnknown } from "../definitions/known.ts";
import { unknownCodes } from "../definitions/queries.ts";
import { guardBody } from "../http/body.ts";
import { answers, listOf } from "../http/describe.ts";
import { Problem } from "../http/problem.ts";
import { codeList, plainRead, readQuery } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../releases/at.ts";
import { assessAll } from "./queries.ts";

const list = createRoute({
  method: "get",
  path: "/assessments",
  tags: ["Assessments"],
  summary: "How far each target has been reached",
  description: "Without a filter: the targets of Decision 2289. The method is docs/method.md.",
  request: {
    query: z.strictObject({
      indicator: codeList.optional().describe("Indicator codes, separated by commas."),
      document: codeList.optional().describe("Document ids, separated by commas."),
      ...readQuery,
    }),
  },
  responses: answers(listOf(assessment).extend({ referenceDate: day }), "The assessments", "invalid"),
});

const one = createRoute({
  method: "get",
  path: "/assessments/{targetId}",
  tags: ["Assessments"],
  summary: "How far one target has been reached, with its working",
  request: { params: z.object({ targetId: z.string() }), query: plainRead },
  responses: answers(
    z.strictObject({
      release: releaseRef.nullable(),
      notice: z.string().optional(),
      referenceDate: day,
      assessment: assessment.nullable(),
    }),
    "The assessment; null where the target was not in force",
    "unknown-code",
    "invalid",
  ),
});

const preview = createRoute({
  method: "post",
  path: "/assessments/preview",
  tags: ["Assessments"],
  summary: "What the assessment would be; nothing is stored",
  middleware: guardBody,
  request: { body: { required: true, content: { "application/json": { schema: assessmentPreview } } } },
  responses: answers(
    assessment,
    "The assessment, without target and indicator",
    "unreadable-body",
    "unsupported-media-type",
    "too-large",
    "invalid",
  ),
});

/** Assessments: of every target, of one, and of a what-if. */
export const assessmentRoutes = createRouter()
  .openapi(list, async (c) => {
    const { indicator, document, ...when } = c.req.valid("query");
    await refuseUnknown(c.var.db, { indicator: ["indicator", indicator], document: ["document", document] });
    const { db, at, head } = await openRead(c, when);
    return c.json(
      { ...head, referenceDate: at.referenceDate, items: await assessAll(db, at, { indicator, document }) },
      200,
    );
  })
  .openapi(one, async (c) => {
    const { targetId } = c.req.valid("param");
    const unknown = await unknownCodes(c.var.db, "target", [targetId]);
    if (unknown.length > 0)
      throw new Problem("unknown-code", `No target has the id ${targetId}; GET /api/v1/targets lists them.`);
    const { db, at, head } = await openRead(c, c.req.valid("query"));
    const [found] = await assessAll(db, at, { target: targetId });
    return c.json({ ...head, referenceDate: at.referenceDate, assessment: found ?? null }, 200);
  })
  .openapi(preview, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(assessPreview(c.req.valid("json"), dayInVietNam(c.var.now())), 200);
  });
