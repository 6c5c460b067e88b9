import type { Body, Compiler, IndicatorDefinition } from "@moc2030/shared/indicator";
import type { AreaDefinition, MilestoneDefinition, Source } from "@moc2030/shared/source";
import type { DocumentDefinition, TargetDefinition } from "@moc2030/shared/target";
import type { Db } from "../db/open.ts";

/** The kinds of definitions, as data/seed holds them. */
export type Definitions = {
  indicator: IndicatorDefinition;
  compiler: Compiler;
  body: Body;
  document: DocumentDefinition;
  target: TargetDefinition;
  milestone: MilestoneDefinition;
  area: AreaDefinition;
  source: Source;
};

/** SQL of the newest bodies of one kind at a release: parameters kind, release. */
export const DEFINITIONS_AT = `SELECT id, body FROM
  (SELECT id, body, max(release_id) FROM definition_revision WHERE kind = ? AND release_id <= ? GROUP BY id)
  WHERE body IS NOT NULL`;

/** All definitions of a kind as known at a release (none before the first), in order of their ids. */
export async function listDefinitions<K extends keyof Definitions>(
  db: Db,
  kind: K,
  release: number | null,
): Promise<Definitions[K][]> {
  if (release === null) return [];
  const rows = db.reader.prepare(`${DEFINITIONS_AT} ORDER BY id`).all(kind, release) as { body: string }[];
  return rows.map((row) => JSON.parse(row.body) as Definitions[K]);
}

/** One definition as known at a release, or undefined. */
export async function findDefinition<K extends keyof Definitions>(
  db: Db,
  kind: K,
  id: string,
  release: number | null,
): Promise<Definitions[K] | undefined> {
  const row = db.reader
    .prepare(
      "SELECT body FROM definition_revision WHERE kind = ? AND id = ? AND release_id <= ? ORDER BY release_id DESC LIMIT 1",
    )
    .get(kind, id, release ?? 0) as { body: string | null } | undefined;
  return row?.body ? (JSON.parse(row.body) as Definitions[K]) : undefined;
}

/** Those of `codes` that no definition of this kind has ever had. */
export async function unknownCodes(db: Db, kind: keyof Definitions, codes: readonly string[]): Promise<string[]> {
  const known = new Set(
    db.reader.prepare("SELECT DISTINCT id FROM definition_revision WHERE kind = ?").pluck().all(kind),
  );
  return codes.filter((code) => !known.has(code));
}
