import { createRoute } from "@hono/zod-openapi";
import { wantedYears } from "@moc2030/shared/due/closings";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { evidenceFile } from "@moc2030/shared/schema/evidence";
import { indicatorDefinition } from "@moc2030/shared/schema/indicator";
import { line } from "@moc2030/shared/schema/line";
import { localizedSchema } from "@moc2030/shared/schema/localized";
import { figureKey, otherProposal, person, publishedFigure } from "@moc2030/shared/schema/submission";
import { lang } from "@moc2030/shared/schema/text";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { z } from "zod";
import { type Db, transaction } from "../../db/database.ts";
import { requireDefinition } from "../../definitions/known.ts";
import { guardBody } from "../../http/body.ts";
import { fileResponses, responses } from "../../http/describe.ts";
import { mediaType } from "../../http/formats.ts";
import { invalidParameter } from "../../http/problem.ts";
import { year } from "../../http/query.ts";
import { createRouter } from "../../http/valid.ts";
import { jsonBody, READS, WRITES } from "../../identity/describe.ts";
import { requireColleague } from "../../identity/people.ts";
import { signedIn, signInFor } from "../../identity/signed-in.ts";
import { limitsInForce } from "../change-limits.ts";
import { figurePast, pastOfFigure, publishedNeighbours } from "../figure-past.ts";
import { template } from "../import/csv.ts";
import { readerOf } from "../visibility.ts";
import { assign } from "./commands.ts";
import { entryFigure, entryGrid, pressFigures } from "./queries.ts";

const tags = ["Entry"];
const language = { lang: lang.default("vi") };
const wanted = z.enum(["expected", "due", "overdue"]).nullable();

const cell = z.strictObject({
  timePeriod: z.int(),
  state: z.enum(["entered", "recorded_missing", "gap", "overdue", "due", "expected", "discontinued", "none"]),
  grade: z.enum(["estimate", "provisional", "final"]).nullable(),
  wanted: z.enum(["figure", "final"]).nullable(),
  wantedState: wanted,
  dueBy: z.string().nullable(),
  requestBy: z.string().nullable(),
  value: z.string().nullable(),
  release: z.int().nullable(),
  proposals: z.array(otherProposal.extend({ state: z.string() })),
});
const grid = createRoute({
  method: "get",
  path: "/entry/grid",
  tags,
  summary: "Indicator × year: entered, missing, due, overdue, in a draft, waiting for review",
  ...signedIn("entry.read"),
  request: { query: z.strictObject({ from: year.optional(), to: year.optional(), ...language }) },
  responses: responses(
    z.strictObject({
      today: z.string(),
      items: z.array(
        z.strictObject({
          indicator: z.string(),
          name: z.string(),
          role: z.string(),
          compiler: z.string(),
          publisher: z.string(),
          link: z.string().nullable(),
          note: z.string().nullable(),
          responsible: z.array(z.string()).describe("The names of `bodies`."),
          bodies: z
            .array(
              z.strictObject({
                id: z.string(),
                name: z.string(),
                compiles: z
                  .boolean()
                  .describe("Whether its figures are compiled there; else it answers for the target."),
              }),
            )
            .describe("Whom to ask."),
          assignee: person.nullable(),
          cells: z.array(cell),
        }),
      ),
    }),
    "The grid",
    ...READS,
  ),
});

const version = publishedFigure.extend({
  publishedAt: z.string(),
  origin: z.string(),
  enteredBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedOnBehalfOf: z.string().nullable(),
  approvedAt: z.string().nullable(),
  submittedAt: z.string().nullable(),
  reviewId: z.int().nullable(),
  submission: z.int().nullable(),
  reason: z.string().nullable(),
  reasonText: z.string().nullable(),
  place: z.string().nullable(),
  sourceTitle: z.string().nullable(),
  confirmation: z.string().nullable(),
  sourcePublisher: z.string().nullable(),
  sourceDate: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  evidence: z.array(evidenceFile),
});
const figureQuery = z.strictObject({
  indicator: figureKey.shape.indicator,
  compiler: figureKey.shape.compiler.optional(),
  area: figureKey.shape.refArea.default(COUNTRY),
  year,
  ...language,
});
const figure = createRoute({
  method: "get",
  path: "/entry/figure",
  tags,
  summary:
    "One figure: what its form is filled and checked with, and every version with its origin (the sheet to print)",
  ...signedIn("entry.read"),
  request: { query: figureQuery },
  responses: responses(
    z.strictObject({
      key: figureKey,
      indicator: localizedSchema(indicatorDefinition),
      link: z.string().nullable(),
      today: z.string(),
      knows: z.strictObject({ compiler: z.boolean(), area: z.boolean(), source: z.boolean() }),
      current: publishedFigure.nullable(),
      series: z.array(z.strictObject({ timePeriod: z.int(), value: z.number().nullable() })),
      limits: z
        .strictObject({ low: z.number(), high: z.number() })
        .nullable()
        .describe("Of a change a year, set by a reviewer; null for those of its history."),
      history: z.array(version),
      proposals: z.array(otherProposal),
    }),
    "The figure",
    "unknown-code",
    ...READS,
  ),
});

