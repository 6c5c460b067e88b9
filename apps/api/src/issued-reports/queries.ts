import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import type { IssuedReport } from "@moc2030/shared/schema/report";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/database.ts";
import { statementsBySubject } from "../definitions/statements.ts";
import { type ReadPoint, releaseRefs } from "../observations/read-point.ts";

/** The reports that were registered by a release, newest first. */
export async function listIssuedReports(db: Db, release: number | null): Promise<IssuedReport[]> {
  const known = [...(await statementsBySubject(db, "report", release)).values()].flat();
  if (known.length === 0) return [];
  const refs = await releaseRefs(
    db,
    known.map(({ content }) => content.dataRelease),
  );
  return known
    .map(({ subject: id, content: { number, date, period, dataRelease, dataDay }, release: registered }) => ({
      ...{ id, number, date, period, dataDay, release: registered },
      dataRelease: refs.get(dataRelease) as ReleaseRef,
    }))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1));
}

/** Figure and verdict of an assessment, to be compared. */
const saidBy = ({ class: verdict, reason, provisional, targetValue, latest, average, group }: Assessment) =>
  JSON.stringify([
    ...[verdict, reason, provisional, targetValue, latest?.timePeriod, latest?.value, average?.toDate],
    ...[group?.edition, group?.position],
  ]);

async function verdictsAt(db: Db, { dataRelease, dataDay }: IssuedReport): Promise<Map<string | null, string>> {
  return db.remember(`verdicts at ${dataRelease.id} on ${dataDay}`, async () => {
    const then = await assessAll(db, { release: dataRelease, referenceDate: dataDay });
    return new Map(then.map((one) => [one.targetId, saidBy(one)]));
  });
}

/** The issued reports at a read point, newest first, each with the targets whose figure and verdict are still those of its data. */
export async function reportsCompared(db: Db, at: ReadPoint): Promise<(IssuedReport & { sameTargets: string[] })[]> {
  const reports = await listIssuedReports(db, at.release?.id ?? null);
  if (reports.length === 0) return [];
  return db.remember(`issued reports at ${at.release?.id} on ${at.referenceDate}`, async () => {
    const now = await assessAll(db, at);
    const compared = [];
    for (const report of reports) {
      const then = await verdictsAt(db, report);
      const same = now.filter((one) => then.get(one.targetId) === saidBy(one));
      compared.push({ ...report, sameTargets: same.flatMap(({ targetId }) => targetId ?? []) });
    }
    return compared;
  });
}

/** The issued reports that say of a target what is said at a read point, newest first. */
export const reportsOnTarget = async (db: Db, at: ReadPoint, target: string): Promise<IssuedReport[]> =>
  (await reportsCompared(db, at)).flatMap(({ sameTargets, ...report }) =>
    sameTargets.includes(target) ? [report] : [],
  );
