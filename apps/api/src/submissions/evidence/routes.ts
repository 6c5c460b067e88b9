import { createRoute } from "@hono/zod-openapi";
import { evidenceFile, sha256 } from "@moc2030/shared/schema/evidence";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { appendAudit } from "../../audit/chain.ts";
import { transaction } from "../../db/database.ts";
import { evidence } from "../../db/work/submissions.ts";
import { guardRaw } from "../../http/body.ts";
import { fileResponses, responses } from "../../http/describe.ts";
import { invalidParameter, Problem } from "../../http/problem.ts";
import { createRouter } from "../../http/valid.ts";
import { READS, WRITES } from "../../identity/describe.ts";
import { signedIn } from "../../identity/signed-in.ts";
import { HELD, readerOf, readsFile } from "../visibility.ts";
import { attachment, fileName, missingEnding } from "./file-name.ts";
import { assertFinalText } from "./final-text.ts";
import { DOCX, MAX_BYTES, readStored, storeFile, typeOf } from "./store.ts";

const tags = ["Evidence"];

const add = createRoute({
  method: "post",
  path: "/evidence",
  tags,
  summary:
    "Keep a copy of a source: a PDF or an image; or the final text of a report: a DOCX without open places and macros. At most 10 MB, told apart by its content",
  ...signedIn("submission.write", guardRaw(MAX_BYTES, [])),
  request: {
    query: z.strictObject({ name: fileName }),
    body: { required: true, content: { "application/octet-stream": { schema: z.string() } } },
  },
  responses: responses(evidenceFile, "The file, by its SHA-256", ...WRITES),
});
const download = createRoute({
  method: "get",
  path: "/evidence/{sha256}",
  tags,
  summary: "A kept copy, as a download, for whoever added it or sees a figure that was read in it",
  ...signedIn("evidence.read"),
  request: { params: z.object({ sha256 }) },
  responses: fileResponses("application/octet-stream", "unknown-code", ...READS),
});

export const evidenceRoutes = createRouter()
  .openapi(add, async (c) => {
    const { db, actor, now, evidenceDir } = c.var;
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const type = typeOf(bytes);
    if (type === null)
      throw new Problem(
        "unsupported-media-type",
        "Attach a PDF, an image (PNG, JPEG, WebP), or the final text of a report (DOCX).",
      );
    const { name } = c.req.valid("query");
    const endings = missingEnding(name, type);
    if (endings) throw invalidParameter("name", `expected .${endings.join(" or .")} at the end, as its content is`);
    if (type === DOCX) await assertFinalText(bytes);
    const hash = await storeFile(evidenceDir, bytes);
    const at = now().toISOString();
    const file = await transaction(db, async (tx) => {
      const row = {
        sha256: hash,
        type,
        bytes: bytes.length,
        name,
        addedBy: actor.id,
        addedByName: actor.name,
        at,
      };
      const added = await tx.orm
        .insert(evidence)
        .values(row)
        .onConflictDoNothing()
        .returning({ hash: evidence.sha256 });
      if (added.length > 0)
        await appendAudit(tx, {
          at,
          actor,
          action: "evidence.added",
          subject: `evidence ${hash}`,
          detail: { name: row.name, bytes: row.bytes, type },
        });
      const kept = (await tx.orm.select().from(evidence).where(eq(evidence.sha256, hash)).get()) ?? row;
      // Who has the file may cite it; who knows its hash alone may not.
      if (!(await readsFile(tx, kept, readerOf(c))))
        await appendAudit(tx, { at, actor, action: HELD, subject: `evidence ${hash}` });
      return kept;
    });
    // The file name that another uploader gave is not disclosed.
    const own = file.addedBy === actor.id ? file.name : name;
    return c.json({ sha256: hash, name: own, type: file.type, bytes: file.bytes }, 200);
  })
  .openapi(download, async (c) => {
    const { db, evidenceDir } = c.var;
    const { sha256: hash } = c.req.valid("param");
    const row = await db.orm.select().from(evidence).where(eq(evidence.sha256, hash)).get();
    const isOpen = row && (await readsFile(db, row, readerOf(c)));
    const bytes = isOpen && (await readStored(evidenceDir, hash));
    if (!row || !bytes) throw new Problem("unknown-code", "No such file is kept here for you, or it has been damaged.");
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": row.type,
      "Content-Disposition": attachment(row.name, row.type),
      "X-Content-Type-Options": "nosniff",
    }) as never;
  });
