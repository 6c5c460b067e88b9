import { createRoute } from "@hono/zod-openapi";
import { type FigureKey, keyText } from "@moc2030/shared/figure/figure";
import { day } from "@moc2030/shared/schema/date";
import { enquiryEvent, enquiryState } from "@moc2030/shared/schema/enquiry";
import { evidenceFile } from "@moc2030/shared/schema/evidence";
import { line } from "@moc2030/shared/schema/line";
import { figureKey, person } from "@moc2030/shared/schema/submission";
import { lang } from "@moc2030/shared/schema/text";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { z } from "zod";
import { idempotent } from "../../audit/idempotent.ts";
import type { Letterhead } from "../../config.ts";
import { requireDefinition } from "../../definitions/known.ts";
import { DOCX } from "../../downloads/docx.ts";
import { guardBody } from "../../http/body.ts";
import { fileResponses, responses } from "../../http/describe.ts";
import { mediaType } from "../../http/formats.ts";
import { invalidField, Problem } from "../../http/problem.ts";
import { idParam } from "../../http/query.ts";
import { createRouter } from "../../http/valid.ts";
import { jsonBody, READS, WRITES } from "../../identity/describe.ts";
import { signedIn } from "../../identity/signed-in.ts";
import { selectRows, type WantedRow } from "../due/queries.ts";
import { sendWorkbook } from "../due/routes.ts";
import { readerOf } from "../visibility.ts";
import { findEnquiry, makeEnquiry, recordEnquiryEvent } from "./commands.ts";
import { writeLetter } from "./letter.ts";
import { keysOf, listEnquiries } from "./queries.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Who sends letters; empty where the settings do not say. */
    letterhead: Letterhead;
  }
}

const tags = ["Enquiries"];
/** Most figures that one letter asks for. */
const MOST_ASKED = 500;
const params = z.object({ id: idParam });
const language = { lang: lang.default("vi") };
const asked = z.strictObject({
  id: z.int(),
  body: z.string(),
  bodyName: z.string().describe("In `lang`; the letter has the name that it was made with."),
  dueOn: z.string(),
  state: enquiryState,
  createdBy: person,
  createdAt: z.iso.datetime(),
  figures: z.array(figureKey.extend({ name: z.string(), isMissing: z.boolean() })),
  events: z.array(
    z.strictObject({
      kind: enquiryState.exclude(["made"]),
      number: z.string().nullable(),
      on: z.string(),
      reason: z.string().nullable(),
      files: z.array(evidenceFile).describe("Scans of an answer."),
      by: person,
      at: z.iso.datetime(),
    }),
  ),
});
const list = createRoute({
  method: "get",
  path: "/enquiries",
  tags,
  summary: "What bodies were asked for, newest first: sent, due, received, sent back",
  ...signedIn("entry.read"),
  request: { query: z.strictObject(language) },
  responses: responses(z.strictObject({ items: z.array(asked) }), "The enquiries", ...READS),
});
const make = createRoute({
  method: "post",
  path: "/enquiries",
  tags,
  summary:
    "Ask a body for figures that it answers for and that are wanted by a day; makes a draft letter and an Excel form",
  "x-idempotent": true,
  ...signedIn("submission.write", guardBody),
  request: {
    body: jsonBody(
      z.strictObject({
        body: line(50).min(1),
        dueOn: day,
        figures: z
          .array(figureKey)
          .min(1)
          .max(MOST_ASKED)
          .optional()
          .describe("Which of them; by default those that the body compiles itself."),
      }),
    ),
  },
  responses: responses(z.strictObject({ id: z.int() }), "The enquiry", "unknown-code", ...WRITES),
});
const record = createRoute({
  method: "post",
  path: "/enquiries/{id}/events",
  tags,
  summary: "Record that the letter was sent, an answer received, or the answer sent back with a reason",
  "x-idempotent": true,
  ...signedIn("submission.write", guardBody),
  request: { params, body: jsonBody(enquiryEvent) },
  responses: responses(z.strictObject({ id: z.int() }), "The enquiry", "unknown-code", ...WRITES),
});
const letter = createRoute({
  method: "get",
  path: "/enquiries/{id}/letter.docx",
  tags,
  summary: "The draft of the letter, in Vietnamese, in the form of Decree 30/2020/NĐ-CP",
  ...signedIn("entry.read"),
  request: { params },
  responses: fileResponses(DOCX, "unknown-code", ...READS),
});
const workbook = createRoute({
  method: "get",
  path: "/enquiries/{id}/figures.xlsx",
  tags,
  summary: "The Excel form that goes with the letter: what is still missing of it",
  ...signedIn("entry.read"),
  request: { params, query: z.strictObject(language) },
  responses: fileResponses(mediaType("xlsx"), "unknown-code", ...READS),
});

