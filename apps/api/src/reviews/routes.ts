import { createRoute } from "@hono/zod-openapi";
import { decision, person, submissionHead, submissionState } from "@moc2030/shared/submission";
import { z } from "zod";
import { transaction } from "../db/open.ts";
import { guardBody } from "../http/body.ts";
import { answers } from "../http/describe.ts";
import { Problem } from "../http/problem.ts";
import { idParam } from "../http/query.ts";
import { signedIn, signInFor } from "../http/signed-in.ts";
import { jsonBody, READS, VERSIONED, WRITES } from "../http/staff-route.ts";
import { createRouter } from "../http/valid.ts";
import { ifMatch, once, tag } from "../http/version.ts";
import { findColleague } from "../staff/queries.ts";
import { decide } from "./commands.ts";
import { delegate, listDelegations, revokeDelegation } from "./delegation.ts";
import { listQueue } from "./queries.ts";
import { unschedule } from "./scheduled.ts";

const tags = ["Reviews"];
const params = z.object({ id: idParam });
const outcome = z.strictObject({
  submission: z.int(),
  version: z.int(),
  state: submissionState,
  release: z.int().nullable(),
  publishAt: z.iso.datetime().nullable(),
});
const delegation = z.strictObject({
  id: z.int(),
  reviewer: person,
  standIn: person,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});

const queue = createRoute({
  method: "get",
  path: "/reviews",
  tags,
  summary: "What waits for review, oldest first, and what is scheduled; `own` is one's own work, which others review",
  ...signedIn("review.decide"),
  responses: answers(
    z.strictObject({
      items: z.array(submissionHead.extend({ own: z.boolean(), publishAt: z.iso.datetime().nullable() })),
    }),
    "The queue",
    ...READS,
  ),
});
const review = createRoute({
  method: "post",
  path: "/submissions/{id}/review",
  tags,
  summary: "Approve all or some, return with a reason, or reject; with `publishAt` at a future instant",
  description:
    "What is approved becomes one release. A figure that changed since its author saw it: 409 with both versions.",
  ...signedIn("review.decide", guardBody),
  request: { params, body: jsonBody(decision) },
  responses: answers(outcome, "What came of it", "own-work", "base-moved", "key-reused", ...VERSIONED),
});
const takeBack = createRoute({
  method: "post",
  path: "/submissions/{id}/unschedule",
  tags,
  summary: "Take a scheduled publication back; it waits for review again",
  ...signedIn("review.decide", guardBody),
  request: { params, body: jsonBody(z.strictObject({ reason: z.string().trim().min(1).max(4000) })) },
  responses: answers(outcome, "What came of it", "own-work", ...VERSIONED),
});
const delegations = createRoute({
  method: "get",
  path: "/delegations",
  tags,
  summary: "Who stands in for whom, now or later",
  ...signedIn("submission.read"),
  responses: answers(z.strictObject({ items: z.array(delegation) }), "The delegations", ...READS),
});
const addDelegation = createRoute({
  method: "post",
  path: "/delegations",
  tags,
  summary: "Let a colleague review in one's place for a time",
  ...signedIn("review.delegate", guardBody),
  request: {
    body: jsonBody(
      z.strictObject({
        standIn: z.string(),
        startsAt: z.iso.datetime({ offset: true }),
        endsAt: z.iso.datetime({ offset: true }),
      }),
    ),
  },
  responses: answers(z.strictObject({ items: z.array(delegation) }), "The delegations", "unknown-code", ...WRITES),
});
const endDelegation = createRoute({
  method: "delete",
  path: "/delegations/{id}",
  tags,
  summary: "End one's own delegation",
  ...signedIn("review.delegate"),
  request: { params },
  responses: answers(z.strictObject({ items: z.array(delegation) }), "The delegations", "unknown-code", ...WRITES),
});

/** The queue, decisions, and stand-ins. */
export const reviewRoutes = createRouter()
  .openapi(queue, (c) => c.json({ items: listQueue(c.var.db, c.var.actor) }, 200))
  .openapi(review, async (c) => {
    const { actor, now, events } = c.var;
    const { id } = c.req.valid("param");
    const [version, wanted] = [ifMatch(c), c.req.valid("json")];
    const done = await once(c, (tx) => decide(tx, actor, id, version, wanted, now()));
    if (done.release !== null) events.announce();
    tag(c, done.version);
    return c.json(done, 200);
  })
  .openapi(takeBack, async (c) => {
    const { actor, now } = c.var;
    const { id } = c.req.valid("param");
    const [version, { reason }] = [ifMatch(c), c.req.valid("json")];
    const done = await once(c, (tx) => unschedule(tx, actor, id, version, reason, now()));
    tag(c, done.version);
    return c.json(done, 200);
  })
  .openapi(delegations, (c) => c.json({ items: listDelegations(c.var.db, c.var.now()) }, 200))
  .openapi(addDelegation, async (c) => {
    const { db, actor, now } = c.var;
    const { standIn, startsAt, endsAt } = c.req.valid("json");
    const colleague = findColleague(signInFor(c).db, standIn);
    if (!colleague) throw new Problem("unknown-code", `Nobody among the staff has the id ${standIn}.`);
    await transaction(db, (tx) => delegate(tx, actor, colleague, startsAt, endsAt, now()));
    return c.json({ items: listDelegations(db, now()) }, 200);
  })
  .openapi(endDelegation, async (c) => {
    const { db, actor, now } = c.var;
    const { id } = c.req.valid("param");
    await transaction(db, (tx) => revokeDelegation(tx, actor, id, now()));
    return c.json({ items: listDelegations(db, now()) }, 200);
  });
