import { isTrusted } from "@moc2030/shared/assess/usable";
import { lastDay } from "@moc2030/shared/text/date";
import type { Place, SeedFiles } from "./files.ts";

type Row = SeedFiles["observation"][number];

/** The newest vintage of each area and year of an indicator's official compiler that can be counted. */
function newestRows(rows: readonly Row[], indicator: string, compiler: string): Map<string, Row> {
  const published = (row: Row | undefined) => (row?.PUBLISHED ? lastDay(row.PUBLISHED) : "");
  const newest = new Map<string, Row>();
  for (const row of rows) {
    if (row.indicator !== indicator || row.COMPILER !== compiler || row.OBS_VALUE === null) continue;
    if (!isTrusted({ obsStatus: row.OBS_STATUS, confidence: row.CONFIDENCE })) continue;
    const key = `${row.REF_AREA} ${row.TIME_PERIOD}`;
    if (!newest.has(key) || published(row) >= published(newest.get(key))) newest.set(key, row);
  }
  return newest;
}

/** Recomputes each index from its components for every area and edition, and reports the rows that miss the sum. */
export function checkSums(files: SeedFiles, report: (place: Place, field: string, detail: string) => void) {
  const compilers = new Map(files.indicator.map(({ code, compiler }) => [code, compiler]));
  for (const { code, compiler, components = [], tolerance = [] } of files.indicator) {
    if (components.length === 0) continue;
    const parts = components.map(({ indicator, weight }) => ({
      ...{ indicator, weight },
      rows: newestRows(files.observation, indicator, compilers.get(indicator) ?? ""),
    }));
    for (const [key, row] of newestRows(files.observation, code, compiler)) {
      const within = tolerance.findLast(({ from }) => from <= row.TIME_PERIOD)?.within;
      const missing = parts.filter(({ rows }) => !rows.has(key)).map(({ indicator }) => indicator);
      // An average of many economies has no components at all.
      if (within === undefined || missing.length === parts.length) continue;
      if (missing.length > 0) {
        report(row.place, "OBS_VALUE", `no ${missing.join(", ")} of ${key} to recompute it from`);
        continue;
      }
      const sum = parts.reduce((total, { rows, weight }) => total + weight * Number(rows.get(key)?.OBS_VALUE), 0);
      // The published numbers are decimal; a difference on the bound is within it.
      if (Math.abs(sum - Number(row.OBS_VALUE)) > within + 1e-9)
        report(
          row.place,
          "OBS_VALUE",
          `expected ${sum.toFixed(5)} by its components within ${within}, got ${row.OBS_VALUE}`,
        );
    }
  }
}
