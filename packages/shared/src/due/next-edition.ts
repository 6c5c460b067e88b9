import type { FigureContent } from "../figure/figure.ts";
import { type Calendar, cells } from "./due.ts";

/** The next edition of a series. `dueBy` is the last day on which the publisher's calendar expects it; `isOut` is true once that day is over. */
export interface Awaited {
  readonly timePeriod: number;
  readonly dueBy: string;
  /** The day by which it has to be asked for; null where it is published unasked. */
  readonly requestBy: string | null;
  readonly isOut: boolean;
}

/**
 * The first edition after the newest figure, by the publisher's calendar; null without a calendar, without any figure
 * to count from, and for a measure that has ended. Figures are those of the official compiler for the country, as
 * known on the day `on`; a forecast is no figure.
 */
export function nextEdition(
  indicator: Calendar,
  figures: readonly {
    readonly timePeriod: number;
    readonly value: number | null;
    readonly obsStatus: FigureContent["obsStatus"];
  }[],
  on: string,
): Awaited | null {
  const known = figures
    .filter((figure) => !figure.obsStatus.includes("F"))
    .map(({ value, ...figure }) => ({ ...figure, value: value === null ? null : String(value) }));
  const years = known.filter((figure) => figure.value !== null).map((figure) => figure.timePeriod);
  if (!indicator.schedule || years.length === 0) return null;
  const newest = Math.max(...years);
  // Skip years recorded as missing; a bound, since a series has an end.
  const wanted = { from: newest + 1, to: newest + 4 * indicator.schedule.everyYears };
  const found = cells(indicator, known, wanted, on).find(
    (cell) => cell.wanted === "figure" || cell.state === "discontinued",
  );
  if (!found?.dueBy) return null;
  return {
    timePeriod: found.timePeriod,
    dueBy: found.dueBy,
    requestBy: found.requestBy,
    isOut: found.state === "overdue",
  };
}
