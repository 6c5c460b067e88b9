import { createRoute } from "@hono/zod-openapi";
import { type ImportColumn, importColumns } from "@moc2030/shared/entry/import-columns";
import type { DryRunRow } from "@moc2030/shared/entry/import-row";
import { newSource, sha256 } from "@moc2030/shared/schema/evidence";
import { finding, publishedFigure, submissionHead } from "@moc2030/shared/schema/submission";
import { lang } from "@moc2030/shared/schema/text";
import type { Context } from "hono";
import { z } from "zod";
import { appendAudit } from "../../audit/chain.ts";
import { idempotent } from "../../audit/idempotent.ts";
import type { Db } from "../../db/database.ts";
import { guardRaw } from "../../http/body.ts";
import { responses } from "../../http/describe.ts";
import type { Env } from "../../http/env.ts";
import { Problem } from "../../http/problem.ts";
import { idParam } from "../../http/query.ts";
import { createRouter } from "../../http/valid.ts";
import { ifMatch, setETag } from "../../http/version.ts";
import { READS, VERSIONED, WRITES } from "../../identity/describe.ts";
import { signedIn } from "../../identity/signed-in.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import { addFigures } from "../commands.ts";
import { assertKnownEvidence, findOwn, OPEN } from "../draft.ts";
import { effect, effectOfInputs } from "../effect.ts";
import { answerOf, assertOnePublication, originOfRow } from "../publication.ts";
import { findRow, findSummary } from "../queries.ts";
import { readerOf } from "../visibility.ts";
import { changeRows } from "./change-rows.ts";
import { classifyRows, rowsToImport, tryImport } from "./csv.ts";
import { MAX_BYTES, readFile, TABLE_TYPES, type TableFile } from "./file.ts";
import { delimiter, importOptions, importQuery, readEvidence, readIds } from "./options.ts";
import { countToMend, keepRest, listToMend } from "./rest.ts";

const tags = ["Submissions"];
const guardTable = guardRaw(MAX_BYTES, TABLE_TYPES);
const table = { required: true, content: { "text/csv": { schema: z.string() } } } as const;
const count = z.int();
const cells = z.partialRecord(z.enum(importColumns as [ImportColumn, ...ImportColumn[]]), z.string());
const row = z.strictObject({
  line: z.int(),
  class: z.enum(["new", "changed", "unchanged", "refused"]),
  indicator: z.string().nullable(),
  compiler: z.string().nullable(),
  refArea: z.string().nullable(),
  timePeriod: z.int().nullable(),
  value: z.string().nullable().describe("As written in the table."),
  cells: cells.describe("Its filled cells by column, as written; none of an unchanged row."),
  changes: z.array(z.string()).describe("In what it differs from what is published."),
  current: publishedFigure.nullable(),
  errors: z.array(finding),
  warnings: z.array(finding),
  readAs: z
    .array(finding)
    .describe("How cells were read that are not written as they are kept: year_label, day_label."),
});
const encoding = z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1258"]);
const noted = z.strictObject({ count, first: z.string() }).nullable();
const workbook = z
  .strictObject({
    sheet: z.string().describe("The sheet that was read."),
    sheets: z.array(z.strictObject({ name: z.string(), hidden: z.boolean() })),
    hiddenRows: count.describe("Rows out of sight, which are read like others."),
    formulas: noted.describe("Cells with formulas, taken by their kept results: how many, and the first."),
    percents: noted.describe("Percentages, taken as shown: 14.02, not 0.1402."),
    cut: noted.describe("Numbers with more decimals than their cells show, taken whole."),
  })
  .describe("How a workbook was read.");
const read = z
  .strictObject({
    delimiter,
    encoding,
    numbers: lang.describe("`vi` has decimal commas."),
    columns: z.array(z.string()).describe("Its columns that are read, in their order."),
    headingLine: z.int().nullable().describe("Where the columns are named; null where the rows begin at once."),
    passedOver: z.array(
      z.strictObject({
        line: z.int(),
        kind: z.enum(["title", "note", "row_names", "column_numbers"]),
        text: z.string(),
      }),
    ),
    workbook: workbook.nullable(),
  })
  .describe("How the file was read.");
