import { createRoute } from "@hono/zod-openapi";
import { submissionState } from "@moc2030/shared/schema/submission";
import { verbatim, wordingBasis } from "@moc2030/shared/schema/target";
import { z } from "zod";
import { responses } from "../../http/describe.ts";
import { createRouter } from "../../http/valid.ts";
import { READS } from "../../identity/describe.ts";
import { signedIn } from "../../identity/signed-in.ts";
import { targetsToRead } from "./verbatim.ts";

const toRead = createRoute({
  method: "get",
  path: "/entry/verbatim",
  tags: ["Entry"],
  summary:
    "Targets of the Strategy's own document: whose words were read in the signed text, by whom, and what is proposed",
  ...signedIn("entry.read"),
  responses: responses(
    z.strictObject({
      items: z.array(
        z.strictObject({
          target: z.string(),
          indicator: z.string(),
          year: z.int(),
          wordingBasis,
          verbatim: verbatim.nullable(),
          enteredBy: z.string().nullable(),
          approvedBy: z.string().nullable(),
          publishedAt: z.iso.datetime().nullable(),
          proposals: z.array(z.strictObject({ submission: z.int(), state: submissionState, author: z.string() })),
        }),
      ),
    }),
    "The targets",
    ...READS,
  ),
});

/** What is still to be read in a signed text. */
export const statementRoutes = createRouter().openapi(toRead, async (c) =>
  c.json({ items: await targetsToRead(c.var.db, c.var.actor.id) }, 200),
);
