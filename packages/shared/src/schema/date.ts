import { z } from "zod";
import { FIRST_DAY, isDay, isReducedDate } from "../text/date.ts";

/** A calendar day, `YYYY-MM-DD`, that exists (no 2025-02-30). */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "expected YYYY-MM-DD", abort: true })
  .refine(isDay, "expected a day that exists");

/** A day on which staff say that something happened. */
export const eventDay = day.refine((text) => text >= FIRST_DAY, `expected a day from ${FIRST_DAY} on`);

/** A date known to the day, the month or the year only: `2024-09-17`, `2024-09`, `2024` (ISO 8601 reduced precision). */
export const reducedDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "expected YYYY, YYYY-MM or YYYY-MM-DD", abort: true })
  .refine(isReducedDate, "expected a date that exists");
