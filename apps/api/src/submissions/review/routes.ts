import { createRoute } from "@hono/zod-openapi";
import { lines } from "@moc2030/shared/schema/line";
import {
  decision,
  earlyReader,
  namedReader,
  person,
  submissionHead,
  submissionState,
} from "@moc2030/shared/schema/submission";
import type { Context } from "hono";
import { z } from "zod";
import { idempotent } from "../../audit/idempotent.ts";
import type { Db } from "../../db/database.ts";
import { guardBody } from "../../http/body.ts";
import { responses } from "../../http/describe.ts";
import type { Env } from "../../http/env.ts";
import { Problem } from "../../http/problem.ts";
import { idParam } from "../../http/query.ts";
import { createRouter } from "../../http/valid.ts";
import { ifMatch, setETag } from "../../http/version.ts";
import { jsonBody, READS, VERSIONED } from "../../identity/describe.ts";
import { findColleague } from "../../identity/people.ts";
import { signedIn, signInFor } from "../../identity/signed-in.ts";
import { figurePast } from "../figure-past.ts";
import { readerOf } from "../visibility.ts";
import { decide } from "./commands.ts";
import { namedReaders } from "./early-readers.ts";
import { pastOf } from "./past.ts";
import { listQueue, listScheduled } from "./queries.ts";
import { addReaders, unschedule } from "./scheduled.ts";

const tags = ["Reviews"];
const params = z.object({ id: idParam });
const outcome = z.strictObject({
  submission: z.int(),
  version: z.int(),
  state: submissionState,
  release: z.int().nullable(),
  publishAt: z.iso.datetime().nullable(),
});

const queue = createRoute({
  method: "get",
  path: "/reviews",
  tags,
  summary: "What waits for review, oldest first, and what is scheduled; `own` is one's own work, which others review",
  ...signedIn("review.decide"),
  responses: responses(
    z.strictObject({
      items: z.array(submissionHead.extend({ own: z.boolean(), publishAt: z.iso.datetime().nullable() })),
    }),
    "The queue",
    ...READS,
  ),
});
const past = createRoute({
  method: "get",
  path: "/submissions/{id}/past",
  tags,
  summary: "What each undecided figure of a submission is seen against; of the first 200",
  ...signedIn("submission.read"),
  request: { params },
  responses: responses(
    z.strictObject({
      items: z.array(
        z.strictObject({
          item: z.int(),
          ...figurePast.shape,
          neighbours: z
            .array(z.strictObject({ refArea: z.string(), value: z.string().nullable(), proposed: z.boolean() }))
            .describe(
              "The nearest of the other economies in the same edition, published or in this submission, by value.",
            ),
        }),
      ),
    }),
    "The past of its figures",
    "unknown-code",
    ...READS,
  ),
});
const scheduled = createRoute({
  method: "get",
  path: "/scheduled",
  tags,
  summary: "All that is to be published at an instant to come, soonest first, with its early readers; never a figure",
  ...signedIn("submission.read"),
  responses: responses(
    z.strictObject({
      items: z.array(
        z.strictObject({
          submission: z.int(),
          title: z.string(),
          publishAt: z.iso.datetime(),
          author: person,
          approvedBy: person,
          onBehalfOf: person.nullable(),
          earlyReaders: z.array(namedReader),
        }),
      ),
    }),
    "The scheduled publications",
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
  responses: responses(
    outcome,
    "What came of it",
    "own-work",
    "represented-work",
    "base-moved",
    "key-reused",
    ...VERSIONED,
  ),
});
const takeBack = createRoute({
  method: "post",
  path: "/submissions/{id}/unschedule",
  tags,
  summary: "Take a scheduled publication back; it waits for review again",
  ...signedIn("review.decide", guardBody),
  request: { params, body: jsonBody(z.strictObject({ reason: lines(4000).min(1) })) },
  responses: responses(outcome, "What came of it", "own-work", "represented-work", ...VERSIONED),
});
const readers = createRoute({
  method: "post",
  path: "/submissions/{id}/early-readers",
  tags,
  summary: "Name who sees a scheduled publication before its instant, at most 24 hours ahead",
  description: "By whoever approved it, until the instant. The list is kept, and public with the release.",
  ...signedIn("review.decide", guardBody),
  request: { params, body: jsonBody(z.strictObject({ readers: z.array(earlyReader).min(1).max(100) })) },
  responses: responses(
    z.strictObject({ submission: z.int(), version: z.int(), earlyReaders: z.array(namedReader) }),
    "The list",
    "own-work",
    "represented-work",
    ...VERSIONED,
  ),
});

/** Runs a decision in one idempotent transaction, with the role the actor has when its turn comes. */
const decided = <T>(c: Context<Env>, work: (tx: Db) => Promise<T>) =>
  idempotent(c, async (tx) => {
    const { actor } = c.var;
    if ((await findColleague(signInFor(c).db, actor.id))?.role !== actor.role)
      throw new Problem("forbidden", "Your role has changed.");
    return work(tx);
  });

/** The review queue and decisions. */
export const reviewRoutes = createRouter()
  .openapi(queue, async (c) => c.json({ items: await listQueue(c.var.db, c.var.actor) }, 200))
  .openapi(past, async (c) => c.json({ items: await pastOf(c.var.db, readerOf(c), c.req.valid("param").id) }, 200))
  .openapi(scheduled, async (c) => c.json({ items: await listScheduled(c.var.db) }, 200))
  .openapi(review, async (c) => {
    const { actor, now, events } = c.var;
    const { id } = c.req.valid("param");
    const [version, wanted] = [ifMatch(c), c.req.valid("json")];
    const earlyReaders = await namedReaders(signInFor(c).db, wanted.earlyReaders);
    const done = await decided(c, (tx) => decide(tx, actor, id, version, { ...wanted, earlyReaders }, now()));
    if (done.release !== null) await events.announce();
    setETag(c, done.version);
    return c.json(done, 200);
  })
  .openapi(takeBack, async (c) => {
    const { actor, now } = c.var;
    const { id } = c.req.valid("param");
    const [version, { reason }] = [ifMatch(c), c.req.valid("json")];
    const done = await decided(c, (tx) => unschedule(tx, actor, id, version, reason, now()));
    setETag(c, done.version);
    return c.json(done, 200);
  })
  .openapi(readers, async (c) => {
    const { actor, now } = c.var;
    const { id } = c.req.valid("param");
    const version = ifMatch(c);
    const named = await namedReaders(signInFor(c).db, c.req.valid("json").readers);
    const done = await decided(c, (tx) => addReaders(tx, actor, id, version, named, now()));
    setETag(c, done.version);
    return c.json(done, 200);
  });
