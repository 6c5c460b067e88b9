import { createRoute } from "@hono/zod-openapi";
import { listOf, responses } from "../http/describe.ts";
import { plainRead } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../observations/read-point.ts";
import { correctionNotice, listCorrections } from "./queries.ts";

const list = createRoute({
  method: "get",
  path: "/corrections",
  tags: ["Releases"],
  summary: "Correction notices: errors of our own, put right; newest first",
  description:
    "As their authors wrote them: Vietnamese, with an English text where there is one. What the compiler of a figure revises is no error of ours; /releases has it.",
  request: { query: plainRead },
  responses: responses(listOf(correctionNotice), "The notices", "invalid"),
});

export const correctionRoutes = createRouter().openapi(list, async (c) => {
  const { lang: _, ...when } = c.req.valid("query");
  const { db, at, envelope } = await openRead(c, when);
  return c.json({ ...envelope, items: await listCorrections(db, at) }, 200);
});
