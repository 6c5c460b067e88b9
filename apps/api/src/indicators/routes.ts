import { createRoute } from "@hono/zod-openapi";
import { changeBetween } from "@moc2030/shared/outlook/components";
import { assessment } from "@moc2030/shared/schema/assessment";
import { type ComponentChanges, componentChanges } from "@moc2030/shared/schema/components";
import { day } from "@moc2030/shared/schema/date";
import { body, compiler, indicatorDefinition } from "@moc2030/shared/schema/indicator";
import { localizedSchema } from "@moc2030/shared/schema/localized";
import { observation, timePeriod } from "@moc2030/shared/schema/observation";
import { source } from "@moc2030/shared/schema/source";
import { remark } from "@moc2030/shared/schema/statement";
import { documentDefinition, target } from "@moc2030/shared/schema/target";
import { z } from "zod";
import { assertKnownCode } from "../definitions/known.ts";
import { fileResponses, listOf, readOf, responses } from "../http/describe.ts";
import { invalidParameter } from "../http/problem.ts";
import { plainRead, readQuery, year } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { openRead } from "../observations/read-point.ts";
import { datasetJsonLd } from "./dataset.ts";
import { findIndicator, listIndicators } from "./queries.ts";

const coverage = z.strictObject({
  compiler: z.string(),
  areas: z.int(),
  figures: z.int(),
  revisions: z.int(),
  from: timePeriod,
  to: timePeriod,
});

/** An indicator of the catalogue. */
export const indicator = indicatorDefinition.extend({
  targets: z.array(z.string()),
  coverage: z.array(coverage),
  latest: observation.nullable(),
  previous: observation.nullable(),
});

const list = createRoute({
  method: "get",
  path: "/indicators",
  tags: ["Indicators"],
  summary: "The catalogue, each with its newest figure",
  request: { query: plainRead },
  responses: responses(listOf(localizedSchema(indicator)), "The indicators", "invalid"),
});

const params = z.object({ code: z.string().meta({ example: "EGDI_RANK" }) });
const detailQuery = z.strictObject({
  ...readQuery,
  from: year.optional().describe("The edition where `components.change` begins; without it the one before its end."),
  to: year.optional().describe("The edition where `components.change` ends; without it the newest."),
});
const one = createRoute({
  method: "get",
  path: "/indicators/{code}",
  tags: ["Indicators"],
  summary: "One indicator with its targets, assessments and sources",
  request: { params, query: detailQuery },
  responses: responses(
    readOf({
      referenceDate: day,
      indicator: localizedSchema(indicator).nullable(),
      compilers: z.array(localizedSchema(compiler)),
      bodies: z.array(localizedSchema(body)),
      documents: z.array(localizedSchema(documentDefinition)),
      targets: z.array(target),
      assessments: z.array(assessment),
      components: componentChanges.nullable(),
      remarks: z.array(remark).describe("What responsible bodies say of an assessment; it never changes one."),
      sources: z.array(source),
    }),
    "The indicator; null where it was not known yet",
    "unknown-code",
    "invalid",
  ),
});

const dataset = createRoute({
  method: "get",
  path: "/indicators/{code}/dataset.jsonld",
  tags: ["Indicators"],
  summary: "One indicator's figures as a schema.org/Dataset",
  request: { params, query: plainRead },
  responses: fileResponses("application/ld+json", "unknown-code", "invalid"),
});

const nothing = {
  indicator: null,
  compilers: [],
  bodies: [],
  documents: [],
  targets: [],
  assessments: [],
  components: null,
  remarks: [],
  sources: [],
};

/** Components with the change that a query asks for; 422 where an end of it is no edition that it could be. */
function withChange(components: ComponentChanges | null, { from, to }: z.infer<typeof detailQuery>) {
  const asked = changeBetween(components, { from, to });
  if (!asked.ok) {
    const { field, expected } = asked;
    const said = expected.length > 0 ? `expected an edition: ${expected.join(", ")}` : "expected no edition here";
    throw invalidParameter(field, said);
  }
  const isAsked = from !== undefined || to !== undefined;
  return components && isAsked && asked.change ? { ...components, change: asked.change } : components;
}

/** The catalogue and single indicators. */
export const indicatorRoutes = createRouter()
  .openapi(list, async (c) => {
    const query = c.req.valid("query");
    const { db, at, envelope } = await openRead(c, query);
    return c.json({ ...envelope, items: await listIndicators(db, at, query.lang) }, 200);
  })
  .openapi(one, async (c) => {
    const { code } = c.req.valid("param");
    const query = c.req.valid("query");
    await assertKnownCode(c.var.db, "indicator", code);
    const { db, at, envelope } = await openRead(c, query);
    const found = (await findIndicator(db, at, code, query.lang)) ?? nothing;
    const components = withChange(found.components, query);
    return c.json({ ...envelope, referenceDate: at.referenceDate, ...found, components }, 200);
  })
  .openapi(dataset, async (c) => {
    const { code } = c.req.valid("param");
    const query = c.req.valid("query");
    await assertKnownCode(c.var.db, "indicator", code);
    const { db, at } = await openRead(c, query);
    const found = await datasetJsonLd(db, at, code, query.lang, c.var.origin);
    return c.body(JSON.stringify(found), 200, { "Content-Type": "application/ld+json" }) as never;
  });
