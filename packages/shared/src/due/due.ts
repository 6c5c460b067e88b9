import { type FigureContent, type Grade, gradeOf } from "../figure/figure.ts";
import type { IndicatorDefinition } from "../schema/indicator.ts";

/** State of one year's figure. `gap`: missing inside the series; `recorded_missing`: recorded as not existing; `none`: no edition covers that year. */
export type CellState =
  | "entered"
  | "recorded_missing"
  | "gap"
  | "overdue"
  | "due"
  | "expected"
  | "discontinued"
  | "none";

/** One indicator in one year. `dueBy` is the last day of the month in which the missing or final figure is expected; null where nothing is missing. */
export interface Cell {
  readonly timePeriod: number;
  readonly state: CellState;
  readonly grade: Grade | null;
  /** What is missing: the figure, or the final one after an estimate or provisional figure. */
  readonly wanted: "figure" | "final" | null;
  readonly wantedState: "expected" | "due" | "overdue" | null;
  readonly dueBy: string | null;
}

type Schedule = Pick<NonNullable<IndicatorDefinition["schedule"]>, "everyYears" | "month" | "lagYears">;
/** The part of an indicator's definition that its calendar depends on. */
export type Calendar = { readonly schedule: Schedule | null; readonly discontinued: { readonly from: string } | null };

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The last day on which the figure of a year is expected. */
export const dueBy = (schedule: Schedule, timePeriod: number): string =>
  lastOfMonth(timePeriod + schedule.lagYears, schedule.month);

/** Whether an edition is made for a year: counted in steps of `everyYears` from the newest year that has one (without one: from year 0). */
export const hasEdition = (schedule: Schedule, timePeriod: number, newest: number | null): boolean =>
  Math.abs(timePeriod - (newest ?? 0)) % schedule.everyYears === 0;

/** Before the month is `expected`, in it `due`, after it `overdue`. */
function stateOn(today: string, by: string): "expected" | "due" | "overdue" {
  if (today > by) return "overdue";
  return today >= `${by.slice(0, 7)}-01` ? "due" : "expected";
}

/**
 * The state of one indicator's figures, one cell a year from `from` to `to`: entered (and how final), missing, due,
 * overdue. After an estimate or provisional figure the final one is due with the publisher's next edition. Figures are those of the official compiler for the country.
 */
export function cells(
  indicator: Calendar,
  figures: readonly (Pick<FigureContent, "value" | "obsStatus"> & { readonly timePeriod: number })[],
  years: { readonly from: number; readonly to: number },
  today: string,
): Cell[] {
  const { schedule, discontinued } = indicator;
  const found = new Map(figures.map((figure) => [figure.timePeriod, figure]));
  const withValue = figures.filter((figure) => figure.value !== null).map((figure) => figure.timePeriod);
  const newest = withValue.length > 0 ? Math.max(...withValue) : null;
  const ended = (by: string) => discontinued !== null && by >= discontinued.from && today >= discontinued.from;

  return Array.from({ length: Math.max(0, years.to - years.from + 1) }, (_, i): Cell => {
    const timePeriod = years.from + i;
    const figure = found.get(timePeriod);
    const grade = figure ? gradeOf(figure) : null;
    const nothing = { timePeriod, grade, wanted: null, wantedState: null, dueBy: null } as const;
    if (figure && grade === null) return { ...nothing, state: "recorded_missing" };
    if (figure) {
      if (grade === "final" || !schedule) return { ...nothing, state: "entered" };
      const by = dueBy(schedule, timePeriod + schedule.everyYears);
      if (ended(by)) return { ...nothing, state: "entered" };
      const late = stateOn(today, by) === "overdue";
      return {
        ...nothing,
        state: "entered",
        wanted: "final",
        wantedState: late ? "overdue" : "due",
        dueBy: by,
      };
    }
    if (!schedule || !hasEdition(schedule, timePeriod, newest)) {
      // Without a schedule an empty year inside the series is a gap; outside it has no state.
      const inside = !schedule && newest !== null && timePeriod < newest && timePeriod > Math.min(...withValue);
      return { ...nothing, state: inside ? "gap" : "none" };
    }
    const by = dueBy(schedule, timePeriod);
    if (ended(by)) return { ...nothing, state: "discontinued" };
    if (newest !== null && timePeriod < newest) return { ...nothing, state: "gap" };
    const state = stateOn(today, by);
    return { ...nothing, state, wanted: "figure", wantedState: state, dueBy: by };
  });
}
