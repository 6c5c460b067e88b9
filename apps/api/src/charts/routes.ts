import { createRoute } from "@hono/zod-openapi";
import type { ChartLook, ChartRequest } from "@moc2030/shared/page/chart-file";
import { line } from "@moc2030/shared/schema/line";
import type { Context } from "hono";
import { z } from "zod";
import { assertKnown, assertKnownCode } from "../definitions/known.ts";
import { fileResponses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { codeList, decimal, type ReadQuery, readQuery, year } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { keptPoint, openRead } from "../observations/read-point.ts";
import { pngOf } from "./png.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Draws a chart as SVG; undefined without the built pages. */
    drawChart: ((request: ChartRequest) => Promise<string>) | undefined;
  }
}

const formats = { svg: "image/svg+xml", png: "image/png" } as const;
type Format = keyof typeof formats;

/** As many economies and groups as the page accepts. */
const MAX_AREAS = 16;

const look = {
  theme: z.enum(["light", "dark"], "expected light or dark").default("light").describe("Colours."),
  width: decimal("a width in pixels", { min: 320, max: 1600 })
    .default(960)
    .describe("Width of the picture; the PNG has two pixels for each."),
  ...readQuery,
};
const indicatorQuery = z.strictObject({
  milestones: z.enum(["1"], "expected 1").optional().describe("1: events are marked, as on the page."),
  ...look,
});
const compared = {
  indicator: line(50)
    .optional()
    .describe("Code of the indicator; the catalogue's first unless given.")
    .meta({ example: "GII_RANK" }),
  areas: codeList
    .refine((codes) => codes.length <= MAX_AREAS, `expected at most ${MAX_AREAS} codes`)
    .optional()
    .describe("Economies, or groups such as ASEAN, which is the default.")
    .meta({ example: "ASEAN,KOR" }),
  from: year.optional().describe("First year."),
  to: year.optional().describe("Last year."),
};
/** What a comparison shows, in the words of its page's address. */
export const compareQuery = z.strictObject({ ...compared, ...readQuery });
const compareChartQuery = z.strictObject({ ...compared, ...look });
const params = z.object({ code: z.string().meta({ example: "EGDI_RANK" }) });
const description =
  "Drawn as on the page, with title, source, release and a permalink in it. An address with `release` or a past `asOf` gives the same bytes for ever.";

const ofIndicator = (format: Format) =>
  createRoute({
    method: "get",
    path: `/indicators/{code}/chart.${format}` as const,
    tags: ["Charts"],
    summary: `The chart of an indicator as ${format.toUpperCase()}`,
    description,
    request: { params, query: indicatorQuery },
    responses: fileResponses(formats[format], "unknown-code", "invalid", "unavailable"),
  });
const ofComparison = (format: Format) =>
  createRoute({
    method: "get",
    path: `/compare/chart.${format}` as const,
    tags: ["Charts"],
    summary: `The chart of a comparison as ${format.toUpperCase()}`,
    description,
    request: { query: compareChartQuery },
    responses: fileResponses(formats[format], "invalid", "unavailable"),
  });

type Shown<R> = R extends ChartRequest ? Omit<R, keyof ChartLook> : never;
type Look = ReadQuery & Pick<ChartLook, "theme" | "width">;

/** Sends a chart; the release is appended to the file name `name`. */
async function sendChart(c: Context<Env>, query: Look, shown: Shown<ChartRequest>, name: string, format: Format) {
  const { at } = await openRead(c, query);
  const { drawChart, origin } = c.var;
  if (!drawChart) throw new Problem("unavailable", "Charts are drawn by the built pages, which are not here.");
  const { lang, release, theme, width } = query;
  // The picture names what stays: a day that is not over is drawn as now, with its release.
  const asOf = "asOf" in keptPoint(at, query, c.var.now()) ? query.asOf : undefined;
  const look = { lang, asOf, release, theme, width, referenceDate: at.referenceDate, origin };
  const svg = await drawChart({ ...look, ...shown } as ChartRequest);
  const body = format === "svg" ? svg : new Uint8Array(await pngOf(svg));
  return c.body(body, 200, {
    "Content-Type": formats[format],
    "Content-Disposition": `inline; filename="moc2030_${name}_r${at.release?.id ?? 0}.${format}"`,
  }) as never;
}

/** Charts as SVG and PNG files. */
export const chartRoutes = createRouter();
for (const format of Object.keys(formats) as Format[])
  chartRoutes
    .openapi(ofIndicator(format), async (c) => {
      const { code } = c.req.valid("param");
      const { milestones, ...query } = c.req.valid("query");
      await assertKnownCode(c.var.db, "indicator", code);
      return sendChart(c, query, { page: "indicator", code, milestones }, code, format);
    })
    .openapi(ofComparison(format), async (c) => {
      const { indicator, areas, from, to, ...query } = c.req.valid("query");
      await assertKnown(c.var.db, {
        indicator: ["indicator", indicator === undefined ? [] : [indicator]],
        areas: ["area", areas],
      });
      return sendChart(c, query, { page: "compare", indicator, areas, from, to }, indicator ?? "compare", format);
    });
