import { createRoute } from "@hono/zod-openapi";
import { newSource } from "@moc2030/shared/schema/evidence";
import { line, lines, notFormula } from "@moc2030/shared/schema/line";
import { statementInputs } from "@moc2030/shared/schema/statement";
import { figureInput, figureKey, submission, submissionHead, submissionState } from "@moc2030/shared/schema/submission";
import type { Context } from "hono";
import { z } from "zod";
import { idempotent } from "../audit/idempotent.ts";
import type { Db } from "../db/database.ts";
import { guardBody } from "../http/body.ts";
import { responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { idParam } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { ifMatch, setETag } from "../http/version.ts";
import type { Actor } from "../identity/actor.ts";
import { jsonBody, READS, VERSIONED, WRITES } from "../identity/describe.ts";
import { signedIn } from "../identity/signed-in.ts";
import { addFigures, changeFigures, moveFigure, removeFigure, submitDraft } from "./commands.ts";
import { openDraft, renameDraft } from "./draft.ts";
import { effectOf, effect as effectShape } from "./effect.ts";
import { answerOf, joinQuery } from "./publication.ts";
import { findReadable, findSubmission, listSubmissions } from "./queries.ts";
import { replaceStatements } from "./statements/commands.ts";
import { copySubmission, recallSubmission, withdrawSubmission } from "./take-back.ts";
import { hasHiddenItems, readerOf } from "./visibility.ts";

const tags = ["Submissions"];
const title = line(200)
  .min(1)
  .refine(...notFormula);
const params = z.object({ id: idParam });
const itemParams = z.object({ id: idParam, item: idParam });
/** An item as sent by a form; its source may be new. */
const item = figureInput.extend({ newSource: newSource.nullable().default(null) });
const whole = (description: string) => responses(submission, description, ...VERSIONED);
const joined = (description: string) => responses(submission, description, "other-publication", ...VERSIONED);
const write = signedIn("submission.write", guardBody);
const plainWrite = signedIn("submission.write");

const listed = submissionHead.extend({
  asked: z.int().describe("Questions on one's own submission that one has not answered."),
});
const list = createRoute({
  method: "get",
  path: "/submissions",
  tags,
  summary: "One's own submissions, and what colleagues have handed in; newest change first",
  ...signedIn("submission.read"),
  request: {
    query: z.strictObject({
      state: submissionState.optional(),
      mine: z.enum(["true"]).optional(),
      early: z.enum(["true"]).optional().describe("Scheduled ones that one is named to read early, by one's account."),
    }),
  },
  responses: responses(z.strictObject({ items: z.array(listed) }), "The submissions", ...READS),
});
const create = createRoute({
  method: "post",
  path: "/submissions",
  tags,
  summary: "Open a draft, with figures or statements if there are any",
  "x-idempotent": true,
  ...write,
  request: {
    body: jsonBody(
      z.strictObject({ title, items: z.array(item).max(200).default([]), statements: statementInputs.default([]) }),
    ),
  },
  responses: responses(submission, "The draft, its version as ETag", ...WRITES),
});
const one = createRoute({
  method: "get",
  path: "/submissions/{id}",
  tags,
  summary: "One submission: each figure with what is published now, what the checks say, and who else proposes it",
  ...signedIn("submission.read"),
  request: { params },
  responses: responses(submission, "The submission, its version as ETag", "unknown-code", ...READS),
});
const rename = createRoute({
  method: "patch",
  path: "/submissions/{id}",
  tags,
  summary: "Change the title",
  ...write,
  request: { params, body: jsonBody(z.strictObject({ title })) },
  responses: whole("The draft"),
});
const add = createRoute({
  method: "post",
  path: "/submissions/{id}/items",
  tags,
  summary: "Add a figure, or the withdrawal of one",
  ...write,
  request: { params, query: joinQuery, body: jsonBody(item) },
  responses: joined("The draft"),
});
const change = createRoute({
  method: "put",
  path: "/submissions/{id}/items/{item}",
  tags,
  summary: "Replace a figure by what the form holds now",
  ...write,
  request: { params: itemParams, query: joinQuery, body: jsonBody(item) },
  responses: joined("The draft"),
});
const remove = createRoute({
  method: "delete",
  path: "/submissions/{id}/items/{item}",
  tags,
  summary: "Take a figure out, with the other half of a move",
  ...plainWrite,
  request: { params: itemParams },
  responses: whole("The draft"),
});
const move = createRoute({
  method: "post",
  path: "/submissions/{id}/moves",
  tags,
  summary:
    "Move a published figure to the year, indicator and area it belongs to: a withdrawal and an entry that are published together",
  ...write,
  request: {
    params,
    query: joinQuery,
    body: jsonBody(
      z.strictObject({
        ...figureKey.omit({ timePeriod: true }).shape,
        from: figureKey.shape.timePeriod,
        to: figureKey.shape.timePeriod,
        toIndicator: figureKey.shape.indicator.optional(),
        toArea: figureKey.shape.refArea.optional(),
        reasonText: lines(2000).min(1),
      }),
    ),
  },
  responses: joined("The draft"),
});
const state = createRoute({
  method: "put",
  path: "/submissions/{id}/statements",
  tags,
  summary: "Replace the statements of a draft; a submission holds these or figures",
  ...write,
  request: { params, body: jsonBody(z.strictObject({ statements: statementInputs })) },
  responses: whole("The draft"),
});
const submit = createRoute({
  method: "post",
  path: "/submissions/{id}/submit",
  tags,
  summary: "Hand in for review",
  ...plainWrite,
  request: { params },
  responses: responses(submission, "The submission", "base-moved", ...VERSIONED),
});
const withdraw = createRoute({
  method: "post",
  path: "/submissions/{id}/withdraw",
  tags,
  summary: "Take one's own submission back for good",
  ...plainWrite,
  request: { params },
  responses: whole("The submission"),
});
const recall = createRoute({
  method: "post",
  path: "/submissions/{id}/recall",
  tags,
  summary: "Take one's own submission back before a decision; it is a draft again",
  ...plainWrite,
  request: { params },
  responses: whole("The draft"),
});
const copy = createRoute({
  method: "post",
  path: "/submissions/{id}/copy",
  tags,
  summary: "Open a draft of what was withdrawn or rejected of one's own submission",
  "x-idempotent": true,
  ...plainWrite,
  request: { params },
  responses: responses(submission, "The new draft, its version as ETag", "unknown-code", ...WRITES),
});
const effect = createRoute({
  method: "get",
  path: "/submissions/{id}/effect",
  tags,
  summary: "What publishing it now would do to the statuses, by the same rules",
  ...signedIn("submission.read"),
  request: { params },
  responses: responses(
    effectShape,
    "Statuses that would change, and all assessments of the indicators concerned",
    "unknown-code",
    ...READS,
  ),
});

/** Runs a command on the version in If-Match, idempotently, and responds with the submission. */
async function changed(
  c: Context<Env>,
  id: number,
  command: (tx: Db, actor: Actor, id: number, version: number) => Promise<unknown>,
) {
  const { actor, now } = c.var;
  const version = ifMatch(c);
  const found = await idempotent(c, async (tx) => {
    await command(tx, actor, id, version);
    return findSubmission(tx, actor, id, now());
  });
  setETag(c, found.version);
  return c.json(found, 200);
}

/** Drafts and their submission. */
export const submissionRoutes = createRouter()
  .openapi(list, async (c) => {
    const { state, mine, early } = c.req.valid("query");
    const filter = { state, mine: mine === "true", early: early === "true" };
    return c.json({ items: await listSubmissions(c.var.db, c.var.actor, filter) }, 200);
  })
  .openapi(create, async (c) => {
    const { actor, now } = c.var;
    const { title, items, statements } = c.req.valid("json");
    const made = await idempotent(c, async (tx) => {
      const id = await openDraft(tx, actor, title, now());
      if (items.length > 0) await addFigures(tx, actor, id, 1, items, now());
      if (statements.length > 0) await replaceStatements(tx, actor, id, items.length > 0 ? 2 : 1, statements, now());
      return findSubmission(tx, actor, id, now());
    });
    setETag(c, made.version);
    return c.json(made, 200);
  })
  .openapi(one, async (c) => {
    const found = await findSubmission(c.var.db, c.var.actor, c.req.valid("param").id, c.var.now());
    setETag(c, found.version);
    return c.json(found, 200);
  })
  .openapi(rename, (c) => {
    const { title } = c.req.valid("json");
    return changed(c, c.req.valid("param").id, (...own) => renameDraft(...own, title, c.var.now()));
  })
  .openapi(add, (c) => {
    const input = c.req.valid("json");
    return changed(c, c.req.valid("param").id, (...own) =>
      addFigures(...own, [input], c.var.now(), answerOf(c.req.valid("query"))),
    );
  })
  .openapi(change, (c) => {
    const { id, item } = c.req.valid("param");
    const input = c.req.valid("json");
    return changed(c, id, (...own) =>
      changeFigures(...own, [{ item, input }], c.var.now(), answerOf(c.req.valid("query"))),
    );
  })
  .openapi(remove, (c) => {
    const { id, item } = c.req.valid("param");
    return changed(c, id, (...own) => removeFigure(...own, item, c.var.now()));
  })
  .openapi(move, (c) => {
    const wanted = c.req.valid("json");
    return changed(c, c.req.valid("param").id, (...own) =>
      moveFigure(...own, wanted, c.var.now(), answerOf(c.req.valid("query"))),
    );
  })
  .openapi(state, (c) => {
    const { statements } = c.req.valid("json");
    return changed(c, c.req.valid("param").id, (...own) => replaceStatements(...own, statements, c.var.now()));
  })
  .openapi(submit, (c) => changed(c, c.req.valid("param").id, (...own) => submitDraft(...own, c.var.now())))
  .openapi(withdraw, (c) => changed(c, c.req.valid("param").id, (...own) => withdrawSubmission(...own, c.var.now())))
  .openapi(recall, (c) => changed(c, c.req.valid("param").id, (...own) => recallSubmission(...own, c.var.now())))
  .openapi(copy, async (c) => {
    const { actor, now } = c.var;
    const { id } = c.req.valid("param");
    const made = await idempotent(c, async (tx) =>
      findSubmission(tx, actor, await copySubmission(tx, actor, id, now()), now()),
    );
    setETag(c, made.version);
    return c.json(made, 200);
  })
  .openapi(effect, async (c) => {
    const { db, actor, now } = c.var;
    const { id } = c.req.valid("param");
    const row = await findReadable(db, actor, id);
    if (await hasHiddenItems(db, row, readerOf(c)))
      throw new Problem("forbidden", "What these figures would change is told to those who may see them.");
    return c.json(await effectOf(db, id, now()), 200);
  });
