import { createRoute } from "@hono/zod-openapi";
import { afterPlan } from "@moc2030/shared/outlook/plans";
import { assessment, assessmentClass, reason } from "@moc2030/shared/schema/assessment";
import { day } from "@moc2030/shared/schema/date";
import { releaseRef } from "@moc2030/shared/schema/release";
import { issuedReport } from "@moc2030/shared/schema/report";
import { target } from "@moc2030/shared/schema/target";
import { trackRecord } from "@moc2030/shared/schema/track-record";
import type { Lang } from "@moc2030/shared/text/lang";
import { z } from "zod";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/database.ts";
import { assertKnownCode } from "../definitions/known.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { localizeTarget } from "../definitions/target.ts";
import { listOf, readOf, responses } from "../http/describe.ts";
import { plainRead } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { reportsOnTarget } from "../issued-reports/queries.ts";
import { openRead, type ReadPoint } from "../observations/read-point.ts";
import { historyOf } from "./history.ts";
import { listTrackRecords } from "./track-record.ts";

const records = createRoute({
  method: "get",
  path: "/targets/track-record",
  tags: ["Assessments"],
  summary: "How verdicts like ours on ranks fared on past editions",
  request: { query: plainRead },
  responses: responses(listOf(trackRecord), "One for each target on a rank with a panel", "invalid"),
});

const historic = z.strictObject({
  day,
  release: releaseRef,
  class: assessmentClass,
  reason: reason.nullable(),
  provisional: z.boolean(),
  latest: z.strictObject({ timePeriod: z.int(), value: z.number() }).nullable(),
  changedBy: releaseRef.nullable(),
});
/** A growth that another document sets for one of the years left, and what it leaves. */
const plan = z.strictObject({
  target,
  needed: z.number(),
  yearsLeft: z.int(),
  average: z.number(),
});
const one = createRoute({
  method: "get",
  path: "/targets/{targetId}",
  tags: ["Assessments"],
  summary: "One target with its assessment, how its class changed, and what other documents plan for the years left",
  request: { params: z.object({ targetId: z.string().meta({ example: "D2289-2030-EGDI_RANK" }) }), query: plainRead },
  responses: responses(
    readOf({
      referenceDate: day,
      target: target.nullable(),
      assessment: assessment.nullable(),
      history: z.array(historic),
      plans: z.array(plan),
      issuedReports: z
        .array(issuedReport)
        .describe("Issued reports that have the same figure and verdict, newest first."),
    }),
    "The target; null where it was not known yet",
    "unknown-code",
    "invalid",
  ),
});

async function findTarget(db: Db, at: ReadPoint, id: string, lang: Lang) {
  const targets = (await listDefinitions(db, "target", at.release?.id ?? null)).filter(
    ({ inForceFrom }) => inForceFrom <= at.referenceDate,
  );
  const found = targets.find((one) => one.id === id);
  if (!found) return { target: null, assessment: null, history: [], plans: [], issuedReports: [] };
  const [assessed] = await assessAll(db, at, { target: id });
  const ahead = assessed?.outlook?.catchUp?.map(({ timePeriod }) => timePeriod) ?? [];
  return {
    target: localizeTarget(found, lang),
    assessment: assessed ?? null,
    history: await historyOf(db, at, found),
    issuedReports: await reportsOnTarget(db, at, id),
    plans: targets.flatMap((other) => {
      const sameYears = other.indicator === found.indicator && ahead.includes(other.year);
      if (!assessed || !sameYears || other.kind !== "level" || other.value === null) return [];
      if (other.confidence === "unverified") return [];
      const left = afterPlan(assessed, other.value);
      return left ? [{ target: localizeTarget(other, lang), ...left }] : [];
    }),
  };
}

/** One target in full, and how verdicts fared. */
export const targetRoutes = createRouter()
  .openapi(records, async (c) => {
    const { db, at, envelope } = await openRead(c, c.req.valid("query"));
    return c.json({ ...envelope, items: await listTrackRecords(db, at) }, 200);
  })
  .openapi(one, async (c) => {
    const { targetId } = c.req.valid("param");
    const { lang, ...when } = c.req.valid("query");
    await assertKnownCode(c.var.db, "target", targetId);
    const { db, at, envelope } = await openRead(c, when);
    return c.json({ ...envelope, referenceDate: at.referenceDate, ...(await findTarget(db, at, targetId, lang)) }, 200);
  });
