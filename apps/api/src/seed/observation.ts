import { type Field, figureFields, OBS_STATUS, type Value } from "@moc2030/shared/figure/fields";
import { reducedDate } from "@moc2030/shared/schema/date";
import { decimalText } from "@moc2030/shared/schema/figure";
import { notFormula } from "@moc2030/shared/schema/line";
import { areaCode, timePeriod } from "@moc2030/shared/schema/observation";
import { z } from "zod";

const wholeNumber = z
  .string()
  .regex(/^\d{1,4}$/, "expected a whole number")
  .transform(Number);
/** Free text that no spreadsheet interprets as a formula. */
const plainText = z.string().refine(...notFormula);
const codes = z
  .string("expected status codes such as A or B;P")
  .transform((text) => text.split(";"))
  .pipe(z.array(z.enum(OBS_STATUS)).refine((list) => new Set(list).size === list.length, "a status stands once"));
const forms: Record<Field["form"], z.ZodType> = {
  ...{ codes, day: reducedDate, integer: wholeNumber, line: plainText, lines: plainText, number: decimalText },
  code: z.string(),
};

/** The indicator is the file name, and the precision follows from PUBLISHED. */
type SeedField = Exclude<Field, { name: "indicator" | "publishedPrecision" }>;
const isOfSeed = (field: Field): field is SeedField =>
  field.name !== "indicator" && field.name !== "publishedPrecision";
type Cell<F extends SeedField> = F extends { form: "codes" } ? Value<F>[number][] : Value<F>;

function schemaOf(field: SeedField): z.ZodType {
  if (field.name === "refArea") return areaCode;
  if (field.name === "timePeriod") return wholeNumber.pipe(timePeriod);
  if (field.form === "code") return "values" in field ? z.enum(field.values) : z.string(`expected a ${field.name}`);
  return forms[field.form];
}
/** The source is required; columns added later are optional. */
function cellOf(field: SeedField): z.ZodType {
  const schema = schemaOf(field);
  if ("required" in field || field.name === "source") return schema;
  return field.since > 1 ? schema.nullable().default(null) : schema.nullable();
}
type Cells = { [F in SeedField as F["column"]]: Cell<F> };
type SeedRow = Omit<Cells, "SOURCE"> & { SOURCE: string };
const cells = Object.fromEntries(figureFields.filter(isOfSeed).map((field) => [field.column, cellOf(field)])) as {
  [C in keyof SeedRow]: z.ZodType<SeedRow[C], unknown>;
};

/** What the cells of a row have to agree on: field and what was expected. */
function disagreements(row: SeedRow): [field: keyof SeedRow, expected: string][] {
  const found: [keyof SeedRow, string][] = [];
  const missing = row.OBS_STATUS.some((code) => code === "L" || code === "M" || code === "O");
  if (missing !== (row.OBS_VALUE === null))
    found.push(["OBS_STATUS", "a missing value needs status L, M or O, and only a missing one"]);
  if (row.PUBLISHED !== null && row.PUBLISHED < "1900") found.push(["PUBLISHED", "expected a day of 1900 or later"]);
  if ((row.OBS_COM_VI === null) !== (row.OBS_COM_EN === null))
    found.push([row.OBS_COM_VI === null ? "OBS_COM_VI" : "OBS_COM_EN", "missing translation of the comment"]);
  return found;
}

/** A line of data/seed/observations/<CODE>.csv: a vintage of an observation. Empty cells are null. */
export const seedObservation = z.strictObject(cells).superRefine((row, ctx) => {
  for (const [field, message] of disagreements(row)) ctx.addIssue({ code: "custom", path: [field], message });
});

/**
 * Reads the lines of a file as `seedObservation` does, each text of a column once: few of a file's cells differ. `stored`
 * gives the stored form of a text, undefined for one that is refused; null stands for a line that is refused.
 */
export function observationReader(header: readonly string[], stored: (text: string) => string | undefined) {
  const read = (name: string, cell: string | null | undefined) =>
    (cells as Record<string, z.ZodType>)[name]?.safeParse(cell) ?? { success: false, data: undefined };
  const absent = Object.keys(cells)
    .filter((name) => !header.includes(name))
    .map((name) => ({ name, ...read(name, undefined) }));
  const columns = header.map((name) => ({ name, known: new Map<string, unknown>() }));
  const cellOf = ({ name, known }: (typeof columns)[number], text: string): unknown => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const parsed = read(name, text === "" ? null : stored(text));
    if (!parsed.success) return undefined;
    known.set(text, parsed.data);
    return parsed.data;
  };
  return (line: readonly string[]): SeedObservation | null => {
    const row: Record<string, unknown> = {};
    for (const [index, column] of columns.entries()) {
      const value = cellOf(column, line[index] as string);
      if (value === undefined) return null;
      row[column.name] = value;
    }
    for (const { name, success, data } of absent) {
      if (!success) return null;
      row[name] = data;
    }
    return disagreements(row as SeedRow).length > 0 ? null : (row as SeedObservation);
  };
}
export type SeedObservation = z.infer<typeof seedObservation>;
