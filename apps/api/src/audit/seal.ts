import { createHash, type Hash } from "node:crypto";
import { FIELDS_VERSION } from "@moc2030/shared/figure/fields";
import { asc, eq, isNull } from "drizzle-orm";
import { revisionColumns } from "../db/figure-columns.ts";
import type { Db } from "../db/open.ts";
import { release } from "../db/schema.ts";
import { releaseSeal } from "../db/work-schema.ts";
import { appendAudit, type Doer, SYSTEM } from "./chain.ts";

/** What a release is made of: what it says of itself, and every definition and figure that it changed, in order of their keys. Each row begins with the release's number. `version` is that of the list of fields with which it was sealed. */
function contentOf(version: number) {
  const columns = revisionColumns(version).map(([, column]) => column);
  const newer = revisionColumns()
    .map(([, column]) => column)
    .filter((column) => !columns.includes(column));
  const figures = { release: "release_id", order: "indicator, compiler, ref_area, time_period" };
  return [
    {
      rows: "SELECT id, id, published_at, origin, reason_vi, reason_en, entered_by, approved_by, review_id FROM release WHERE true",
      release: "id",
      order: "id",
    },
    {
      rows: "SELECT release_id, kind, id, body FROM definition_revision WHERE true",
      release: "release_id",
      order: "kind, id",
    },
    { rows: `SELECT release_id, ${columns} FROM observation_revision WHERE true`, ...figures },
    // What came after a seal cannot have been said then: such a row is one too many.
    ...(newer.length > 0
      ? [
          {
            rows: `SELECT release_id, ${newer} FROM observation_revision WHERE coalesce(${newer}, NULL) IS NOT NULL`,
            ...figures,
          },
        ]
      : []),
  ];
}
const lineOf = ([, ...row]: unknown[]) => `${JSON.stringify(row)}\n`;

/** SHA-256 over a release. */
export function hashRelease(db: Pick<Db, "reader">, id: number, version = FIELDS_VERSION): string {
  const hash = createHash("sha256");
  for (const { rows, release, order } of contentOf(version))
    for (const row of db.reader.prepare(`${rows} AND ${release} = ? ORDER BY ${order}`).raw().iterate(id))
      hash.update(lineOf(row as unknown[]));
  return hash.digest("hex");
}

/** The same of every release, as if all were of one version, by its number. Each table is read once: it has no index by release. */
export function hashReleases(db: Pick<Db, "reader">, version: number): Map<number, string> {
  const hashes = new Map<number, Hash>();
  for (const { rows, release, order } of contentOf(version))
    for (const row of db.reader.prepare(`${rows} ORDER BY ${release}, ${order}`).raw().iterate()) {
      const [id] = row as [number];
      const hash = hashes.get(id) ?? createHash("sha256");
      hashes.set(id, hash.update(lineOf(row as unknown[])));
    }
  return new Map([...hashes].map(([id, hash]) => [id, hash.digest("hex")]));
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
    detail: { ...detail, figuresHash, fields: FIELDS_VERSION },
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
