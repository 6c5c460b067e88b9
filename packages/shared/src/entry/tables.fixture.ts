import { areaFinder } from "../text/area-name.ts";
import { context } from "./checks.fixture.ts";
import { type DryRun, dryRun } from "./dry-run.ts";
import type { ImportOptions, Published } from "./import-row.ts";

const share = { code: "FIBRE_HOUSEHOLDS", range: { min: 0, max: 100 }, valueKind: "share", decimals: 1 } as const;
const indicator = (code: string) =>
  code === share.code ? { ...share, compiler: "NSO", discontinued: null } : context.indicator;
const known: Published = {
  today: "2026-11-21",
  indicator,
  areas: areaFinder([{ code: "VNM", name: { vi: "Việt Nam", en: "Viet Nam" } }]),
  context: (key) => ({
    ...context,
    indicator: indicator(key.indicator),
    series: [],
  }),
};
export const byHand: ImportOptions = {
  numbers: "vi",
  lang: "vi",
  mapping: { TIME_PERIOD: 0, OBS_VALUE: 1 },
  defaults: { INDICATOR: share.code, REF_AREA: "VNM", SOURCE: "DE-NSO-2601", OBS_STATUS: "A" },
};
export const run = (text: string, more: Partial<ImportOptions> = {}) => dryRun(text, { ...byHand, ...more }, known);
/** Each row as the figure that it would bring, or why not. */
export const told = (result: DryRun) =>
  result.ok
    ? result.rows.map((r) =>
        r.class === "refused"
          ? `${r.line} ${r.errors.map((e) => `${e.field} ${e.code}`).join(" ")}`
          : `${r.line} ${r.figure?.timePeriod} ${r.figure?.value} ${r.figure?.obsStatus.join(";")}`,
      )
    : [`${result.line} ${result.code}`];
export const read = (result: DryRun) => (result.ok ? result.read : null);
