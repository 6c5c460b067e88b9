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
import { codeList, csvOptions, flag, readQuery, year } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { describedBy } from "../observations/link.ts";
import { openRead } from "../observations/read-point.ts";
import type { FileRequest } from "./about.ts";
import { encoders } from "./figures.ts";
import { isDated, type ObservationFilter } from "./rows.ts";

const filters = z.strictObject({
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
  ...csvOptions,
});
type FilterQuery = z.infer<typeof filters>;

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
const itemList = listOf(item).extend({ referenceDate: day.optional() });
const description =
  "In the order indicator, compiler, area, year. Withdrawn and missing figures have no value and a status that says why. An address with `release` or a past `asOf` gives the same bytes for ever.";

const list = createRoute({
  method: "get",
  path: "/observations",
  tags: ["Observations"],
  summary: "Yearly figures",
  description: `${description} \`Accept\` chooses the format, JSON where anything will do.`,
  request: { query: filters },
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
    request: { query: filters },
    responses: {
      ...responses(itemList, "The file", "invalid"),
      ...(format !== "json" && { 200: fileResponse(mediaType(format)) }),
    },
  });

async function openFile(c: Context<Env>, input: FilterQuery, format: Format): Promise<FileRequest> {
  const { bom, locale, release, asOf, ...query } = input;
  const { indicator, compiler, area, from, to, history, include, labels, lang } = query;
  if (from !== undefined && to !== undefined && from > to)
    throw invalidParameter("from", `expected a year not after to (${to})`);
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
    query,
    when: { release, asOf },
  };
}

async function send(c: Context<Env>, query: FilterQuery, format: Format, asFile: boolean) {
  const request = await openFile(c, query, format);
  const headers = fileHeaders("observations", format, request.at.release?.id);
  const body = await encoders[format](request);
  c.set("body", body);
  return c.body(body as Uint8Array<ArrayBuffer>, 200, asFile ? headers : { "Content-Type": headers["Content-Type"] });
}

const described = createRouter().openapi(list, async (c) => {
  const format = formatOf(c.get("accepted"));
  const answer = await send(c, c.req.valid("query"), format, format !== "json");
  return answer as unknown as TypedResponse<z.infer<typeof itemList>, 200, "json">;
});
for (const format of allFormats)
  described.openapi(file(format), (c) => send(c, c.req.valid("query"), format, true) as never);

export const observationRoutes = described;
