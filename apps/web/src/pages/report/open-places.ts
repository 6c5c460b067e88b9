import type { Report, ReportBlock, ReportPart } from "@moc2030/shared/schema/report";
import { openPlaces } from "@moc2030/shared/text/open-place";

/** In the catalogues these stand for the brackets of an open place, so that a bracket in a figure's comment is no open place. */
const [BEGINS, ENDS] = ["‹", "›"];

const bracketed = (text: string) =>
  text.replaceAll("[", "(").replaceAll("]", ")").replaceAll(BEGINS, "[").replaceAll(ENDS, "]");

/** Every text of a value, replaced; numbers and the names of kinds stay. */
function mapTexts<T>(value: T, to: (text: string) => string): T {
  if (typeof value === "string") return to(value) as T;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, to)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, to)])) as T;
}

type Written = Pick<Report, "title" | "opening" | "parts" | "appendices">;

/** The parts of a report with its open places in square brackets, and how many these are. */
export function withOpenPlaces(written: Written): Written & { open: number } {
  const texts = mapTexts(written, bracketed);
  let open = 0;
  mapTexts(texts, (text) => {
    open += openPlaces(text);
    return text;
  });
  return { ...texts, open };
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI"];

/** Parts with their numbers, I, II, III …; those that say nothing are left out. */
export const numbered = (parts: readonly (Omit<ReportPart, "number"> | null)[]): ReportPart[] =>
  parts.filter((part) => part !== null).map((part, at) => ({ number: ROMAN[at] ?? String(at + 1), ...part }));

export const heading = (text: string): ReportBlock => ({ kind: "heading", text });
export const paragraph = (text: string): ReportBlock => ({ kind: "paragraph", text });
/** Paragraphs of what is there to be said. */
export const paragraphs = (...texts: (string | null)[]): ReportBlock[] =>
  texts.flatMap((text) => (text ? [paragraph(text)] : []));
/** A list; nothing where it is empty. */
export const list = (items: readonly string[]): ReportBlock[] =>
  items.length > 0 ? [{ kind: "list", items: [...items] }] : [];