const rehearsal = z.union([
  z.strictObject({
    ok: z.literal(true),
    read,
    counts: z.strictObject({ new: count, changed: count, unchanged: count, refused: count }),
    rows: z.array(row),
  }),
  z.strictObject({
    ok: z.literal(false),
    line: z.int(),
    code: z.string(),
    column: z.string().nullable(),
    read: read.pick({ delimiter: true, encoding: true }),
  }),
]);

const dryRunRoute = createRoute({
  method: "post",
  path: "/submissions/dry-run",
  tags,
  summary:
    "What a file or pasted table would bring: rows new, changed, unchanged, refused, by line; nothing is written",
  description:
    "The body is the file itself, or the pasted text. Unchanged rows are counted, and listed without what is published.",
  ...signedIn("submission.write", guardTable),
  request: { query: importQuery, body: table },
  responses: responses(rehearsal, "The dry run", ...WRITES),
});
const tableRoute = createRoute({
  method: "post",
  path: "/submissions/table",
  tags,
  summary: "A workbook's sheet (.xlsx) as tab-separated text, to be looked at and sent on; nothing is written",
  ...signedIn("submission.write", guardTable),
  request: { query: importQuery.pick({ numbers: true, sheet: true }), body: table },
  responses: responses(z.strictObject({ text: z.string(), workbook: workbook.nullable() }), "The table", ...WRITES),
});
const effectRoute = createRoute({
  method: "post",
  path: "/submissions/effect",
  tags,
  summary: "What publishing the rows of a table would do to the statuses, by the same rules; nothing is written",
  ...signedIn("submission.write", guardTable),
  request: { query: importQuery, body: table },
  responses: responses(
    effect,
    "Statuses that would change, and all assessments of the indicators concerned",
    ...WRITES,
  ),
});
const importRoute = createRoute({
  method: "post",
  path: "/submissions/{id}/import",
  tags,
  summary:
    "Take the new and changed rows of a file or pasted table into a draft; a refused row refuses all, or with rest stays in the draft to be mended",
  ...signedIn("submission.write", guardTable),
  request: { params: z.object({ id: idParam }), query: importQuery, body: table },
  responses: responses(
    z.strictObject({ added: count, unchanged: count, toMend: count, submission: submissionHead }),
    "The draft",
    "other-publication",
    ...VERSIONED,
  ),
});

/** A row of the response; unchanged rows omit their cells and the published figure. */
const rowOf = ({ figure: _, said, current, cells, ...rest }: DryRunRow) => ({
  ...said,
  ...rest,
  cells: rest.class === "unchanged" ? {} : cells,
  current: rest.class === "unchanged" ? null : current,
});

const rowsRoute = createRoute({
  method: "get",
  path: "/submissions/{id}/rows",
  tags,
  summary: "The rows of one's own draft that have to be mended before it can be handed in",
  ...signedIn("submission.write"),
  request: { params: z.object({ id: idParam }) },
  responses: responses(
    z.strictObject({
      items: z.array(
        z.strictObject({
          id: z.int(),
          line: z.int().describe("In the table that it came from."),
          cells,
          newSource: newSource.nullable(),
          evidence: z.array(sha256),
        }),
      ),
    }),
    "The rows",
    "unknown-code",
    ...READS,
  ),
});

/** A file and how to read it; a workbook has tabs. */
async function open(c: Context<Env>, query: z.infer<typeof importQuery>) {
  const file = await readFile(new Uint8Array(await c.req.arrayBuffer()), query.numbers, query.sheet);
  const options = importOptions(query);
  return { file, options: file.workbook ? { ...options, delimiter: "tab" as const } : options };
}

/** JSON of how a workbook was read. */
const workbookOf = ({ workbook }: TableFile) => workbook && { ...workbook, sheets: [...workbook.sheets] };

