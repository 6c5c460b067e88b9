import { createRoute } from "@hono/zod-openapi";
import { revisionReasons } from "@moc2030/shared/figure/figure";
import { day } from "@moc2030/shared/schema/date";
import { compiler, indicatorDefinition } from "@moc2030/shared/schema/indicator";
import { localizedSchema } from "@moc2030/shared/schema/localized";
import { observation, timePeriod } from "@moc2030/shared/schema/observation";
import { releaseRef } from "@moc2030/shared/schema/release";
import { issuedReport } from "@moc2030/shared/schema/report";
import { source } from "@moc2030/shared/schema/source";
import { explanationContent } from "@moc2030/shared/schema/statement";
import { target } from "@moc2030/shared/schema/target";
import { z } from "zod";
import { assertKnownCode } from "../definitions/known.ts";
import { readOf, responses } from "../http/describe.ts";
import { Problem } from "../http/problem.ts";
import { plainRead, year } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../observations/read-point.ts";
import { statusChange } from "../releases/routes.ts";
import { findRevisedFigures, wasRevised } from "./queries.ts";

const dated = releaseRef.extend({
  reconstructed: z.boolean().describe("Dated by what its sources published, when the database was first filled."),
});
const stood = observation
  .pick({ source: true, edition: true, published: true, publishedPrecision: true })
  .extend({ release: dated });
const revision = z.strictObject({
  old: observation,
  new: observation,
  knownSince: dated.describe("The release in which the old figure became known here."),
  revisedIn: dated,
  stood: z.array(stood).describe("Publications in which the old figure stood, each with the release that recorded it."),
  reason: z
    .enum(revisionReasons)
    .nullable()
    .describe("own_error and wrong_year are ours; null for reference data, whose comment says it."),
  reasonText: z.string().nullable(),
  statuses: z.array(statusChange).describe("Statuses of the indicator's targets that the release changed."),
  besides: z.int().describe("The country's other figures of the indicator in that release."),
  issuedReports: z.array(issuedReport).describe("Issued reports on data with the old figure, newest first."),
});

const one = createRoute({
  method: "get",
  path: "/indicators/{code}/revisions/{year}",
  tags: ["Indicators"],
  summary: "What became of the country's figure of one year: old and new values, who revised it, and what that changed",
  request: {
    params: z.object({
      code: z.string().meta({ example: "DIGITAL_ECONOMY_GDP" }),
      year: year.meta({ example: 2023 }),
    }),
    query: plainRead,
  },
  responses: responses(
    readOf({
      referenceDate: day,
      timePeriod,
      indicator: localizedSchema(indicatorDefinition).nullable(),
      figures: z
        .array(
          z.strictObject({
            compiler: z.string(),
            revisions: z.array(revision),
            explanation: explanationContent.extend({ release: z.int() }).nullable(),
          }),
        )
        .describe("By compiler, the official one first; empty on a day before the figure was revised."),
      compilers: z.array(localizedSchema(compiler)),
      targets: z.array(target),
      sources: z.array(source),
    }),
    "The revisions, oldest first",
    "unknown-code",
    "invalid",
  ),
});

const nothing = { indicator: null, figures: [], compilers: [], targets: [], sources: [] };

export const revisionRoutes = createRouter().openapi(one, async (c) => {
  const { code, year: timePeriod } = c.req.valid("param");
  const query = c.req.valid("query");
  await assertKnownCode(c.var.db, "indicator", code);
  if (!(await wasRevised(c.var.db, code, timePeriod)))
    throw new Problem("unknown-code", `The figure of ${code} for ${timePeriod} has not been revised.`);
  const { db, at, envelope } = await openRead(c, query);
  const found = (await findRevisedFigures(db, at, code, timePeriod, query.lang)) ?? nothing;
  return c.json({ ...envelope, referenceDate: at.referenceDate, timePeriod, ...found }, 200);
});
