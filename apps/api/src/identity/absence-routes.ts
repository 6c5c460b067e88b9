import { createRoute } from "@hono/zod-openapi";
import { day } from "@moc2030/shared/schema/date";
import { line } from "@moc2030/shared/schema/line";
import { person } from "@moc2030/shared/schema/submission";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Context } from "hono";
import { z } from "zod";
import { type Db, transaction } from "../db/database.ts";
import { guardSmallBody } from "../http/body.ts";
import { responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { idParam } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { endAbsence, openAbsences, recordAbsence } from "./absence.ts";
import { absenceCalendar } from "./absence-calendar.ts";
import { listDelegations } from "./delegation.ts";
import { delegationState } from "./delegation-routes.ts";
import { jsonBody, READS, WRITES } from "./describe.ts";
import { listPeople, requireColleague } from "./people.ts";
import { signedIn, signInFor } from "./signed-in.ts";

const tags = ["Staff"];
const absences = z.strictObject({
  today: day,
  items: z.array(
    z.strictObject({
      id: z.int().nullable().describe("Null where only a delegation says that a reviewer is away"),
      person,
      from: day,
      to: day.describe("The last day of it"),
      standIns: z.array(
        z.strictObject({
          delegation: z.int(),
          person,
          startsAt: z.iso.datetime(),
          endsAt: z.iso.datetime(),
          state: delegationState,
          away: z.boolean().describe("The stand-in is away too on some day of it"),
        }),
      ),
    }),
  ),
});
const list = createRoute({
  method: "get",
  path: "/absences",
  tags,
  summary: "Who is away, today or later, by first day, and who was asked to stand in",
  ...signedIn("submission.read"),
  responses: responses(absences, "The absences", ...READS),
});
const add = createRoute({
  method: "post",
  path: "/absences",
  tags,
  summary: "Record when one is away; an administrator for anybody",
  ...signedIn("absence.write", guardSmallBody),
  request: {
    body: jsonBody(
      z.strictObject({
        person: line(100).optional().describe("For an administrator: who is away, if not oneself"),
        from: day.describe("The first day, today or later"),
        to: day.describe("The last day"),
      }),
    ),
  },
  responses: responses(absences, "The absences", "unknown-code", ...WRITES),
});
const end = createRoute({
  method: "delete",
  path: "/absences/{id}",
  tags,
  summary: "End an absence, begun or not: whose it is, or an administrator; stand-ins during it end with it",
  ...signedIn("absence.write"),
  request: { params: z.object({ id: idParam }) },
  responses: responses(absences, "The absences", "unknown-code", ...WRITES),
});

async function calendar(c: Context<Env>) {
  const { db, now } = c.var;
  const today = dayInVietNam(now());
  const locked = new Set((await listPeople(signInFor(c).db)).flatMap(({ id, disabled }) => (disabled ? [id] : [])));
  const recorded = (await openAbsences(db, today)).filter(({ staff }) => !locked.has(staff));
  return c.json({ today, items: absenceCalendar(recorded, await listDelegations(db, now())) }, 200);
}
async function changed(c: Context<Env>, change: (tx: Db) => Promise<void>) {
  await transaction(c.var.db, change);
  return calendar(c);
}

/** The calendar of absence. */
export const absenceRoutes = createRouter()
  .openapi(list, (c) => calendar(c))
  .openapi(add, async (c) => {
    const { actor, now } = c.var;
    const { person = actor.id, ...days } = c.req.valid("json");
    const who = await requireColleague(signInFor(c).db, person);
    return changed(c, (tx) => recordAbsence(tx, actor, who, days, now()));
  })
  .openapi(end, (c) => {
    const { id } = c.req.valid("param");
    return changed(c, (tx) => endAbsence(tx, c.var.actor, id, c.var.now()));
  });
