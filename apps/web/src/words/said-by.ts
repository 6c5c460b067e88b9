import { isReducedDate } from "@moc2030/shared/text/date";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
/** 06/01/2025 and tháng 6/2025; 6 January 2025 and January 2025; the year in the number of a document (176/2025/QH15). */
const VIETNAMESE = /(?<![\d/])(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})(?![\d/])/g;
const ENGLISH = new RegExp(`(?:(\\d{1,2}) )?(${MONTHS.join("|")}) (\\d{4})`, "g");
const IN_NUMBER = /\d\/(\d{4})\/\p{L}/gu;

const two = (part: string | number) => String(part).padStart(2, "0");
const reduced = (year: string, month: string | number, day: string | undefined) =>
  [year, two(month), ...(day === undefined ? [] : [two(day)])].join("-");

/** The days, months and years that a text names, as reduced dates. */
function datesIn(text: string): string[] {
  const vietnamese = [...text.matchAll(VIETNAMESE)].map(([, day, month = "", year = ""]) => reduced(year, month, day));
  const english = [...text.matchAll(ENGLISH)].map(([, day, month = "", year = ""]) =>
    reduced(year, MONTHS.indexOf(month) + 1, day),
  );
  return [...vietnamese, ...english, ...[...text.matchAll(IN_NUMBER)].map(([, year = ""]) => year)];
}

/** Whether a date is certainly after the day `on`: a month or year only where it begins later. */
export const isAfter = (date: string | null | undefined, on: string): boolean =>
  typeof date === "string" && isReducedDate(date) && date > on.slice(0, date.length);

/** Whether a text has a name (the id of a source, the number of a document) as a word of its own. */
function names(text: string, name: string): boolean {
  const at = text.indexOf(name);
  const isEdge = (beside: string | undefined) => beside === undefined || !/[\p{L}\d/-]/u.test(beside);
  return at >= 0 && isEdge(text[at - 1]) && isEdge(text[at + name.length]);
}

/**
 * A note as it could be written on the day `on`: up to the clause that names a later day, or one of the sources and
 * documents of a later day, for what follows rests on that; null where it begins there.
 */
export function saidBy(text: string, on: string, later: readonly string[]): string | null {
  const clauses = text.split(/(?<=[.;]) (?=\S)/);
  const end = clauses.findIndex(
    (clause) => datesIn(clause).some((date) => isAfter(date, on)) || later.some((name) => names(clause, name)),
  );
  return end === -1 ? text : clauses.slice(0, end).join(" ").replace(/;$/, "") || null;
}
