import { isDay, isoDay } from "./date.ts";

/**
 * Parses a day in a URL into `YYYY-MM-DD`: ISO 8601, or the Vietnamese form (`30/6/2024`, `30-06-2024`, `30.6.2024`).
 * Undefined for anything else, and for a day that does not exist.
 */
export function writtenDay(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year ? isoDay(year, month, day) : text;
  return isDay(iso) ? iso : undefined;
}
