import { createRoute } from "@hono/zod-openapi";
import { finding, publishedFigure, submissionHead } from "@moc2030/shared/submission";
import { z } from "zod";
import { appendAudit } from "../audit/chain.ts";
import { MOST_BYTES, readText, rowsToImport, tryRows } from "../entry/csv.ts";
import { importOptions, importQuery } from "../entry/import-options.ts";
import { guardRaw } from "../http/body.ts";
import { answers } from "../http/describe.ts";
import { idParam } from "../http/query.ts";
import { signedIn } from "../http/signed-in.ts";
import { VERSIONED, WRITES } from "../http/staff-route.ts";
import { createRouter } from "../http/valid.ts";
import { ifMatch, once, tag } from "../http/version.ts";
import { addFigures } from "./commands.ts";
import { findSubmission } from "./queries.ts";

const tags = ["Submissions"];
const guardTable = guardRaw(MOST_BYTES, ["text/csv", "text/plain", "text/tab-separated-values"]);
const table = { required: true, content: { "text/csv": { schema: z.string() } } } as const;
const count = z.int();
const row = z.strictObject({
  line: z.int(),
  class: z.enum(["new", "changed", "unchanged", "refused"]),
  indicator: z.string().nullable(),
  compiler: z.string().nullable(),
  refArea: z.string().nullable(),
  timePeriod: z.int().nullable(),
  value: z.string().nullable().describe("As written in the table."),
  changes: z.array(z.string()).describe("In what it differs from what is published."),
  current: publishedFigure.nullable(),
  errors: z.array(finding),
  warnings: z.array(finding),
});
const rehearsal = z.union([
  z.strictObject({
    ok: z.literal(true),
    counts: z.strictObject({ new: count, changed: count, unchanged: count, refused: count }),
    rows: z.array(row),
  }),
  z.strictObject({ ok: z.literal(false), line: z.int(), code: z.string(), column: z.string().nullable() }),
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
  responses: answers(rehearsal, "The dry run", ...WRITES),
});
const importRoute = createRoute({
  method: "post",
  path: "/submissions/{id}/import",
  tags,
  summary: "Take the new and changed rows of a file or pasted table into a draft; a refused row refuses all",
  ...signedIn("submission.write", guardTable),
  request: { params: z.object({ id: idParam }), query: importQuery, body: table },
  responses: answers(
    z.strictObject({ added: count, unchanged: count, submission: submissionHead }),
    "The draft",
    ...VERSIONED,
  ),
});

/** Tables: tried first, then taken into a draft. */
export const importRoutes = createRouter()
  .openapi(dryRunRoute, async (c) => {
    const text = readText(new Uint8Array(await c.req.arrayBuffer()));
    const run = await tryRows(c.var.db, text, importOptions(c.req.valid("query")), c.var.now());
    if (!run.ok) return c.json({ ok: false as const, line: run.line, code: run.code, column: run.column }, 200);
    const plain = (list: (typeof run.rows)[number]["errors"]) => list.map((f) => ({ ...f, values: { ...f.values } }));
    const rows = run.rows.map(({ line, class: kind, said, current, changes, errors, warnings }) => ({
      line,
      class: kind,
      ...said,
      changes: [...changes],
      current: current && kind !== "unchanged" ? { ...current, obsStatus: [...current.obsStatus] } : null,
      errors: plain(errors),
      warnings: plain(warnings),
    }));
    return c.json({ ok: true as const, counts: run.counts, rows }, 200);
  })
  .openapi(importRoute, async (c) => {
    const { actor, now } = c.var;
    const { id } = c.req.valid("param");
    const query = c.req.valid("query");
    const version = ifMatch(c);
    const text = readText(new Uint8Array(await c.req.arrayBuffer()));
    const done = await once(c, async (tx) => {
      const run = await tryRows(tx, text, importOptions(query), now());
      const inputs = rowsToImport(run, query.confirmation ?? null);
      await addFigures(tx, actor, id, version, inputs, now());
      const unchanged = run.ok ? run.counts.unchanged : 0;
      appendAudit(tx, {
        at: now().toISOString(),
        actor,
        action: "submission.imported",
        subject: `submission ${id}`,
        detail: { added: inputs.length, unchanged },
      });
      const { items, reviews: _, ...head } = await findSubmission(tx, actor, id, now());
      return { added: inputs.length, unchanged, submission: { ...head, items: items.length } };
    });
    tag(c, done.submission.version);
    return c.json(done, 200);
  });
