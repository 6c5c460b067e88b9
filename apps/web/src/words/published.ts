import type { FigureContent } from "@moc2030/shared/figure/figure";
import { isDay } from "@moc2030/shared/text/date";
import type { Text } from "../text/text.tsx";
import { commentOf } from "./comment.ts";
import { day, reducedDay } from "./format.ts";

/** Length of an ISO date of reduced precision. */
const KNOWN = { month: 7, year: 4 };
/** Publication date of a figure; in a draft it may be invalid. */
type Dated = Pick<FigureContent, "published" | "publishedPrecision">;

/** Publication date with its precision; null if unknown. */
export function publishedText({ published, publishedPrecision: known }: Dated, { say, lang }: Text): string | null {
  if (published === null || !isDay(published)) return published;
  if (known === null || known === "day") return day(published, lang);
  return say(`published.${known}`, { date: reducedDay(published.slice(0, KNOWN[known]), lang) });
}

/**
 * Note on a publication date that is not known to the day: "ngày công bố: chỉ biết tháng 3/2020; …"; null otherwise.
 */
export function vagueDay(figure: Dated & { obsCom: string | null }, text: Text): string | null {
  const { published, publishedPrecision: known } = figure;
  if (published === null || known === null || known === "day") return commentOf(figure).vague;
  return text.say("published.only", { known: publishedText(figure, text) ?? published });
}
