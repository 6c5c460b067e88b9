import { createRoute } from "@hono/zod-openapi";
import { day } from "@moc2030/shared/schema/date";
import { indicatorCode } from "@moc2030/shared/schema/indicator";
import { line } from "@moc2030/shared/schema/line";
import { areaCode } from "@moc2030/shared/schema/observation";
import { person } from "@moc2030/shared/schema/submission";
import { endOfDay, startOfDay } from "@moc2030/shared/text/date";
import { and, desc, eq, gte, like, lt, lte, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import { audit } from "../db/work/audit.ts";
import { responses } from "../http/describe.ts";
import { invalidParameter } from "../http/problem.ts";
import { decimal, idParam, year } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { READS } from "../identity/describe.ts";
import { ANONYMOUS } from "../identity/people-commands.ts";
import { signedIn } from "../identity/signed-in.ts";
import { concerns } from "./about-figure.ts";

const list = createRoute({
  method: "get",
  path: "/audit",
  tags: ["Audit"],
  summary: "What happened, newest first; `before` goes on from the last one shown",
  ...signedIn("audit.read"),
  request: {
    query: z.strictObject({
      before: idParam.optional(),
      limit: decimal("a number", { min: 1, max: 200 }).default(50),
      action: z
        .string()
        .regex(/^[a-z_.]{1,40}$/, "expected an action, or its beginning")
        .optional(),
      actor: line(100)
        .optional()
        .describe("What a person did, and what was refused to somebody unknown at their account"),
      subject: line(200).optional(),
      indicator: indicatorCode
        .optional()
        .describe("What concerns an indicator: submissions, releases, letters, statements, assignment, limits"),
      timePeriod: year.optional().describe("With `indicator`, its figures of a year"),
      refArea: areaCode.optional().describe("With `indicator`, its figures of an area"),
      from: day.optional().describe("The first day, in Viet Nam"),
      to: day.optional().describe("The last day, in Viet Nam"),
    }),
  },
  responses: responses(
    z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.int(),
          at: z.string(),
          actor: person,
          action: z.string(),
          subject: z.string(),
          detail: z.record(z.string(), z.unknown()),
          hash: z.string(),
        }),
      ),
      next: z.int().nullable(),
    }),
    "The entries",
    ...READS,
  ),
});

/** Entries of what somebody did, or of what somebody who was not signed in did at their account, as a refused sign-in. */
const isBy = (person: string): SQL | undefined =>
  or(eq(audit.actor, person), and(eq(audit.actor, ANONYMOUS.id), eq(audit.subject, `staff ${person}`)));

/** Reading the audit log. */
export const auditRoutes = createRouter().openapi(list, async (c) => {
  const { before, limit, action, actor, subject, indicator, timePeriod, refArea, from, to } = c.req.valid("query");
  if (indicator === undefined && (timePeriod !== undefined || refArea !== undefined))
    throw invalidParameter("indicator", "expected the code of an indicator, with timePeriod and refArea");
  if (from !== undefined && to !== undefined && to < from)
    throw invalidParameter("to", `expected a day not before ${from}`);
  const { db } = c.var;
  const about = indicator === undefined ? undefined : await concerns(db, { indicator, timePeriod, refArea });
  const rows = await db.orm
    .select()
    .from(audit)
    .where(
      and(
        before === undefined ? undefined : lt(audit.id, before),
        action === undefined ? undefined : like(audit.action, `${action}%`),
        actor === undefined ? undefined : isBy(actor),
        subject === undefined ? undefined : eq(audit.subject, subject),
        about,
        from === undefined ? undefined : gte(audit.at, startOfDay(from)),
        to === undefined ? undefined : lte(audit.at, endOfDay(to)),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    at: row.at,
    actor: { id: row.actor, name: row.actorName },
    action: row.action,
    subject: row.subject,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
    hash: row.hash,
  }));
  return c.json({ items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }, 200);
});
