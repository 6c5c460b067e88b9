import { day } from "@moc2030/shared/schema/date";
import { line } from "@moc2030/shared/schema/line";
import { lang } from "@moc2030/shared/schema/text";
import { z } from "zod";

const MAX_CODES = 300;

/** A comma-separated list of at most 300 codes, none of them empty. */
export const codeList = line(65_536)
  .transform((text) => text.split(","))
  .refine((codes) => codes.every((code) => code.length > 0), "expected codes separated by commas")
  .refine((codes) => codes.length <= MAX_CODES, `expected at most ${MAX_CODES} codes`);

/**
 * An integer in a URL, in canonical form: no sign, leading zero, exponent or space. Anything else is 404 in a path and
 * 422 in a query.
 */
export const decimal = (what: string, { min, max }: { min: number; max: number }) =>
  z.preprocess(
    (text) => (typeof text === "string" && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text),
    z.int(`expected ${what}`).min(min, `expected ${what} from ${min}`).max(max, `expected ${what} up to ${max}`),
  );

/** A year, 1900 to 2100. */
export const year = decimal("a year", { min: 1900, max: 2100 });
/** The id of a release, submission or audit entry. */
export const idParam = decimal("a number", { min: 1, max: 999_999_999 });

export const flag = z.enum(["true", "false"], "expected true or false").transform((text) => text === "true");

/** CSV options; other formats ignore them. */
export const csvOptions = {
  locale: z
    .enum(["vi", "en"], "expected vi or en")
    .optional()
    .describe("vi: CSV with semicolons and decimal commas. Other formats have their own form."),
  bom: flag.optional().describe("CSV that begins with a byte order mark, for Excel."),
};

/** Parameters of every read: language, and the data as of a release or the end of a day. */
export const readQuery = {
  lang: lang.default("vi").describe("Language of names and texts."),
  asOf: day
    .optional()
    .describe(
      "Data as known at the end of this day in Viet Nam, YYYY-MM-DD. A day to come is answered as now, and X-Notice says so.",
    ),
  release: decimal("a release number", { min: 1, max: 999_999_999 })
    .optional()
    .describe("Data as published in this release and before."),
};
/** Query of a read without parameters of its own. */
export const plainRead = z.strictObject(readQuery);
/** Query of a read that is also available as CSV. */
export const csvRead = z.strictObject({ ...readQuery, ...csvOptions });
export type ReadQuery = z.infer<typeof plainRead>;
