import { type FigureContent, type Grade, gradeOf } from "../figure/figure.ts";
import type { IndicatorDefinition } from "../schema/indicator.ts";
import { addDays, lastDay } from "../text/date.ts";

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

/** One indicator in one year. `dueBy` is the last day on which the missing or final figure is expected; null where nothing is missing. */
export interface Cell {
  readonly timePeriod: number;
  readonly state: CellState;
  readonly grade: Grade | null;
  /** What is missing: the figure, or the final one after an estimate or provisional figure. */
  readonly wanted: "figure" | "final" | null;
  readonly wantedState: "expected" | "due" | "overdue" | null;
  readonly dueBy: string | null;
  /** The day by which it has to be asked for; null where nothing is missing or it is published unasked. */
  readonly requestBy: string | null;
}

type Schedule = Pick<
  NonNullable<IndicatorDefinition["schedule"]>,
  "everyYears" | "month" | "lagYears" | "requestDays" | "finals"
> & { readonly days?: readonly { readonly timePeriod: number; readonly on: string }[] | undefined };
/** The part of an indicator's definition that its calendar depends on. */
export type Calendar = { readonly schedule: Schedule | null; readonly discontinued: { readonly from: string } | null };

/** The day that the publisher has announced for the figure of a year; undefined where only the month is known. */
export const announcedDay = ({ days }: Pick<Schedule, "days">, timePeriod: number): string | undefined =>
  days?.find((one) => one.timePeriod === timePeriod)?.on;

/** The last day on which the figure of a year is expected: the announced day, else the last of the usual month. */
export const dueBy = (schedule: Schedule, timePeriod: number): string =>
  announcedDay(schedule, timePeriod) ??
  lastDay(`${timePeriod + schedule.lagYears}-${String(schedule.month).padStart(2, "0")}`);

/** The day by which a figure that is due on `by` has to be asked for; null where it is published unasked. */
export const requestBy = (schedule: Schedule, by: string): string | null =>
  schedule.requestDays === undefined ? null : addDays(by, -schedule.requestDays);

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
    const nothing = { timePeriod, grade, wanted: null, wantedState: null, dueBy: null, requestBy: null } as const;
    if (figure && grade === null) return { ...nothing, state: "recorded_missing" };
    if (figure) {
      if (grade === "final" || !schedule || schedule.finals === false) return { ...nothing, state: "entered" };
      const by = dueBy(schedule, timePeriod + schedule.everyYears);
      if (ended(by)) return { ...nothing, state: "entered" };
      const late = stateOn(today, by) === "overdue";
      return {
        ...nothing,
        state: "entered",
        wanted: "final",
        wantedState: late ? "overdue" : "due",
        dueBy: by,
        requestBy: requestBy(schedule, by),
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
    return {
      ...nothing,
      state,
      wanted: "figure",
      wantedState: state,
      dueBy: by,
      requestBy: requestBy(schedule, by),
    };
  });
}
