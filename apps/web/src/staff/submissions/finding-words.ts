import type { ErrorCode, WarningCode } from "@moc2030/shared/entry/checks";
import type { ReadAsCode, RowErrorCode } from "@moc2030/shared/entry/import-row";
import { isDay } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import type { StaffText } from "../../text/staff-text.tsx";
import { day, number } from "../../words/format.ts";

/** A finding of the shared rules or the API. */
export type FindingLike = {
  code: string;
  field: string;
  values: Readonly<Record<string, string | number | null>>;
};

/** Values in the indicator's unit; years and positions are not formatted. */
const measured = new Set(["value", "min", "max", "from", "to", "change", "low", "high"]);

function valueIn(lang: Lang, code: string, name: string, value: string | number | null): string | number {
  if (value === null) return "";
  // A change a year can be a fraction without end.
  if (typeof value === "number" && measured.has(name)) return number(Number(value.toPrecision(6)), lang);
  if (name === "date" && isDay(String(value))) return day(String(value), lang);
  if (code === "discontinued" && name === "from") return day(String(value), lang);
  return value;
}

/** What of a change is held against its limits: a year of it, the mean of its years, or all of it. */
function comparedText({ basis, years }: FindingLike["values"], change: string | number, { say }: StaffText): string {
  if (basis === "ratio") return say("finding.changed", { change });
  return Number(years) > 1
    ? say("finding.changedMean", { change, years: Number(years) })
    : say("finding.changedAYear", { change });
}

/** The message of a finding. */
export function findingText({ code, field, values }: FindingLike, text: StaffText): string {
  const { say, lang } = text;
  // A row without a value is no statement that there is none.
  if (code === "missing_status" && field === "value") return say("finding.no_value");
  const told: Record<string, string | number> = { example: "" };
  for (const [name, value] of Object.entries(values)) told[name] = valueIn(lang, code, name, value);
  for (const name of ["before", "after"])
    if (typeof told[name] === "string") told[name] = say(`grade.${told[name] as "final" | "provisional" | "estimate"}`);
  if (told.grade !== undefined) told.grade = say(told.grade === "E" ? "grade.estimate" : "grade.provisional");
  if (typeof told.missing === "string")
    told.missing = told.missing
      .split(";")
      .map((name) => say(`field.${name as "published" | "edition" | "place"}`).toLocaleLowerCase(lang))
      .join(", ");
  if (told.change !== undefined) told.compared = comparedText(values, told.change, text);
  if (told.basis !== undefined) told.basis = say(`limits.by.${told.basis as "history" | "ratio" | "reviewer"}`);
  return say(`finding.${code as ErrorCode | WarningCode | RowErrorCode | ReadAsCode}`, told);
}
