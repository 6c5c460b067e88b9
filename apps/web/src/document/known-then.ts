import { documents, type Read, sources, type View } from "../client/api.ts";
import { isAfter, saidBy } from "../words/said-by.ts";
import type { ReadAnswer } from "./page.ts";

/** The fields that hold what the compilers of the reference data wrote, in whatever is read. */
const WRITTEN = new Set(["note", "notes", "basis", "compilerNote", "cause"]);

/** Whether an item is told of by the day; a source and a term that no paper gives are known by their own fields. */
function isToldBy(item: object, on: string, isLater: (source: unknown) => boolean): boolean {
  if ("extent" in item && "id" in item) return !isLater(item.id);
  if ("successor" in item && "from" in item) return String(item.from ?? "") <= on;
  return !("basis" in item && "source" in item && !("paper" in item && item.paper) && isLater(item.source));
}

/** A body whose end was still to come had neither end nor successor. */
const endedBy = (item: object, on: string) =>
  "successor" in item && "to" in item && String(item.to ?? "") >= on
    ? { ...item, to: null, successor: null, succession: undefined }
    : item;

/**
 * `read` for a page of a past day: what was published later is neither quoted nor cited. A source of a later day is
 * left out, with it the terms that it alone tells of, and the end of each note that names something later. `today` reads
 * what is known today, if `read` is at a release.
 */
export async function readingOn(read: ReadAnswer, { lang, asOf }: View, today = read): Promise<ReadAnswer> {
  if (asOf === undefined) return read;
  const [all, issued] = await Promise.all([
    today(sources({ lang, asOf })),
    today(documents({ lang, asOf: undefined })),
  ]);
  const dated = [
    ...all.items.map(({ id, date }) => [id, date] as const),
    ...issued.items.map(({ number, issued }) => [number, issued] as const),
  ];
  const later = dated.filter(([, date]) => isAfter(date, asOf)).map(([name]) => name);
  const isLater = (source: unknown) => later.includes(String(source));
  const said = (text: string) => saidBy(text, asOf, later);

  const known = (value: unknown, isWritten = false): unknown => {
    if (typeof value === "string") return isWritten ? said(value) : value;
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) {
      const told = value.filter((item) => typeof item !== "object" || item === null || isToldBy(item, asOf, isLater));
      const items = told.map((item) => known(item, isWritten));
      return isWritten ? items.filter((item) => item !== null) : items;
    }
    return Object.fromEntries(
      Object.entries(endedBy(value, asOf)).map(([key, item]) => [key, known(item, WRITTEN.has(key))]),
    );
  };
  return async <T>(one: Read<T>) => known(await read(one)) as T;
}