type Wish = { body: string; dueOn: string; figures: FigureKey[] | undefined };

/** The wanted rows that are asked for; 409 where there are none, 422 for a figure that is not wanted of the body. */
function chooseAsked(wanted: readonly WantedRow[], { body, dueOn, figures }: Wish): WantedRow[] {
  const known = new Set(wanted.map(keyText));
  const stray = figures?.findIndex((key) => !known.has(keyText(key))) ?? -1;
  if (stray >= 0) throw invalidField(`/figures/${stray}`, `expected a figure that is wanted of ${body} by ${dueOn}`);
  const chosen = new Set(figures?.map(keyText));
  const asked = wanted.filter((row) => (figures ? chosen.has(keyText(row)) : row.compiledBy.includes(body)));
  if (asked.length === 0)
    throw new Problem("conflict", `Nothing that ${body} compiles is wanted by ${dueOn}: name the figures to ask for.`);
  return asked;
}

/** Enquiries for figures, by letter. */
export const enquiryRoutes = createRouter()
  .openapi(list, async (c) =>
    c.json({ items: await listEnquiries(c.var.db, c.req.valid("query").lang, readerOf(c)) }, 200),
  )
  .openapi(make, async (c) => {
    const { db, actor, now } = c.var;
    const { body, dueOn, figures } = c.req.valid("json");
    const today = dayInVietNam(now());
    const last = `${Number(today.slice(0, 4)) + 1}-12-31`;
    if (dueOn > last) throw invalidField("/dueOn", `expected a day up to ${last}`);
    if (dueOn < today) throw invalidField("/dueOn", "expected today or a day to come");
    const { name } = await requireDefinition(db, "body", body);
    const keys = chooseAsked(await selectRows(db, { body, by: dueOn }, "vi", readerOf(c)), { body, dueOn, figures });
    const asked = { body: { id: body, name: name.vi }, dueOn, keys };
    const id = await idempotent(c, async (tx) => ({ id: await makeEnquiry(tx, actor, asked, now()) }));
    return c.json(id, 200);
  })
  .openapi(record, async (c) => {
    const { actor, now } = c.var;
    const { id } = c.req.valid("param");
    const event = c.req.valid("json");
    const done = await idempotent(c, async (tx) => {
      await recordEnquiryEvent(tx, actor, id, event, now());
      return { id };
    });
    return c.json(done, 200);
  })
  .openapi(letter, async (c) => {
    const { db, letterhead, now } = c.var;
    const row = await findEnquiry(db, c.req.valid("param").id);
    const rows = await selectRows(db, { keys: keysOf(row) }, "vi", readerOf(c));
    const file = await writeLetter(db, { ...row, rows }, letterhead, now());
    return c.body(new Uint8Array(file), 200, {
      "Content-Type": DOCX,
      "Content-Disposition": `attachment; filename="moc2030_letter_${row.id}_${row.body}.docx"`,
    }) as never;
  })
  .openapi(workbook, async (c) => {
    const row = await findEnquiry(c.var.db, c.req.valid("param").id);
    const selected = { keys: keysOf(row) };
    return sendWorkbook(c, { title: row.bodyName, name: `enquiry_${row.id}`, selected }, c.req.valid("query").lang);
  });
