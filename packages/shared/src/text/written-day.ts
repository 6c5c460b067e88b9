import { isDay, isoDay } from "./date.ts";

/**
 * Parses a day in a URL or a field into `YYYY-MM-DD`: ISO 8601, or the Vietnamese form (`30/6/2024`, `30-06-2024`, `30.6.2024`).
 * Undefined for anything else, and for a day that does not exist.
 */
export function writtenDay(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const typed = text.trim();
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? [];
  const iso = year ? isoDay(year, month, day) : typed;
  return isDay(iso) ? iso : undefined;
}

/** A month, two digits, as officials write it: with a zero for January and February alone. */
export const writtenMonth = (month: string): string => (month > "02" ? month.replace(/^0/, "") : month);

/** A day (`YYYY-MM-DD`) in figures, as officials write it: 06/01/2025, 01/3/2025, 16/9/2025. */
export function numericDay(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${day}/${writtenMonth(month)}/${year}`;
}
