import type { CommitmentDefinition, OrientationDefinition } from "@moc2030/shared/commitment";
import { type Body, type Compiler, compilerOn, type IndicatorDefinition } from "@moc2030/shared/indicator";
import type { AreaDefinition, MilestoneDefinition, Source } from "@moc2030/shared/source";
import type { DocumentDefinition, TargetDefinition } from "@moc2030/shared/target";
import { type Db, readsCommitted } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import type { At } from "../releases/at.ts";

/** The kinds of definitions, as data/seed holds them. */
export type Definitions = {
  indicator: IndicatorDefinition;
  compiler: Compiler;
  body: Body;
  document: DocumentDefinition;
  target: TargetDefinition;
  orientation: OrientationDefinition;
  commitment: CommitmentDefinition;
  milestone: MilestoneDefinition;
  area: AreaDefinition;
  source: Source;
};

const AT_RELEASE = `SELECT id, body FROM
  (SELECT id, body, max(release_id) FROM definition_revision WHERE kind = ? AND release_id <= ? GROUP BY id)
  WHERE body IS NOT NULL ORDER BY id`;

/** As many lists as four releases have, so that reading old ones cannot fill the memory. */
const KEPT_LISTS = 32;
const kept = new WeakMap<Db, Map<string, unknown[]>>();

/** All definitions of a kind as known at a release (none before the first), in order of their ids. Parsed once, because a release never changes: do not write into them. */
export async function listDefinitions<K extends keyof Definitions>(
  db: Db,
  kind: K,
  release: number | null,
): Promise<Definitions[K][]> {
  if (release === null) return [];
  const lists = kept.get(db) ?? new Map<string, unknown[]>();
  kept.set(db, lists);
  const key = `${kind} ${release}`;
  const known = lists.get(key);
  const list =
    known ?? (prepared(db, AT_RELEASE).all(kind, release) as { body: string }[]).map((r) => JSON.parse(r.body));
  lists.delete(key);
  if (readsCommitted(db)) lists.set(key, list);
  const oldest = lists.keys().next();
  if (lists.size > KEPT_LISTS && !oldest.done) lists.delete(oldest.value);
  return [...list] as Definitions[K][];
}

/** The compilers as known then, by the names of that day. */
export const listCompilers = async (db: Db, { release, referenceDate }: At): Promise<Compiler[]> =>
  (await listDefinitions(db, "compiler", release?.id ?? null)).map((one) => compilerOn(one, referenceDate));

/** One definition as known at a release, or undefined. */
export async function findDefinition<K extends keyof Definitions>(
  db: Db,
  kind: K,
  id: string,
  release: number | null,
): Promise<Definitions[K] | undefined> {
  const sql =
    "SELECT body FROM definition_revision WHERE kind = ? AND id = ? AND release_id <= ? ORDER BY release_id DESC LIMIT 1";
  const row = prepared(db, sql).get(kind, id, release ?? 0) as { body: string | null } | undefined;
  return row?.body ? (JSON.parse(row.body) as Definitions[K]) : undefined;
}

const everKnown = new WeakMap<Db, Set<string>>();

/** Those of `codes` that no definition of this kind has ever had. Codes that were found are remembered: nothing that was published is ever gone. */
export async function unknownCodes(db: Db, kind: keyof Definitions, codes: readonly string[]): Promise<string[]> {
  const known = everKnown.get(db) ?? new Set();
  everKnown.set(db, known);
  return codes.filter((code) => {
    const key = `${kind} ${code}`;
    if (known.has(key)) return false;
    const sql = "SELECT 1 FROM definition_revision WHERE kind = ? AND id = ? LIMIT 1";
    if (prepared(db, sql).get(kind, code) === undefined) return true;
    if (readsCommitted(db)) known.add(key);
    return false;
  });
}
