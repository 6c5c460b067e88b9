import type { FigureInput } from "@moc2030/shared/schema/submission";
import { isDay } from "@moc2030/shared/text/date";
import { numericDay, writtenDay } from "@moc2030/shared/text/written-day";

export type NewSource = NonNullable<FigureInput["newSource"]>;

/** A new source as typed. An official letter has number and person; its title is its number, its publisher the body that sent it. */
export type TypedSource = {
  kind: NewSource["kind"];
} & Record<"title" | "publisher" | "date" | "url" | "number" | "person", string>;

/** Fields of a new source, filled with one of a draft, or empty for null. */
export const typedSource = (source: NewSource | null, kind: NewSource["kind"]): TypedSource => ({
  title: source?.title ?? "",
  publisher: source?.publisher ?? "",
  kind: source?.kind ?? kind,
  date: source?.letter && isDay(source.date ?? "") ? numericDay(source.date ?? "") : (source?.date ?? ""),
  url: source?.url ?? "",
  number: source?.letter?.number ?? "",
  person: source?.letter?.person ?? "",
});

const orNull = (text: string) => text.trim() || null;

/** A new source for the API, whatever is missing in it. */
export function sourceInput({ kind, title, publisher, date, url, number, person }: TypedSource): NewSource {
  if (kind !== "official_letter") return { title, publisher, kind, date: orNull(date), url: orNull(url) };
  const letter = { number, person: orNull(person) };
  return { title: `Công văn số ${number}`, publisher, kind, date: writtenDay(date) ?? orNull(date), url: null, letter };
}

/** Whether nothing is missing: title and publisher; of a letter number, day and sender. */
export const isWholeSource = ({ kind, title, publisher, date, number }: TypedSource): boolean =>
  publisher.trim() !== "" &&
  (kind === "official_letter" ? number.trim() !== "" && writtenDay(date) !== undefined : title.trim() !== "");
