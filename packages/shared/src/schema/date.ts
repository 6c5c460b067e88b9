import { z } from "zod";
import { isDay, isReducedDate } from "../text/date.ts";

/** A calendar day, `YYYY-MM-DD`, that exists (no 2025-02-30). */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "expected YYYY-MM-DD", abort: true })
  .refine(isDay, "expected a day that exists");

/** A date known to the day, the month or the year only: `2024-09-17`, `2024-09`, `2024` (ISO 8601 reduced precision). */
export const reducedDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "expected YYYY, YYYY-MM or YYYY-MM-DD", abort: true })
  .refine(isReducedDate, "expected a date that exists");
