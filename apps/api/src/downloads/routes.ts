import { createRoute } from "@hono/zod-openapi";
import { assessmentClass } from "@moc2030/shared/schema/assessment";
import { day } from "@moc2030/shared/schema/date";
import { observation } from "@moc2030/shared/schema/observation";
import type { Context, TypedResponse } from "hono";
import { z } from "zod";
import { assertKnown } from "../definitions/known.ts";
import { fileResponse, listOf, responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { type Format, fileHeaders, formatOf, formats, mediaType } from "../http/formats.ts";
import { invalidParameter } from "../http/problem.ts";
import { codeList, csvOptions, decimal, flag, readQuery, year } from "../http/query.ts";
import { sendBody } from "../http/streamed.ts";
import { createRouter } from "../http/valid.ts";
import { describedBy } from "../observations/link.ts";
import { openRead } from "../observations/read-point.ts";
import type { FileRequest } from "./about.ts";
import { encoders } from "./figures.ts";
import { type PageOfRows, SORT_FIELDS } from "./paged.ts";
import { isDated, type ObservationFilter } from "./rows.ts";

/** Which figures are asked for, and as known when. */
export const figuresQuery = z.strictObject({
  indicator: codeList.optional().describe("Indicator codes, separated by commas.").meta({ example: "EGDI_RANK" }),
  compiler: codeList.optional().describe("Compiler codes, separated by commas."),
  area: codeList
    .optional()
    .describe("Area codes, or a group such as ASEAN (its members on the reference date).")
    .meta({ example: "VNM,SGP" }),
  from: year.optional().describe("First year.").meta({ example: 2020 }),
  to: year.optional().describe("Last year.").meta({ example: 2024 }),
  history: flag.optional().describe("Every revision, not only the newest."),
  include: z
    .enum(["target"], "expected target")
    .optional()
    .describe("Adds target, path and assessment, judged on the reference date."),
  labels: z.enum(["id", "both"], "expected id or both").optional().describe("both: names beside codes."),
  ...readQuery,
});
const filters = figuresQuery.extend(csvOptions);
const sorts = SORT_FIELDS.flatMap((field) => [field, `-${field}`] as const);
/** JSON can be read page by page. */
const paged = filters.extend({
  limit: decimal("a number", { min: 1, max: 1000 })
    .optional()
    .describe("JSON alone: at most so many figures. `total` counts all that the other parameters select.")
    .meta({ example: 25 }),
  offset: decimal("a number", { min: 0, max: 999_999_999 })
    .optional()
    .describe("With `limit`: the figures after so many."),
  sort: z
    .enum(sorts, `expected one of ${SORT_FIELDS.join(", ")}, with - before it for descending`)
    .optional()
    .describe(
      "With `limit`: a field to sort by, with - before it for descending; indicators, areas and compilers by their names in `lang`. What has no value comes last, and equal ones stay in the usual order.",
    )
    .meta({ example: "-timePeriod" }),
});
type FilterQuery = z.infer<typeof paged>;

/** An observation with the columns of `include` and `labels`. */
const item = observation.extend({
  targetValue: z.number().nullable().optional(),
  pathValue: z.number().nullable().optional(),
  assessment: assessmentClass.nullable().optional(),
  methodVersion: z.int().nullable().optional(),
  indicatorName: z.string().optional(),
  refAreaName: z.string().nullable().optional(),
  sourceTitle: z.string().nullable().optional(),
});
const itemList = listOf(item).extend({
  referenceDate: day.optional(),
  total: z.int().optional().describe("With `limit`: how many figures are selected in all."),
  compilers: z.array(z.string()).optional().describe("With `limit`: who made the figures that are selected in all."),
});
const description =
  "In the order indicator, compiler, area, year. Withdrawn and missing figures have no value and a status that says why. An address with `release` or a past `asOf` gives the same bytes for ever.";

const list = createRoute({
  method: "get",
  path: "/observations",
  tags: ["Observations"],
  summary: "Yearly figures",
  description: `${description} \`Accept\` chooses the format, JSON where anything will do.`,
  request: { query: paged },
  responses: responses(itemList, "The observations", "invalid", "not-acceptable"),
});
const allFormats = Object.keys(formats) as Format[];
Object.assign(list.responses[200].content, fileResponse(...allFormats.slice(1).map(mediaType)).content);

const file = (format: Format) =>
  createRoute({
    method: "get",
    path: `/observations.${format}`,
    tags: ["Observations"],
    summary: `Yearly figures: ${formats[format].title}`,
    description,
    request: { query: format === "json" ? paged : filters },
    responses: {
      ...responses(itemList, "The file", "invalid"),
      ...(format !== "json" && { 200: fileResponse(mediaType(format)) }),
    },
  });

/** Which rows are asked for; undefined for all. */
function pageOf({ limit, offset, sort }: FilterQuery, format: Format): PageOfRows | undefined {
  const given = Object.entries({ limit, offset, sort }).find(([, value]) => value !== undefined)?.[0];
  if (given === undefined) return undefined;
  if (format !== "json") throw invalidParameter(given, "expected with JSON alone; other formats have every row");
  if (limit === undefined) throw invalidParameter(given, "expected together with limit");
  const field = SORT_FIELDS.find((one) => sort === one || sort === `-${one}`);
  return { limit, offset: offset ?? 0, sort: field && { field, isDown: sort !== field } };
}

async function openFile(c: Context<Env>, input: FilterQuery, format: Format): Promise<FileRequest> {
  const { bom, locale, release, asOf, indicator, compiler, area, from, to, history, include, labels, lang } = input;
  const query = { indicator, compiler, area, from, to, history, include, labels, lang };
  if (from !== undefined && to !== undefined && from > to)
    throw invalidParameter("from", `expected a year not after to (${to})`);
  const page = pageOf(input, format);
  await assertKnown(c.get("db"), {
    indicator: ["indicator", indicator],
    compiler: ["compiler", compiler],
    area: ["area", area],
  });
  const filter: ObservationFilter = {
    ...{ indicator, compiler, area, from, to, history, labels, lang },
    includeTarget: include === "target",
  };
  const read = await openRead(c, { release, asOf });
  const dated = await isDated(read.db, read.at, filter);
  if (dated) c.header("X-Reference-Date", read.at.referenceDate);
  c.header("Link", describedBy(read.at, lang, indicator));
  return {
    ...{ ...read, filter, dated, format, origin: c.get("origin"), decimalComma: locale === "vi", bom: bom === true },
    ...{ query, page },
    when: { release, asOf },
  };
}

async function send(c: Context<Env>, query: FilterQuery, format: Format, asFile: boolean) {
  const request = await openFile(c, query, format);
  const headers = fileHeaders("observations", format, request.at.release?.id);
  const body = await encoders[format](request);
  return sendBody(c, body, asFile ? headers : { "Content-Type": headers["Content-Type"] });
}

const described = createRouter().openapi(list, async (c) => {
  const format = formatOf(c.get("accepted"));
  const answer = await send(c, c.req.valid("query"), format, format !== "json");
  return answer as unknown as TypedResponse<z.infer<typeof itemList>, 200, "json">;
});
for (const format of allFormats)
  described.openapi(file(format), (c) => send(c, c.req.valid("query"), format, true) as never);

export const observationRoutes = described;
