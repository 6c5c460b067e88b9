import { panelOf, poolOf } from "@moc2030/shared/outlook/panel";
import { trackRecord } from "@moc2030/shared/outlook/track-record";
import type { TrackRecord } from "@moc2030/shared/schema/track-record";
import { panelFigures } from "../assessments/panel.ts";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/database.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { figuresSince } from "../observations/figures-at.ts";
import type { ReadPoint } from "../observations/read-point.ts";

/** How verdicts on each rank of the Strategy fared on its panel; targets without a panel, or without two figures, are left out. */
export async function listTrackRecords(db: Db, at: ReadPoint): Promise<TrackRecord[]> {
  const release = at.release?.id;
  if (release === undefined) return [];
  const indicators = new Map((await listDefinitions(db, "indicator", release)).map((one) => [one.code, one]));
  const records: TrackRecord[] = [];
  for (const { targetId, indicator: code, kind, base, latest, targetValue, targetYear } of await assessAll(db, at)) {
    const indicator = indicators.get(code ?? "");
    const from = indicator?.referenceClass?.from;
    if (indicator?.valueKind !== "rank" || from === undefined || targetId === null) continue;
    if ((kind !== "level" && kind !== "maintain") || targetValue === null || !base || !latest) continue;
    const goal = { latest, target: { timePeriod: targetYear, value: targetValue } };
    const since = await figuresSince(db, release, indicator.code);
    const numbers = [from, base.timePeriod, base.value, latest.timePeriod, targetYear, targetValue, since];
    const [found] = await db.remember(`track record: ${targetId} ${numbers.join(" ")}`, async () => {
      const figures = await panelFigures(db, release, indicator);
      const panel = panelOf(figures, from).filter(({ timePeriod }) => timePeriod <= latest.timePeriod);
      const pool = poolOf(figures, base.timePeriod);
      const [first, last] = [panel[0], panel.at(-1)];
      if (pool === null || !first || !last || base.timePeriod >= latest.timePeriod) return [];
      const replayed = trackRecord(panel, pool, base, goal);
      return [{ targetId, indicator: indicator.code, from: first.timePeriod, to: last.timePeriod, ...replayed }];
    });
    if (found) records.push(found);
  }
  return records;
}
