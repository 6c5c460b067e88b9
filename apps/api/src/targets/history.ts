import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import type { TargetDefinition } from "@moc2030/shared/schema/target";
import { dayInVietNam, endOfDay } from "@moc2030/shared/text/date";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/database.ts";
import type { ReadPoint } from "../observations/read-point.ts";

const classOf = (found: Assessment | undefined) => found && `${found.class} ${found.reason}`;
const assessedAt = async (db: Db, release: ReleaseRef | null, referenceDate: string, target: string) =>
  (await assessAll(db, { release, referenceDate }, { target }))[0];

/** The releases after `after` up to `upto` that changed the target, its indicator or the figures behind it, newest first. */
const releasesOn = (db: Db, { id, indicator }: TargetDefinition, after: number, upto: number): Promise<ReleaseRef[]> =>
  db.all<ReleaseRef>(
    `SELECT id, published_at AS publishedAt FROM release WHERE id > @after AND id <= @upto AND id IN (
       SELECT release_id FROM observation_revision WHERE indicator = @indicator
       UNION SELECT release_id FROM definition_revision WHERE kind = 'target' AND id = @id
       UNION SELECT release_id FROM definition_revision WHERE kind = 'indicator' AND id = @indicator
       UNION SELECT release_id FROM definition_revision WHERE kind = 'area')
     ORDER BY id DESC`,
    { id, indicator, after, upto },
  );

/** The last release between two read points that changed the class on its own day; null where only time did. */
async function changedBy(db: Db, target: TargetDefinition, after: number, upto: number): Promise<ReleaseRef | null> {
  for (const release of await releasesOn(db, target, after, upto)) {
    const day = dayInVietNam(new Date(release.publishedAt));
    const before =
      release.id > 1 ? await assessedAt(db, { ...release, id: release.id - 1 }, day, target.id) : undefined;
    if (classOf(before) !== classOf(await assessedAt(db, release, day, target.id))) return release;
  }
  return null;
}

/**
 * The class as known on 31 December of each year since the target came into force, and on the reference date: figures,
 * texts and reference date of that day. `changedBy` is the release that made it differ from the one before it.
 */
export async function historyOf(db: Db, at: ReadPoint, target: TargetDefinition) {
  const newest = at.release;
  if (!newest) return [];
  const from = Number(target.inForceFrom.slice(0, 4));
  const days = [];
  for (let year = from; `${year}-12-31` < at.referenceDate; year++) days.push(`${year}-12-31`);
  const history = [];
  let before: { release: ReleaseRef; class: string | undefined } | null = null;
  for (const day of [...days, at.referenceDate]) {
    const release: ReleaseRef | undefined =
      day === at.referenceDate
        ? newest
        : await db.one<ReleaseRef>(
            `SELECT id, published_at AS publishedAt FROM release WHERE published_at <= @end AND id <= @newest
             ORDER BY id DESC LIMIT 1`,
            { end: endOfDay(day), newest: newest.id },
          );
    const found = release && (await assessedAt(db, release, day, target.id));
    if (!release || !found) continue;
    const changed = before !== null && before.class !== classOf(found);
    history.push({
      day,
      release,
      class: found.class,
      reason: found.reason,
      provisional: found.provisional,
      latest: found.latest && { timePeriod: found.latest.timePeriod, value: found.latest.value },
      changedBy: before && changed ? await changedBy(db, target, before.release.id, release.id) : null,
    });
    before = { release, class: classOf(found) };
  }
  return history;
}