/** Table import: dry run, then import into a draft. */
export const importRoutes = createRouter()
  .openapi(dryRunRoute, async (c) => {
    const { file, options } = await open(c, c.req.valid("query"));
    const { text, encoding } = file;
    const { db } = c.var;
    // Serialised row by row: a large table is never held as objects.
    const rows: Buffer[] = [];
    const run = await classifyRows(db, text, options, readerOf(c), (checked) => {
      if (checked.length === 0) return;
      const list = JSON.stringify(checked.map(rowOf)).slice(1, -1);
      rows.push(Buffer.from(rows.length > 0 ? `,${list}` : list));
    });
    if (!run.ok) {
      const { delimiter, ...why } = run;
      return c.json({ ...why, read: { delimiter, encoding } }, 200);
    }
    const head = JSON.stringify({
      ok: true,
      read: { ...run.read, encoding, workbook: workbookOf(file) },
      counts: run.counts,
    });
    const body = Buffer.concat([Buffer.from(`${head.slice(0, -1)},"rows":[`), ...rows, Buffer.from("]}")]);
    return c.body(body, 200, { "Content-Type": "application/json" }) as never;
  })
  .openapi(tableRoute, async (c) => {
    const { numbers, sheet } = c.req.valid("query");
    const file = await readFile(new Uint8Array(await c.req.arrayBuffer()), numbers, sheet);
    return c.json({ text: file.text, workbook: workbookOf(file) }, 200);
  })
  .openapi(effectRoute, async (c) => {
    const { db, now } = c.var;
    const { file, options } = await open(c, c.req.valid("query"));
    const tried = await tryImport(db, file.text, options, { evidence: [], confirmation: null }, readerOf(c));
    return c.json(await effectOfInputs(db, rowsToImport(tried, true).inputs, now()), 200);
  })
  .openapi(rowsRoute, async (c) => {
    const { id } = c.req.valid("param");
    const { author } = await findRow(c.var.db, id);
    if (author !== c.var.actor.id) throw new Problem("forbidden", "Rows to be mended are read by their author alone.");
    const items = (await listToMend(c.var.db, id)).map((row) => ({ ...row, evidence: [...row.evidence] }));
    return c.json({ items }, 200);
  })
  .openapi(importRoute, async (c) => {
    const { actor, db, now } = c.var;
    const { id } = c.req.valid("param");
    const query = c.req.valid("query");
    const version = ifMatch(c);
    const { file, options } = await open(c, query);
    const given = { evidence: readEvidence(query.evidence), confirmation: query.confirmation ?? null };
    const check = async (on: Db) => ({
      release: await newestReleaseId(on),
      tried: await tryImport(on, file.text, options, given, readerOf(c)),
    });
    // Read and check before the transaction, to keep the writer's turn short.
    const before = await check(db);
    const done = await idempotent(c, async (tx) => {
      // Before anything is said of what is in the draft.
      await findOwn(tx, actor, id, version, OPEN);
      const { tried } = before.release === (await newestReleaseId(tx)) ? before : await check(tx);
      const { inputs, unchanged } = rowsToImport(tried, query.rest !== "refuse");
      await assertKnownEvidence(tx, readerOf(c), [given]);
      const answer = answerOf(query);
      const keepsRest = query.rest !== "refuse";
      if (keepsRest) await assertOnePublication(tx, id, tried.rest.map(originOfRow), answer);
      const after = await changeRows(tx, actor, { id, version }, tried, query, answer, now());
      const added = inputs.filter((_, n) => !after.changed.has(tried.lines[n] ?? 0));
      await addFigures(tx, actor, id, after.version, added, now(), answer);
      if (keepsRest) await keepRest(tx, id, tried.rest, readIds(query.replaces));
      await appendAudit(tx, {
        at: now().toISOString(),
        actor,
        action: "submission.imported",
        subject: `submission ${id}`,
        detail: { added: inputs.length, unchanged },
      });
      const toMend = await countToMend(tx, id);
      return { added: inputs.length, unchanged, toMend, submission: await findSummary(tx, id) };
    });
    setETag(c, done.submission.version);
    return c.json(done, 200);
  });
