import { existsSync } from "node:fs";
import { startOfDay } from "@moc2030/shared/text/date";
import { desc } from "drizzle-orm";
import { sealOlderReleases } from "../audit/seal.ts";
import { type Db, transaction } from "../db/database.ts";
import { revisionColumns } from "../db/figure-columns.ts";
import { release, seedLoad } from "../db/schema.ts";
import { FIELDS } from "../observations/figures-at.ts";
import { checkSeed, formatProblem } from "./check.ts";
import { compileSeed, type DefinitionRow, type ObservationRow, type SeedRelease } from "./compile.ts";
import { hashSeed } from "./files.ts";

/** The seed has problems; `message` has one per line. */
export class SeedError extends Error {}

// As in responses, where rows older than a column derive its value.
const aliased = revisionColumns()
  .map(
    ([property, column]) =>
      `${property === "value" ? column : (FIELDS[property as "edition"] ?? column)} AS ${property}`,
  )
  .join(", ");
/** INSERT of a definition revision into the release `@releaseId`. */
export const insertDefinition =
  "INSERT INTO definition_revision (kind, id, release_id, body) VALUES (@kind, @id, @releaseId, @body)";
/** INSERT of an observation revision into the release `@releaseId`. */
export const insertRevision = `INSERT INTO observation_revision (release_id, ${revisionColumns()
  .map(([, column]) => column)
  .join(", ")}) VALUES (@releaseId, ${revisionColumns()
  .map(([property]) => `@${property}`)
  .join(", ")})`;

/** Inserts a release with its revisions. Call inside a transaction. */
async function insertRelease(
  tx: Db,
  id: number,
  publishedAt: string,
  origin: "seed" | "seed_change",
  content: SeedRelease,
) {
  const { reasonVi, reasonEn } = content;
  await tx.orm.insert(release).values({ id, publishedAt, origin, reasonVi, reasonEn });
  for (const row of content.definitions) await tx.run(insertDefinition, { ...row, releaseId: id });
  for (const row of content.observations) await tx.run(insertRevision, { ...row, releaseId: id });
}

const keyOf = (row: DefinitionRow | ObservationRow) =>
  "kind" in row ? `${row.kind} ${row.id}` : `${row.indicator} ${row.compiler} ${row.refArea} ${row.timePeriod}`;

/** The newest revision of each entry. */
function newest<T extends DefinitionRow | ObservationRow>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

const withdrawn = (row: ObservationRow): ObservationRow => ({
  ...row,
  obsValue: null,
  value: null,
  valueLimit: null,
  obsStatus: "O",
  obsComVi: "Đã rút khỏi bộ dữ liệu tham chiếu",
  obsComEn: "Withdrawn from the reference data",
});

/** Changes of the seed since it was last loaded: new and changed entries, and withdrawals of removed ones. */
async function changesSince(tx: Db, releases: SeedRelease[]): Promise<SeedRelease> {
  const fromSeed = "release_id IN (SELECT id FROM release WHERE origin <> 'submission')";
  const oldDefinitions = newest(
    await tx.all<DefinitionRow>(`SELECT kind, id, body FROM definition_revision WHERE ${fromSeed} ORDER BY release_id`),
  );
  const oldObservations = newest(
    await tx.all<ObservationRow>(`SELECT ${aliased} FROM observation_revision r WHERE ${fromSeed} ORDER BY release_id`),
  );
  const definitions = newest(releases.flatMap((r) => r.definitions));
  const observations = newest(releases.flatMap((r) => r.observations));
  const same = (a: object | undefined, b: object) => a !== undefined && JSON.stringify(a) === JSON.stringify(b);
  return {
    day: "",
    reasonVi: "Cập nhật bộ dữ liệu tham chiếu",
    reasonEn: "Reference data updated",
    definitions: [
      ...[...definitions].filter(([key, row]) => !same(oldDefinitions.get(key), row)).map(([, row]) => row),
      ...[...oldDefinitions]
        .filter(([key, row]) => !definitions.has(key) && row.body !== null)
        .map(([, row]) => ({ ...row, body: null })),
    ],
    observations: [
      ...[...observations].filter(([key, row]) => !same(oldObservations.get(key), row)).map(([, row]) => row),
      ...[...oldObservations]
        .filter(([key, row]) => !observations.has(key) && !same(row, withdrawn(row)))
        .map(([, row]) => withdrawn(row)),
    ],
  };
}

/**
 * Loads the seed under `dir` and returns the number of new releases: back-dated ones in an empty database, otherwise
 * one dated `now` with the changes. Throws a `SeedError` if the files have problems.
 */
export function loadSeed(db: Db, dir: string, now: Date): Promise<{ releases: number }> {
  return transaction(db, async (tx) => {
    if (!existsSync(dir)) throw new SeedError(`SEED_DIR: there is no folder ${dir}`);
    const at = now.toISOString();
    await sealOlderReleases(tx, at);
    const hash = hashSeed(dir);
    const [loaded] = await tx.orm.select({ hash: seedLoad.hash }).from(seedLoad).orderBy(desc(seedLoad.id)).limit(1);
    if (loaded?.hash === hash) return { releases: 0 };
    const { files, problems } = checkSeed(dir);
    if (problems.length > 0) throw new SeedError(problems.map(formatProblem).join("\n"));
    const compiled = compileSeed(files);
    const [head] = await tx.orm
      .select({ id: release.id, publishedAt: release.publishedAt })
      .from(release)
      .orderBy(desc(release.id))
      .limit(1);
    let added = 0;
    if (head === undefined) {
      for (const content of compiled) await insertRelease(tx, ++added, startOfDay(content.day), "seed", content);
    } else {
      const changes = await changesSince(tx, compiled);
      if (changes.definitions.length + changes.observations.length > 0) {
        await insertRelease(tx, head.id + 1, at > head.publishedAt ? at : head.publishedAt, "seed_change", changes);
        added = 1;
      }
    }
    await sealOlderReleases(tx, at);
    await tx.orm.insert(seedLoad).values({ hash, releaseId: added > 0 ? (head?.id ?? 0) + added : null });
    return { releases: added };
  });
}
