import { type Statement, statementId } from "@moc2030/shared/schema/statement";
import type { Db } from "../db/database.ts";
import { newestOfEach } from "../db/sqlite/sql.ts";

const AT_RELEASE = `SELECT release_id AS "release", body FROM
  (${newestOfEach("id", "release_id", "id, release_id, body", "FROM definition_revision WHERE kind = 'statement' AND release_id <= @release")})
  WHERE body IS NOT NULL ORDER BY id`;

/** All statements as of a release, by id; none before the first. Cached and shared: do not mutate. */
export async function listStatements(db: Db, release: number | null): Promise<Statement[]> {
  if (release === null) return [];
  return db.remember(`statements at ${release}`, async () =>
    (await db.all<{ release: number; body: string }>(AT_RELEASE, { release })).map(
      ({ release, body }): Statement => ({ ...JSON.parse(body), release }),
    ),
  );
}

/** A published statement of each kind. */
export type Statements = { [One in Statement as One["kind"]]: One };

/** The statements of one kind as of a release, by what they are about. */
export async function statementsBySubject<K extends Statement["kind"]>(db: Db, kind: K, release: number | null) {
  const bySubject = new Map<string, Statements[K][]>();
  for (const one of await listStatements(db, release))
    if (one.kind === kind) bySubject.set(one.subject, [...(bySubject.get(one.subject) ?? []), one as Statements[K]]);
  return bySubject;
}

/** One statement as of a release; null where there is none, or it was withdrawn. */
export const findStatement = async (db: Db, id: string, release: number | null): Promise<Statement | null> =>
  (await listStatements(db, release)).find((one) => statementId(one) === id) ?? null;

/** What is recorded of each subject of a kind as of a release. */
async function recorded<K extends "commitment" | "orientation" | "trial">(db: Db, kind: K, release: number | null) {
  const known = await statementsBySubject(db, kind, release);
  return (subject: string): (Statements[K]["content"] & { release: number }) | undefined => {
    const [one] = known.get(subject) ?? [];
    return one && { ...one.content, release: one.release };
  };
}
const NOTHING_RECORDED = { checkedOn: null, source: null, place: null, note: null, release: null };

/** The status of each duty or orientation as of a release; that there is no information where nobody recorded one. */
export async function progressOf(db: Db, kind: "commitment" | "orientation", release: number | null) {
  const found = await recorded(db, kind, release);
  return (id: string) => found(id) ?? { state: "no_information" as const, ...NOTHING_RECORDED };
}

/** The status of each firm's proposal as of a release; that it was made where nobody recorded more. */
export async function stageOf(db: Db, release: number | null) {
  const found = await recorded(db, "trial", release);
  return (id: string) => found(id) ?? { state: "proposed" as const, ...NOTHING_RECORDED, legalBasis: null };
}
