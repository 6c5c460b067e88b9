import { createRoute } from "@hono/zod-openapi";
import { evidenceFile, sha256 } from "@moc2030/shared/submission";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { appendAudit } from "../audit/chain.ts";
import { transaction } from "../db/open.ts";
import { evidence } from "../db/work-schema.ts";
import { guardRaw } from "../http/body.ts";
import { answers } from "../http/describe.ts";
import { Problem } from "../http/problem.ts";
import { signedIn } from "../http/signed-in.ts";
import { READS, WRITES } from "../http/staff-route.ts";
import { createRouter } from "../http/valid.ts";
import { keepFile, MOST_BYTES, readKept, typeOf } from "./store.ts";

const tags = ["Evidence"];
const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^=+@\p{Cc}/\\][^\p{Cc}/\\]*$/u, "expected a file name");

const add = createRoute({
  method: "post",
  path: "/evidence",
  tags,
  summary: "Keep a copy of a source: a PDF or an image, at most 10 MB, told apart by its content",
  ...signedIn("submission.write", guardRaw(MOST_BYTES, [])),
  request: {
    query: z.strictObject({ name }),
    body: { required: true, content: { "application/octet-stream": { schema: z.string() } } },
  },
  responses: answers(evidenceFile, "The file, by its SHA-256", ...WRITES),
});
const download = createRoute({
  method: "get",
  path: "/evidence/{sha256}",
  tags,
  summary: "A kept copy, as a download",
  ...signedIn("evidence.read"),
  request: { params: z.object({ sha256 }) },
  responses: {
    ...answers(z.string(), "", "unknown-code", ...READS),
    200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } },
  },
});

/** Copies of sources. */
export const evidenceRoutes = createRouter()
  .openapi(add, async (c) => {
    const { db, actor, now, evidenceDir } = c.var;
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const type = typeOf(bytes);
    if (type === null) throw new Problem("unsupported-media-type", "Attach a PDF, or an image (PNG, JPEG, WebP).");
    const hash = await keepFile(evidenceDir, bytes);
    const at = now().toISOString();
    const kept = await transaction(db, (tx) => {
      const row = {
        sha256: hash,
        type,
        bytes: bytes.length,
        name: c.req.valid("query").name,
        addedBy: actor.id,
        addedByName: actor.name,
        at,
      };
      if (tx.orm.insert(evidence).values(row).onConflictDoNothing().run().changes > 0)
        appendAudit(tx, {
          at,
          actor,
          action: "evidence.added",
          subject: `evidence ${hash}`,
          detail: { name: row.name, bytes: row.bytes, type },
        });
      return tx.orm.select().from(evidence).where(eq(evidence.sha256, hash)).get() ?? row;
    });
    return c.json({ sha256: hash, name: kept.name, type: kept.type, bytes: kept.bytes }, 200);
  })
  .openapi(download, async (c) => {
    const { db, evidenceDir } = c.var;
    const { sha256: hash } = c.req.valid("param");
    const row = db.orm.select().from(evidence).where(eq(evidence.sha256, hash)).get();
    const bytes = row && (await readKept(evidenceDir, hash));
    if (!row || !bytes) throw new Problem("unknown-code", "No such file is kept here, or it has been damaged.");
    const plain = row.name.normalize("NFD").replace(/[^\x20-\x7e]|["\\%]/g, "");
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": row.type,
      "Content-Disposition": `attachment; filename="${plain || "file"}"; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      "X-Content-Type-Options": "nosniff",
    }) as never;
  });
