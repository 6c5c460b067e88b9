import type { FigureContent } from "@moc2030/shared/figure/figure";
import { isDay } from "@moc2030/shared/text/date";
import type { Text } from "../text/text.tsx";
import { day, reducedDay } from "./format.ts";

/** How much of a day is known. */
const KNOWN = { month: 7, year: 4 };
/** The day of publication as far as it is said; a draft may hold what is no day. */
type Dated = Pick<FigureContent, "published" | "publishedPrecision">;

/** When a figure was published, as exactly as is known; null where nobody has said. */
export function publishedText({ published, publishedPrecision: known }: Dated, { say, lang }: Text): string | null {
  if (published === null || !isDay(published)) return published;
  if (known === null || known === "day") return day(published, lang);
  return say(`published.${known}`, { date: reducedDay(published.slice(0, KNOWN[known]), lang) });
}
