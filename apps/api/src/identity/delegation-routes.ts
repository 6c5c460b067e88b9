import { createRoute } from "@hono/zod-openapi";
import { line } from "@moc2030/shared/schema/line";
import { person } from "@moc2030/shared/schema/submission";
import type { Context } from "hono";
import { z } from "zod";
import { type Db, transaction } from "../db/database.ts";
import { guardBody } from "../http/body.ts";
import { responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { idParam } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { acceptDelegation, confirmDelegation, delegate, endDelegation, listDelegations } from "./delegation.ts";
import { jsonBody, READS, WRITES } from "./describe.ts";
import { requireColleague } from "./people.ts";
import { signedIn, signInFor } from "./signed-in.ts";

const tags = ["Reviews"];
const params = z.object({ id: idParam });
/** proposed (by an administrator) → offered (to the delegate) → accepted, and in force within its period. */
export const delegationState = z.enum(["proposed", "offered", "accepted"]);
const delegation = z.strictObject({
  id: z.int(),
  reviewer: person,
  standIn: person,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  state: delegationState,
  createdBy: person,
  confirmedBy: person.nullable(),
  acceptedAt: z.iso.datetime().nullable(),
});
const delegations = z.strictObject({ items: z.array(delegation) });
const all = responses(delegations, "The delegations", "unknown-code", "own-work", ...WRITES);

const list = createRoute({
  method: "get",
  path: "/delegations",
  tags,
  summary: "Who stands in for whom, now or later, and how far each delegation has come",
  ...signedIn("submission.read"),
  responses: responses(delegations, "The delegations", ...READS),
});
const add = createRoute({
  method: "post",
  path: "/delegations",
  tags,
  summary: "Ask a colleague to review in one's place for a time; it holds once they accept",
  description:
    "An administrator names the `reviewer` who cannot act; a second administrator confirms. At most 90 days, from now (no `startsAt`) or later.",
  ...signedIn("review.delegate", guardBody),
  request: {
    body: jsonBody(
      z.strictObject({
        standIn: line(100),
        reviewer: line(100).optional().describe("For an administrator: the reviewer who cannot act."),
        startsAt: z.iso.datetime({ offset: true }).nullable().default(null).describe("None: from now on."),
        endsAt: z.iso.datetime({ offset: true }),
      }),
    ),
  },
  responses: all,
});
const confirm = createRoute({
  method: "post",
  path: "/delegations/{id}/confirm",
  tags,
  summary: "Confirm, as a second administrator, what another proposed",
  ...signedIn("review.appoint"),
  request: { params },
  responses: all,
});
const accept = createRoute({
  method: "post",
  path: "/delegations/{id}/accept",
  tags,
  summary: "Accept to stand in",
  ...signedIn("review.stand_in"),
  request: { params },
  responses: all,
});
const end = createRoute({
  method: "delete",
  path: "/delegations/{id}",
  tags,
  summary: "End a delegation: the reviewer, the stand-in, or an administrator",
  ...signedIn("review.end_delegation"),
  request: { params },
  responses: all,
});

/** Runs one change and returns the resulting list of delegations. */
async function changed(c: Context<Env>, change: (tx: Db) => Promise<void>) {
  const { db, now } = c.var;
  await transaction(db, change);
  return c.json({ items: await listDelegations(db, now()) }, 200);
}
const colleague = (c: Context<Env>, id: string) => requireColleague(signInFor(c).db, id);

/** Delegations: create, confirm, accept, end. */
export const delegationRoutes = createRouter()
  .openapi(list, async (c) => c.json({ items: await listDelegations(c.var.db, c.var.now()) }, 200))
  .openapi(add, async (c) => {
    const { actor, now } = c.var;
    const { standIn, reviewer, ...time } = c.req.valid("json");
    const people = { reviewer: await colleague(c, reviewer ?? actor.id), standIn: await colleague(c, standIn) };
    return changed(c, (tx) => delegate(tx, actor, people, time, now()));
  })
  .openapi(confirm, (c) => {
    const { id } = c.req.valid("param");
    return changed(c, (tx) => confirmDelegation(tx, signInFor(c).db, c.var.actor, id, c.var.now()));
  })
  .openapi(accept, (c) => {
    const { id } = c.req.valid("param");
    return changed(c, (tx) => acceptDelegation(tx, signInFor(c).db, c.var.actor, id, c.var.now()));
  })
  .openapi(end, (c) => {
    const { id } = c.req.valid("param");
    return changed(c, (tx) => endDelegation(tx, c.var.actor, id, c.var.now()));
  });
