import { createRoute } from "@hono/zod-openapi";
import { line, lines } from "@moc2030/shared/schema/line";
import { submission } from "@moc2030/shared/schema/submission";
import { z } from "zod";
import { idempotent } from "../../audit/idempotent.ts";
import { guardBody } from "../../http/body.ts";
import { responses } from "../../http/describe.ts";
import { idParam } from "../../http/query.ts";
import { createRouter } from "../../http/valid.ts";
import { jsonBody, WRITES } from "../../identity/describe.ts";
import { signedIn } from "../../identity/signed-in.ts";
import { findSubmission } from "../queries.ts";
import { addComment } from "./commands.ts";

const ask = createRoute({
  method: "post",
  path: "/submissions/{id}/comments",
  tags: ["Submissions"],
  summary: "Ask about one figure or statement, or answer; the author and whoever may see it read the thread",
  "x-idempotent": true,
  ...signedIn("submission.write", guardBody),
  request: {
    params: z.object({ id: idParam }),
    body: jsonBody(
      z
        .strictObject({
          item: z.int().nullable().default(null),
          statement: line(250).nullable().default(null),
          text: lines(2000).min(1),
        })
        .refine(({ item, statement }) => (item === null) !== (statement === null), {
          path: ["item"],
          message: "name one figure or one statement",
        }),
    ),
  },
  responses: responses(submission, "The submission with its threads", "unknown-code", ...WRITES),
});

/** Questions and answers on single figures and statements. */
export const threadRoutes = createRouter().openapi(ask, async (c) => {
  const { actor, now } = c.var;
  const { id } = c.req.valid("param");
  const { text, ...about } = c.req.valid("json");
  const found = await idempotent(c, async (tx) => {
    await addComment(tx, actor, id, about, text, now());
    return findSubmission(tx, actor, id, now());
  });
  return c.json(found, 200);
});
