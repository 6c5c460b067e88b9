import { z } from "zod";

const isRealDay = (day: string) => {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
};

/** A calendar day, `YYYY-MM-DD`, that exists (no 2025-02-30). */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "expected YYYY-MM-DD", abort: true })
  .refine(isRealDay, "expected a day that exists");

/** A date known to the day, the month or the year only: `2024-09-17`, `2024-09`, `2024` (ISO 8601 reduced precision). */
export const reducedDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "expected YYYY, YYYY-MM or YYYY-MM-DD", abort: true })
  .refine((text) => isRealDay(lastDay(text)) && lastDay(text).startsWith(text), "expected a date that exists");

/** The last day that a reduced date covers: `2024` → `2024-12-31`, `2024-02` → `2024-02-29`, a day → itself. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The calendar day in Viet Nam at `instant`, `YYYY-MM-DD`; UTC+07:00 all year. */
export const dayInVietNam = (instant: Date): string =>
  new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The first instant of `day` in Viet Nam, as UTC ISO 8601. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString();

/** The last millisecond of `day` in Viet Nam, as UTC ISO 8601: "as of a date" includes that day. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999+07:00`).toISOString();
