import type { Lang } from "./lang.ts";
import { numericDay, writtenMonth } from "./written-day.ts";

// Cached: creating a formatter is far slower than using one.
const english = {
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  shortDay: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
};

/** A day, month or year (`2019-09-27`, `2017-05`, `2018`) in words: 27/9/2019, tháng 5/2017, 2018; 27 September 2019. */
export function dateText(date: string, lang: Lang): string {
  const [year = "", month] = date.split("-");
  if (!month) return year;
  if (date.length > 7) return lang === "vi" ? numericDay(date) : english.day.format(new Date(date));
  return lang === "vi" ? `tháng ${writtenMonth(month)}/${year}` : english.month.format(new Date(date));
}

/** A day where there is little room: 27/9/2019; 27 Sept 2019. */
export const shortDay = (day: string, lang: Lang): string =>
  lang === "vi" ? numericDay(day) : english.shortDay.format(new Date(day));
