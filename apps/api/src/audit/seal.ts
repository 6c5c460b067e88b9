import { createHash, type Hash } from "node:crypto";
import { FIELDS_VERSION } from "@moc2030/shared/figure/fields";
import { asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { revisionColumns } from "../db/figure-columns.ts";
import { release } from "../db/schema.ts";
import { releaseSeal } from "../db/work/audit.ts";
import { appendAudit, type Principal, SYSTEM } from "./chain.ts";

/** A table that is part of a release: hashed columns, condition, and row order, which starts with `part`. */
type Part = { columns: string; from: string; release: string; part: string; order: string };

/** The content of a release: its own row, definitions and figures. `version` is that of the field list in its seal. */
function partsOf(version: number): Part[] {
  const columns = revisionColumns(version).map(([, column]) => column);
  const newer = revisionColumns()
    .map(([, column]) => column)
    .filter((column) => !columns.includes(column));
  const figures = { release: "release_id", part: "indicator", order: "compiler, ref_area, time_period, release_id" };
  return [
    {
      columns: "id, published_at, origin, reason_vi, reason_en, entered_by, approved_by, review_id",
      from: "release WHERE true",
      release: "id",
      part: "origin",
      order: "id",
    },
    {
      columns: "kind, id, body",
      from: "definition_revision WHERE true",
      release: "release_id",
      part: "kind",
      order: "id, release_id",
    },
    { columns: `${columns}`, from: "observation_revision WHERE true", ...figures },
    // A sealed release has no values in later fields; rows with one make the hash differ.
    ...(newer.length > 0
      ? [{ columns: `${newer}`, from: `observation_revision WHERE coalesce(${newer}, NULL) IS NOT NULL`, ...figures }]
      : []),
  ];
}

type Row = { of_release: number };
const lineOf = ({ of_release: _, ...row }: Row) => `${JSON.stringify(Object.values(row))}\n`;

/**
 * SHA-256 of every release, or of one, by id, with one version of the field list. Reads each table once, in parts, to
 * bound memory.
 */
export async function hashReleases(db: Db, version: number, id?: number): Promise<Map<number, string>> {
  const hashes = new Map<number, Hash>();
  for (const { columns, from, release, part, order } of partsOf(version)) {
    const among = id === undefined ? from : `${from} AND ${release} = @id`;
    const parts = await db.all<{ name: string }>(`SELECT DISTINCT ${part} AS name FROM ${among} ORDER BY 1`, { id });
    const sql = `SELECT ${release} AS of_release, ${columns} FROM ${among} AND ${part} = @name ORDER BY ${order}`;
    for (const { name } of parts)
      for (const row of await db.all<Row>(sql, { id, name })) {
        const hash = hashes.get(row.of_release) ?? createHash("sha256");
        hashes.set(row.of_release, hash.update(lineOf(row)));
      }
  }
  return new Map([...hashes].map(([of, hash]) => [of, hash.digest("hex")]));
}

/** SHA-256 of a release. */
export const hashRelease = async (db: Db, id: number, version = FIELDS_VERSION): Promise<string> =>
  (await hashReleases(db, version, id)).get(id) ?? createHash("sha256").digest("hex");

/** Seals a complete release: writes its hash to the audit chain, and the chain's head beside the release. */
export async function sealRelease(
  tx: Db,
  id: number,
  at: string,
  actor: Principal = SYSTEM,
  detail: Record<string, unknown> = {},
  figuresHash?: string,
) {
  const hash = figuresHash ?? (await hashRelease(tx, id));
  const auditHead = await appendAudit(tx, {
    at,
    actor,
    action: "release.published",
    subject: `release ${id}`,
    detail: { ...detail, figuresHash: hash, fields: FIELDS_VERSION },
  });
  await tx.orm.insert(releaseSeal).values({ releaseId: id, figuresHash: hash, auditHead });
}

/** Seals releases made before seals existed. */
export async function sealOlderReleases(tx: Db, at: string) {
  const open = await tx.orm
    .select({ id: release.id })
    .from(release)
    .leftJoin(releaseSeal, eq(releaseSeal.releaseId, release.id))
    .where(isNull(releaseSeal.releaseId))
    .orderBy(asc(release.id));
  if (open.length === 0) return;
  const { n } = (await tx.one<{ n: number }>("SELECT count(*) AS n FROM release")) ?? { n: 0 };
  // One reading for all of a new database; in one in use that would read a million rows for one release.
  const hashes = open.length === n ? await hashReleases(tx, FIELDS_VERSION) : new Map<number, string>();
  for (const { id } of open) await sealRelease(tx, id, at, SYSTEM, {}, hashes.get(id));
}