const past = createRoute({
  method: "get",
  path: "/entry/past",
  tags,
  summary:
    "What a figure is seen against while it is entered: its series, changes so far, other economies and compilers",
  ...signedIn("entry.read"),
  request: { query: figureQuery.omit({ lang: true }) },
  responses: responses(
    z.strictObject({
      key: figureKey,
      ...figurePast.shape,
      neighbours: z
        .array(z.strictObject({ refArea: z.string(), value: z.string().nullable(), edition: z.string().nullable() }))
        .describe("What is published of other economies in this year, each with its edition."),
    }),
    "Its past",
    "unknown-code",
    ...READS,
  ),
});

const press = createRoute({
  method: "get",
  path: "/entry/press-sources",
  tags,
  summary: "Figures whose source is still the press",
  ...signedIn("entry.read"),
  responses: responses(
    z.strictObject({
      items: z.array(
        z.strictObject({
          indicator: z.string(),
          compiler: z.string(),
          refArea: z.string(),
          timePeriod: z.int(),
          value: z.string(),
          source: z.string(),
          sourceTitle: z.string(),
          sourceUrl: z.string().nullable(),
        }),
      ),
    }),
    "The figures",
    ...READS,
  ),
});

const templateFile = createRoute({
  method: "get",
  path: "/entry/template.csv",
  tags,
  summary: "A file to fill in for one indicator; locale=vi for a Vietnamese spreadsheet: `;` and a byte order mark",
  ...signedIn("entry.read"),
  request: {
    query: z.strictObject({
      indicator: figureKey.shape.indicator,
      locale: lang.default("en"),
      bom: z.enum(["true"]).optional(),
    }),
  },
  responses: fileResponses(mediaType("csv"), "unknown-code", ...READS),
});

const assignee = createRoute({
  method: "put",
  path: "/entry/assignments/{indicator}",
  tags,
  summary: "Say which colleague looks after an indicator; null for nobody",
  ...signedIn("assignment.write", guardBody),
  request: {
    params: z.object({ indicator: z.string() }),
    body: jsonBody(z.strictObject({ staff: line(100).nullable() })),
  },
  responses: responses(
    z.strictObject({ indicator: z.string(), assignee: person.nullable() }),
    "Done",
    "unknown-code",
    ...WRITES,
  ),
});

/** The figure of a query, by its official compiler unless one is named, with its indicator; 404 for an unknown one. */
async function findFigure(db: Db, { indicator, compiler, area, year }: Omit<z.infer<typeof figureQuery>, "lang">) {
  const definition = await requireDefinition(db, "indicator", indicator);
  return { definition, key: { indicator, compiler: compiler ?? definition.compiler, refArea: area, timePeriod: year } };
}

/** Entry grid, form and sheet of a figure, templates, assignments. */
export const entryRoutes = createRouter()
  .openapi(grid, async (c) => {
    const { from, to, lang } = c.req.valid("query");
    const today = dayInVietNam(c.var.now());
    const wanted = wantedYears(today);
    const last = to ?? wanted.to;
    const years = { from: from ?? last - (wanted.to - wanted.from), to: last };
    if (years.from > years.to || years.to - years.from > 60)
      throw invalidParameter("from", "expected at most 60 years up to to");
    return c.json({ today, items: await entryGrid(c.var.db, years, today, lang, readerOf(c)) }, 200);
  })
  .openapi(figure, async (c) => {
    const { lang, ...asked } = c.req.valid("query");
    const { db } = c.var;
    const { definition, key } = await findFigure(db, asked);
    return c.json(await entryFigure(db, definition, key, lang, readerOf(c)), 200);
  })
  .openapi(past, async (c) => {
    const { db, actor } = c.var;
    const { key } = await findFigure(db, c.req.valid("query"));
    const told = await pastOfFigure(db, key, await limitsInForce(db, actor.id));
    return c.json({ key, ...told, neighbours: await publishedNeighbours(db, key) }, 200);
  })
  .openapi(press, async (c) => c.json({ items: await pressFigures(c.var.db) }, 200))
  .openapi(templateFile, async (c) => {
    const { indicator, locale, bom } = c.req.valid("query");
    const { db, now } = c.var;
    const definition = await requireDefinition(db, "indicator", indicator);
    const mark = bom || locale === "vi" ? "\ufeff" : "";
    return c.body(`${mark}${await template(db, definition, dayInVietNam(now()), locale)}`, 200, {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="moc2030_template_${indicator}.csv"`,
    }) as never;
  })
  .openapi(assignee, async (c) => {
    const { db, actor, now } = c.var;
    const { indicator } = c.req.valid("param");
    const { staff } = c.req.valid("json");
    const colleague = staff === null ? null : await requireColleague(signInFor(c).db, staff);
    await requireDefinition(db, "indicator", indicator);
    await transaction(db, (tx) => assign(tx, actor, indicator, colleague, now()));
    return c.json({ indicator, assignee: colleague && { id: colleague.id, name: colleague.name } }, 200);
  });
