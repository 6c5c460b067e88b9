import { createRoute } from "@hono/zod-openapi";
import { assessmentClass } from "@moc2030/shared/assessment";
import { observation } from "@moc2030/shared/observation";
import type { Context, TypedResponse } from "hono";
import { z } from "zod";
import { refuseUnknown } from "../definitions/known.ts";
import { answers, listOf } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { codeList, readQuery, year } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../releases/at.ts";
import { type ObservationFilter, observationsCsv, observationsJson } from "./queries.ts";

const flag = z.enum(["true", "false"], "expected true or false").transform((text) => text === "true");
const filters = {
  indicator: codeList.optional().describe("Indicator codes, separated by commas."),
  compiler: codeList.optional().describe("Compiler codes, separated by commas."),
  area: codeList.optional().describe("Area codes, or a group such as ASEAN (its members on the reference date)."),
  from: year.optional().describe("First year."),
  to: year.optional().describe("Last year."),
  history: flag.optional().describe("Every revision, not only the newest."),
  include: z.enum(["target"], "expected target").optional().describe("Adds target, path and assessment."),
  labels: z.enum(["id", "both"], "expected id or both").optional().describe("Adds names beside codes."),
  ...readQuery,
};
type FilterQuery = z.infer<z.ZodObject<typeof filters>>;

/** An observation with what `include` and `labels` add. */
const item = observation.extend({
  targetValue: z.number().nullable().optional(),
  pathValue: z.number().nullable().optional(),
  assessment: assessmentClass.nullable().optional(),
  methodVersion: z.int().nullable().optional(),
  indicatorName: z.string().optional(),
  refAreaName: z.string().nullable().optional(),
  sourceTitle: z.string().nullable().optional(),
});
const itemList = listOf(item);

const json = createRoute({
  method: "get",
  path: "/observations",
  tags: ["Observations"],
  summary: "Yearly figures",
  description:
    "In the order indicator, compiler, area, year. Withdrawn and missing figures have a null value and a status that says why.",
  request: { query: z.strictObject(filters) },
  responses: answers(itemList, "The observations", "invalid"),
});

const csv = createRoute({
  method: "get",
  path: "/observations.csv",
  tags: ["Observations"],
  summary: "Yearly figures as an RFC 4180 file",
  request: {
    query: z.strictObject({
      ...filters,
      locale: z.enum(["vi", "en"], "expected vi or en").optional().describe("vi: semicolons and decimal commas."),
      bom: flag.optional().describe("Begins the file with a byte order mark, for Excel."),
    }),
  },
  responses: {
    ...answers(itemList, "", "invalid"),
    200: { description: "The file", content: { "text/csv": { schema: z.string() } } },
  },
});

async function openFilter(c: Context<Env>, query: FilterQuery) {
  const { indicator, compiler, area, from, to, history, include, labels, lang, ...when } = query;
  if (from !== undefined && to !== undefined && from > to)
    throw new Problem("invalid", "from: expected a year not after to", [
      { parameter: "from", detail: `expected a year not after to (${to})` },
    ]);
  await refuseUnknown(c.var.db, {
    indicator: ["indicator", indicator],
    compiler: ["compiler", compiler],
    area: ["area", area],
  });
  const filter: ObservationFilter = {
    indicator,
    compiler,
    area,
    from,
    to,
    history,
    includeTarget: include === "target",
    labels,
    lang,
  };
  return { ...(await openRead(c, when)), filter };
}

/** Figures, as JSON whose text SQLite makes, and as CSV. */
export const observationRoutes = createRouter()
  .openapi(json, async (c) => {
    const { db, at, head, filter } = await openFilter(c, c.req.valid("query"));
    const text = `${JSON.stringify(head).slice(0, -1)},"items":${(await observationsJson(db, at, filter)).toString()}}`;
    return c.body(text, 200, { "Content-Type": "application/json" }) as unknown as TypedResponse<
      z.infer<typeof itemList>,
      200,
      "json"
    >;
  })
  .openapi(csv, async (c) => {
    const { locale, bom, ...query } = c.req.valid("query");
    const { db, at, filter } = await openFilter(c, query);
    const text = await observationsCsv(db, at, filter, locale === "vi");
    return c.body(`${bom ? "\uFEFF" : ""}${text.toString()}`, 200, {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="moc2030_observations_r${at.release?.id ?? 0}.csv"`,
    }) as never;
  });
