import type { CommitmentDefinition, OrientationDefinition, TrialDefinition } from "@moc2030/shared/schema/commitment";
import { type Body, type Compiler, compilerOn, type IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import type { AreaDefinition, MilestoneDefinition, Source } from "@moc2030/shared/schema/source";
import type { DocumentDefinition, KnownTarget, TargetDefinition } from "@moc2030/shared/schema/target";
import type { Db } from "../db/database.ts";
import { isInList, newestOfEach } from "../db/sqlite/sql.ts";
import { newestReleaseId, type ReadPoint } from "../observations/read-point.ts";
import { type Statements, statementsBySubject } from "./statements.ts";

/**
 * Kinds of definitions in data/seed, and their types; a target with its words as read in the signed text, where staff
 * recorded them.
 */
export type Definitions = {
  indicator: IndicatorDefinition;
  compiler: Compiler;
  body: Body;
  document: DocumentDefinition;
  target: KnownTarget;
  orientation: OrientationDefinition;
  commitment: CommitmentDefinition;
  trial: TrialDefinition;
  milestone: MilestoneDefinition;
  area: AreaDefinition;
  source: Source;
};

const AT_RELEASE = `SELECT id, body FROM
  (${newestOfEach("id", "release_id", "id, body", "FROM definition_revision WHERE kind = @kind AND release_id <= @release")})
  WHERE body IS NOT NULL ORDER BY id`;

/** A target with the words of the signed text in place of those that data/seed quotes. */
function asRead(target: TargetDefinition, read: Statements["verbatim"] | undefined): KnownTarget {
  if (!read) return target;
  const { wording, clause, page, checkedOn, differs } = read.content;
  const source = read.content.source ?? target.source;
  const verbatim = { clause, page, checkedOn, source, differs, release: read.release };
  return { ...target, wording, clause, source, wordingBasis: "signed_text", confidence: "sourced", verbatim };
}

/** The last release up to one that changed a definition of a kind; of targets, also one that changed a statement. */
async function definitionsSince(db: Db, kind: keyof Definitions, release: number): Promise<number> {
  const found = await db.remember(`last change of ${kind} definitions at ${release}`, async () => {
    const sql = `SELECT coalesce(max(release_id), 0) AS id FROM definition_revision
      WHERE ${isInList("kind", "kinds")} AND release_id <= @release`;
    const kinds = JSON.stringify(kind === "target" ? [kind, "statement"] : [kind]);
    return (await db.one<{ id: number }>(sql, { kinds, release })) ?? { id: 0 };
  });
  return found.id;
}

/** All definitions of a kind as of a release, by id; none before the first. Cached and shared: do not mutate. */
export async function listDefinitions<K extends keyof Definitions>(
  db: Db,
  kind: K,
  release: number | null,
): Promise<Definitions[K][]> {
  if (release === null) return [];
  const since = await definitionsSince(db, kind, release);
  const list = await db.remember(`${kind} definitions at ${since}`, async () => {
    const params = { kind, release: since };
    const seeded = (await db.all<{ body: string }>(AT_RELEASE, params)).map((r) => JSON.parse(r.body));
    if (kind !== "target") return seeded as Definitions[K][];
    const read = await statementsBySubject(db, "verbatim", since);
    return seeded.map((target) => asRead(target, read.get(target.id)?.[0])) as Definitions[K][];
  });
  return [...list];
}

/** The compilers at a read point, by their names of that day. */
export const listCompilers = async (db: Db, { release, referenceDate }: ReadPoint): Promise<Compiler[]> =>
  (await listDefinitions(db, "compiler", release?.id ?? null)).map((one) => compilerOn(one, referenceDate));

/** The documents at a read point; what was found on a later day is not known there yet. */
export const listDocuments = async (
  db: Db,
  { release, referenceDate }: ReadPoint,
): Promise<Definitions["document"][]> =>
  (await listDefinitions(db, "document", release?.id ?? null)).map(({ checkedOn, found, ...document }) =>
    checkedOn !== undefined && found !== undefined && checkedOn <= referenceDate
      ? { ...document, checkedOn, found }
      : document,
  );

/** A definition as data/seed has it, a target without `verbatim`; undefined where it was not known yet. */
export async function findDefinition<K extends keyof Definitions>(
  db: Db,
  kind: K,
  id: string,
  release: number | null,
): Promise<Definitions[K] | undefined> {
  const row = await db.one<{ body: string | null }>(
    `SELECT body FROM definition_revision WHERE kind = @kind AND id = @id AND release_id <= @release
     ORDER BY release_id DESC LIMIT 1`,
    { kind, id, release: release ?? 0 },
  );
  return row?.body ? (JSON.parse(row.body) as Definitions[K]) : undefined;
}

/** The first of the unbroken run of releases up to one in which `part` of a definition has been what it is there; null where the definition is not known. */
export async function unchangedSince<K extends keyof Definitions>(
  db: Db,
  kind: K,
  id: string,
  release: number,
  part: (definition: Definitions[K]) => unknown,
): Promise<ReleaseRef | null> {
  const rows = await db.all<ReleaseRef & { body: string | null }>(
    `SELECT l.id, l.published_at AS publishedAt, d.body FROM definition_revision d JOIN release l ON l.id = d.release_id
     WHERE d.kind = @kind AND d.id = @id AND d.release_id <= @release ORDER BY d.release_id`,
    { kind, id, release },
  );
  let since: ReleaseRef | null = null;
  let before: string | undefined;
  for (const { body, ...ref } of rows) {
    const now = body === null ? undefined : JSON.stringify(part(JSON.parse(body)) ?? null);
    if (now !== before) since = now === undefined ? null : ref;
    before = now;
  }
  return since;
}

/** The `codes` that no definition of this kind ever had. */
export async function unknownCodes(db: Db, kind: keyof Definitions, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const known = await db.remember(`ids of ${kind} definitions until ${await newestReleaseId(db)}`, async () => {
    const sql = "SELECT DISTINCT id FROM definition_revision WHERE kind = @kind";
    return (await db.all<{ id: string }>(sql, { kind })).map(({ id }) => id);
  });
  return codes.filter((code) => !known.includes(code));
}
