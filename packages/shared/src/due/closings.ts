import { addDays } from "../text/date.ts";
import type { Cell } from "./due.ts";

/** Month and day before which ministries report, every year: Resolution 03/NQ-CP of 9 January 2025, III.3. */
const CLOSINGS = ["06-15", "12-01"] as const;
/** The document that sets them, by its id in the reference data. */
export const CLOSINGS_DOCUMENT = "NQ03";

/** The years in which a figure can be wanted on a day; lists, forms and reminders go by them alike. */
export function wantedYears(today: string): { from: number; to: number } {
  const year = Number(today.slice(0, 4));
  return { from: year - YEARS_BACK, to: year + 1 };
}
const YEARS_BACK = 10;

/** The two closings of a year. */
export const closingsOf = (year: number): string[] => CLOSINGS.map((day) => `${year}-${day}`);

/** The next 15 June and 1 December from a day on, that day included, nearest first. */
export function nextClosings(today: string): string[] {
  const year = Number(today.slice(0, 4));
  return CLOSINGS.map((day) => `${today.slice(5) <= day ? year : year + 1}-${day}`).sort();
}

/**
 * Whether a figure has to be there, or asked for, on a day: what is due or overdue by now, and what is to be asked for
 * or expected by then.
 */
export const isWantedBy = ({ wanted, wantedState, requestBy, dueBy }: Wanted, day: string): boolean =>
  wanted !== null && (wantedState !== "expected" || (requestBy ?? dueBy ?? "9") <= day);
type Wanted = Pick<Cell, "wanted" | "wantedState" | "requestBy" | "dueBy">;

/** The figures of an indicator that are wanted by a day; of a series without any figure yet only the newest overdue year. */
export function wantedBy<C extends Wanted & Pick<Cell, "grade">>(cells: readonly C[], day: string): C[] {
  const wanted = cells.filter((cell) => isWantedBy(cell, day));
  if (cells.some(({ grade }) => grade !== null)) return wanted;
  const isOverdue = ({ wantedState }: C) => wantedState === "overdue";
  return [...wanted.filter(isOverdue).slice(-1), ...wanted.filter((cell) => !isOverdue(cell))];
}

/** The figures of an indicator that are missing from the reports of a closing, which are made before that day. */
export const missingAt = <C extends Wanted & Pick<Cell, "grade">>(cells: readonly C[], closing: string): C[] =>
  wantedBy(cells, addDays(closing, -1));
