import { z } from "zod";
import { type ContentField, contentFields, OBS_STATUS, type Value } from "../figure/fields.ts";
import { isNumberText, NUMBER_EXPECTED } from "../figure/number-text.ts";
import { day } from "./date.ts";
import { line, lines } from "./line.ts";

/** The published text of a number, by the grammar of `isNumberText`: `6.0` stays `6.0`. */
export const decimalText = z.string().refine(isNumberText, NUMBER_EXPECTED);

type Writable<T> = T extends readonly (infer V)[] ? V[] : T;
type Forms = Record<ContentField["form"], z.ZodType>;

/** The schema of a field by its form; enumerations take their codes. */
const schemaOf = (field: ContentField, forms: Forms): z.ZodType =>
  field.form === "code" && "values" in field ? z.enum(field.values) : forms[field.form];

const published: Forms = {
  ...{ code: z.string(), line: z.string(), lines: z.string(), number: z.string() },
  ...{ codes: z.array(z.enum(OBS_STATUS)), day, integer: z.int() },
};
/** Schemas of a published figure's content, in both languages. */
export const publishedShape = Object.fromEntries(
  contentFields.map((field) => {
    const schema = schemaOf(field, published);
    return [field.name, "required" in field ? schema : schema.nullable()];
  }),
) as { [F in ContentField as F["name"]]: z.ZodType<Writable<Value<F>>> };

/** Fields added after version 1, which come last in an observation. */
export const laterShape = Object.fromEntries(
  contentFields.filter(({ since }) => since > 1).map(({ name }) => [name, publishedShape[name]]),
) as { [F in Exclude<ContentField, { since: 1 }> as F["name"]]: z.ZodType<Writable<Value<F>>> };

/** Texts of a form, cleaned only: other faults are findings, so that a draft loses nothing. */
export const typed = line(4000);
export const typedLines = lines(4000);

const entered: Forms = {
  ...{ code: line(100), day: typed, integer: z.int().min(1).max(9999), line: typed, lines: typedLines },
  ...{ codes: z.array(z.enum(OBS_STATUS)).max(4), number: decimalText },
};
const NOTES: Partial<Record<ContentField["name"], string>> = {
  value: "The published text of the number, such as 14.02.",
  source: "Id of a listed source; null with newSource.",
  published: "YYYY-MM-DD",
};
/** Schemas of a form's content; omitted fields default to null or the first code. */
export const enteredShape = Object.fromEntries(
  contentFields.map((field) => {
    const schema = schemaOf(field, entered);
    const first = "required" in field ? field.values[0] : null;
    const filled =
      first === null ? schema.nullable().default(null) : schema.default(field.form === "codes" ? [first] : first);
    const note = NOTES[field.name];
    return [field.name, note ? filled.describe(note) : filled];
  }),
) as { [F in ContentField as F["name"]]: z.ZodDefault<z.ZodType<Writable<Value<F>>>> };
