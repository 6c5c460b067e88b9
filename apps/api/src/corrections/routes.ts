import { createRoute } from "@hono/zod-openapi";
import { day } from "@moc2030/shared/schema/date";
import { releaseRef } from "@moc2030/shared/schema/release";
import { correctionContent } from "@moc2030/shared/schema/statement";
import { z } from "zod";
import { listOf, responses } from "../http/describe.ts";
import { plainRead } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../observations/read-point.ts";
import { listCorrections } from "./queries.ts";

const notice = correctionContent.extend({
  id: z.string(),
  pages: z.array(z.string()).describe("Addresses of the pages that it concerns, those of indicators and releases too."),
  published: releaseRef.describe("The release that first had the notice."),
  release: z.int().describe("The release of its newest wording."),
  shownUntil: day.describe("The last day on which it stands on those pages; it stays in this list."),
  isShown: z.boolean().describe("Whether it does so on the day of the read."),
});

const list = createRoute({
  method: "get",
  path: "/corrections",
  tags: ["Releases"],
  summary: "Correction notices: errors of our own, put right; newest first",
  description:
    "As their authors wrote them: Vietnamese, with an English text where there is one. What the compiler of a figure revises is no error of ours; /releases has it.",
  request: { query: plainRead },
  responses: responses(listOf(notice), "The notices", "invalid"),
});

export const correctionRoutes = createRouter().openapi(list, async (c) => {
  const { lang: _, ...when } = c.req.valid("query");
  const { db, at, envelope } = await openRead(c, when);
  return c.json({ ...envelope, items: await listCorrections(db, at) }, 200);
});
