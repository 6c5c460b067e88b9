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

/** A line of data/seed/observations/<CODE>.csv: a vintage of an observation. Empty cells are null. */
export const seedObservation = z.strictObject(cells).superRefine((row, ctx) => {
  const missing = row.OBS_STATUS.some((code) => code === "L" || code === "M" || code === "O");
  if (missing !== (row.OBS_VALUE === null))
    ctx.addIssue({
      code: "custom",
      path: ["OBS_STATUS"],
      message: "a missing value needs status L, M or O, and only a missing one",
    });
  if (row.PUBLISHED !== null && row.PUBLISHED < "1900")
    ctx.addIssue({ code: "custom", path: ["PUBLISHED"], message: "expected a day of 1900 or later" });
  if ((row.OBS_COM_VI === null) !== (row.OBS_COM_EN === null))
    ctx.addIssue({
      code: "custom",
      path: [row.OBS_COM_VI === null ? "OBS_COM_VI" : "OBS_COM_EN"],
      message: "missing translation of the comment",
    });
});
export type SeedObservation = z.infer<typeof seedObservation>;
