import { createHash } from "node:crypto";
import { asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { release } from "../db/schema.ts";
import { releaseSeal } from "../db/work-schema.ts";
import { appendAudit, type Doer, SYSTEM } from "./chain.ts";

/** SHA-256 over a release: what it says of itself, and every definition and figure that it changed, in order of their keys. */
export function hashRelease(db: Pick<Db, "reader">, id: number): string {
  const hash = createHash("sha256");
  const add = (sql: string) => {
    for (const row of db.reader.prepare(sql).raw().iterate(id)) hash.update(JSON.stringify(row)).update("\n");
  };
  add(
    "SELECT id, published_at, origin, reason_vi, reason_en, entered_by, approved_by, review_id FROM release WHERE id = ?",
  );
  add("SELECT kind, id, body FROM definition_revision WHERE release_id = ? ORDER BY kind, id");
  add(`SELECT indicator, compiler, ref_area, time_period, obs_value, value, value_limit, obs_status, confidence, rank_pool,
    source, edition, published, obs_com_vi, obs_com_en FROM observation_revision WHERE release_id = ?
    ORDER BY indicator, compiler, ref_area, time_period`);
  return hash.digest("hex");
}

/** Closes a release whose revisions are all in: writes its hash into the audit chain, and the chain's head beside the release. */
export function sealRelease(
  tx: Db,
  id: number,
  at: string,
  actor: Doer = SYSTEM,
  detail: Record<string, unknown> = {},
) {
  const figuresHash = hashRelease(tx, id);
  const auditHead = appendAudit(tx, {
    at,
    actor,
    action: "release.published",
    subject: `release ${id}`,
    detail: { ...detail, figuresHash },
  });
  tx.orm.insert(releaseSeal).values({ releaseId: id, figuresHash, auditHead }).run();
}

/** Seals the releases that were made before there were seals. */
export function sealOlder(tx: Db, at: string) {
  const open = tx.orm
    .select({ id: release.id })
    .from(release)
    .leftJoin(releaseSeal, eq(releaseSeal.releaseId, release.id))
    .where(isNull(releaseSeal.releaseId))
    .orderBy(asc(release.id))
    .all();
  for (const { id } of open) sealRelease(tx, id, at);
}
