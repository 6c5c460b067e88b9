import { day } from "@moc2030/shared/date";
import { lang } from "@moc2030/shared/text";
import { line } from "@moc2030/shared/text-schema";
import { z } from "zod";

/** More codes than this in one list are refused. */
const MAX_CODES = 300;

/** A comma-separated list of codes, at most 300; empty parts are refused. */
export const codeList = line(65_536)
  .transform((text) => text.split(","))
  .refine((codes) => codes.every((code) => code.length > 0), "expected codes separated by commas")
  .refine((codes) => codes.length <= MAX_CODES, `expected at most ${MAX_CODES} codes`);

/**
 * A whole number in an address, between `min` and `max`. It has one spelling: decimal digits, without sign, leading
 * zero, exponent or space. Another one is no number: 404 in a path, 422 in a query.
 */
export const decimal = (what: string, { min, max }: { min: number; max: number }) =>
  z.preprocess(
    (text) => (typeof text === "string" && /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text),
    z.int(`expected ${what}`).min(min, `expected ${what} from ${min}`).max(max, `expected ${what} up to ${max}`),
  );

/** A year in a query, 1900 to 2100. */
export const year = decimal("a year", { min: 1900, max: 2100 });
/** The number of something that is kept: a release, a submission, an entry of the audit. */
export const idParam = decimal("a number", { min: 1, max: 999_999_999 });

/** A yes or no in a query. */
export const flag = z.enum(["true", "false"], "expected true or false").transform((text) => text === "true");

/** How a CSV file is written; other formats have their own form and take no notice. */
export const written = {
  locale: z
    .enum(["vi", "en"], "expected vi or en")
    .optional()
    .describe("vi: CSV with semicolons and decimal commas. Other formats have their own form."),
  bom: flag.optional().describe("CSV that begins with a byte order mark, for Excel."),
};

/** What every read takes: the language, and the data as known at a release or at the end of a day. */
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
/** The query of a read without parameters of its own. */
export const plainRead = z.strictObject(readQuery);
/** The query of a read that can be had as CSV. */
export const writtenRead = z.strictObject({ ...readQuery, ...written });
export type ReadQuery = z.infer<typeof plainRead>;
