import { createRoute } from "@hono/zod-openapi";
import { day } from "@moc2030/shared/schema/date";
import { valueKind } from "@moc2030/shared/schema/indicator";
import { line } from "@moc2030/shared/schema/line";
import { figureKey } from "@moc2030/shared/schema/submission";
import { lang } from "@moc2030/shared/schema/text";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Context } from "hono";
import { z } from "zod";
import { requireDefinition } from "../../definitions/known.ts";
import { fileResponses, responses } from "../../http/describe.ts";
import type { Env } from "../../http/env.ts";
import { formats, mediaType } from "../../http/formats.ts";
import { invalidParameter, Problem } from "../../http/problem.ts";
import { createRouter } from "../../http/valid.ts";
import { READS } from "../../identity/describe.ts";
import { listPeople } from "../../identity/people.ts";
import { signedIn, signInFor } from "../../identity/signed-in.ts";
import { readerOf } from "../visibility.ts";
import { listPublications, type Selection, selectRows } from "./queries.ts";
import { wantedWorkbook } from "./workbook.ts";

const tags = ["Entry"];
const language = { lang: lang.default("vi") };
const state = z.enum(["expected", "due", "overdue"]).nullable();
const publicationId = line(80).regex(/^[A-Z0-9-]+$/, "expected the id of a publication such as WIPO-GII-2026");

const publications = createRoute({
  method: "get",
  path: "/entry/publications",
  tags,
  summary: "The editions and other publications that are due, the longest overdue first",
  ...signedIn("entry.read"),
  request: { query: z.strictObject(language) },
  responses: responses(
    z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          edition: z.string().nullable().describe("Null where the publisher brings out no editions."),
          compiler: z.string(),
          publisher: z.string(),
          link: z.string().nullable(),
          dueBy: z.string().nullable(),
          isOverdue: z.boolean(),
          indicators: z.array(z.strictObject({ code: z.string(), name: z.string() })),
          years: z.array(z.int()),
          rows: z.int().describe("Figures that are missing: indicators × areas × years."),
        }),
      ),
    }),
    "The publications",
    ...READS,
  ),
});

const selection = z.strictObject({
  publication: publicationId.optional(),
  body: line(50).optional().describe("What this body of the state answers for."),
  by: day.optional().describe("With body: what is wanted by this day; by default what is due today."),
  person: line(100).optional().describe("What is assigned to this colleague, and what their body answers for."),
  ...language,
});
const wantedRow = z.strictObject({
  ...figureKey.shape,
  name: z.string(),
  areaName: z.string().nullable().describe("Null for the country."),
  unit: z.string(),
  decimals: z.int(),
  range: z.strictObject({ min: z.number(), max: z.number() }),
  valueKind,
  edition: z.string().nullable(),
  wanted: z.enum(["figure", "final"]).nullable(),
  state,
  dueBy: z.string().nullable(),
  requestBy: z.string().nullable(),
  compiledBy: z.array(z.string()).describe("The bodies that compile the figure; none where a publisher abroad does."),
  last: z
    .strictObject({ timePeriod: z.int(), value: z.string().nullable(), rankPool: z.int().nullable() })
    .nullable()
    .describe("The newest figure so far."),
});
const wanted = createRoute({
  method: "get",
  path: "/entry/wanted",
  tags,
  summary: "The figures that are wanted of a publication, a body or a person: indicators × areas × years",
  ...signedIn("entry.read"),
  request: { query: selection },
  responses: responses(
    z.strictObject({ title: z.string(), rows: z.array(wantedRow) }),
    "The figures",
    "unknown-code",
    ...READS,
  ),
});
const workbook = createRoute({
  method: "get",
  path: "/entry/wanted.xlsx",
  tags,
  summary: "The same as an Excel form, with lists and the range of each figure; filled in, it is read by the import",
  ...signedIn("entry.read"),
  request: { query: selection },
  responses: fileResponses(mediaType("xlsx"), "unknown-code", ...READS),
});

type Found = { title: string; name: string; selected: Selection };

/** What is asked for, with its title and name in a file name; 404 for an unknown code, 422 unless it is one thing. */
async function findSelection(c: Context<Env>, query: z.infer<typeof selection>): Promise<Found> {
  const { publication, body, person, by, lang } = query;
  const { db } = c.var;
  if ([publication, body, person].filter((one) => one !== undefined).length !== 1)
    throw invalidParameter("publication", "expected one of publication, body and person");
  if (by !== undefined && body === undefined) throw invalidParameter("by", "expected together with body");
  if (publication !== undefined) {
    const found = (await listPublications(db, lang, readerOf(c))).find(({ id }) => id === publication);
    if (!found) throw new Problem("unknown-code", `No publication that is due has the id ${publication}.`);
    return { title: found.title, name: publication, selected: { publication } };
  }
  if (body !== undefined) {
    const found = await requireDefinition(db, "body", body);
    return { title: found.name[lang], name: body, selected: { body, by } };
  }
  const found = (await listPeople(signInFor(c).db)).find(({ id }) => id === person);
  if (!found) throw new Problem("unknown-code", `Nobody among the staff has the id ${person}.`);
  return { title: found.name, name: "person", selected: { person: found } };
}

/** Sends a workbook of wanted figures, named by what it is of and the day. */
export async function sendWorkbook(c: Context<Env>, { title, name, selected }: Found, language: Lang) {
  const { db, now } = c.var;
  const rows = await selectRows(db, selected, language, readerOf(c));
  const file = await wantedWorkbook(db, rows, title, language);
  return c.body(new Uint8Array(file), 200, {
    "Content-Type": formats.xlsx.type,
    "Content-Disposition": `attachment; filename="moc2030_due_${name}_${dayInVietNam(now())}.xlsx"`,
  }) as never;
}

/** What is wanted, as lists and as a form to fill in. */
export const dueRoutes = createRouter()
  .openapi(publications, async (c) => {
    return c.json({ items: await listPublications(c.var.db, c.req.valid("query").lang, readerOf(c)) }, 200);
  })
  .openapi(wanted, async (c) => {
    const query = c.req.valid("query");
    const { title, selected } = await findSelection(c, query);
    return c.json({ title, rows: await selectRows(c.var.db, selected, query.lang, readerOf(c)) }, 200);
  })
  .openapi(workbook, async (c) => {
    const query = c.req.valid("query");
    return sendWorkbook(c, await findSelection(c, query), query.lang);
  });
