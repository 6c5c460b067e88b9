import { createHash } from "node:crypto";
import type { Context } from "hono";
import { type Db, transaction } from "../db/database.ts";
import { idempotency } from "../db/work/audit.ts";
import type { Env } from "../http/env.ts";
import { Problem } from "../http/problem.ts";
import { appendAudit } from "./chain.ts";
import { hashResponse, responseSubject } from "./content.ts";

type StoredRow = { request: string; answer: string };

/**
 * Runs a command in one transaction. With an Idempotency-Key the response is stored in it and replayed for the same
 * request (method, URL, body); a different request with that key is rejected.
 */
export async function idempotent<T>(c: Context<Env>, work: (tx: Db) => Promise<T>): Promise<T> {
  const { db, actor, now } = c.var;
  const key = c.req.header("idempotency-key");
  if (key === undefined) return transaction(db, work);
  if (!/^[\x21-\x7e]{8,100}$/.test(key))
    throw new Problem("invalid", "Idempotency-Key: expected 8 to 100 printable characters", [
      { parameter: "Idempotency-Key", detail: "expected 8 to 100 printable characters" },
    ]);
  const { pathname, search } = new URL(c.req.url);
  const request = createHash("sha256")
    .update(`${c.req.method} ${pathname}${search}\n`)
    .update(Buffer.from(await c.req.arrayBuffer()))
    .digest("hex");
  return transaction(db, async (tx) => {
    const stored = await tx.one<StoredRow>(
      "SELECT request, answer FROM idempotency WHERE actor = @actor AND key = @key",
      {
        actor: actor.id,
        key,
      },
    );
    if (stored && stored.request !== request)
      throw new Problem("key-reused", "Choose a new Idempotency-Key for a new request.");
    if (stored) {
      c.header("Idempotent-Replayed", "true");
      return JSON.parse(stored.answer) as T;
    }
    const answer = await work(tx);
    const at = now().toISOString();
    const row = { actor: actor.id, key, request, answer: JSON.stringify(answer), at };
    await tx.orm.insert(idempotency).values(row);
    await appendAudit(tx, {
      at,
      actor,
      action: "request.answered",
      subject: responseSubject(row),
      detail: { hash: hashResponse(row) },
    });
    return answer;
  });
}
