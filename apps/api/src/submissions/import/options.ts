import { importColumns } from "@moc2030/shared/entry/import-columns";
import type { ImportOptions } from "@moc2030/shared/entry/import-row";
import { type DelimiterName, delimiters } from "@moc2030/shared/entry/table-text";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { PRECISION } from "@moc2030/shared/figure/fields";
import { newSource, sha256 } from "@moc2030/shared/schema/evidence";
import { line, lines } from "@moc2030/shared/schema/line";
import { figureKey } from "@moc2030/shared/schema/submission";
import { lang } from "@moc2030/shared/schema/text";
import { z } from "zod";
import { invalidParameter } from "../../http/problem.ts";
import { joinQuery } from "../publication.ts";

export const delimiter = z.enum(Object.keys(delimiters) as [DelimiterName, ...DelimiterName[]]);

/** The item of a draft by the line of the row that changes it. */
export const readChanges = (text: string | undefined): ReadonlyMap<number, number> =>
  new Map(text?.split(",").map((pair) => pair.split(":").map(Number) as [number, number]));

function isOneToOne(text: string): boolean {
  const changes = readChanges(text);
  return changes.size === text.split(",").length && new Set(changes.values()).size === changes.size;
}

/** Query parameters of an import. */
export const importQuery = z.strictObject({
  numbers: lang
    .default("vi")
    .describe(
      "Whose numbers pasted text has. Files say it themselves: `;` means a decimal comma, unless `en` is asked for and all have points; `,` a decimal point, unless `vi` is asked for and all have quoted commas. Days as d/m/yyyy are read where numbers are Vietnamese.",
    ),
  sheet: line(100)
    .optional()
    .describe("Which sheet of a workbook; else the first visible one with our headings, or with anything."),
  delimiter: delimiter.optional().describe("What stands between fields, where the table is not to say it."),
  lang: lang.default("vi").describe("Language of OBS_COM."),
  mapping: z
    .string()
    .regex(/^[A-Z_]+:\d{1,2}(,[A-Z_]+:\d{1,2})*$/, "expected pairs such as TIME_PERIOD:0,OBS_VALUE:1")
    .optional()
    .describe("Which column (from 0) is what, for a table without our header."),
  indicator: figureKey.shape.indicator.optional(),
  compiler: figureKey.shape.compiler.optional(),
  area: figureKey.shape.refArea.optional(),
  source: line(100).optional(),
  edition: line(200).optional(),
  published: line(10).optional(),
  precision: z.enum(PRECISION).optional().describe("How exactly `published` is known."),
  place: line(2000).optional().describe("Page or table of the source."),
  newSource: line(4000)
    .optional()
    .describe("A source that is not listed yet, for rows that name none: JSON of title, publisher, kind, date, url."),
  evidence: line(700).optional().describe("Copies of the source, for all rows: their SHA-256, separated by commas."),
  status: line(10).optional(),
  reason: line(40).optional().describe("Why published figures are changed, for rows that do not say."),
  reasonText: lines(2000).optional(),
  rest: z
    .enum(["refuse", "keep"])
    .default("refuse")
    .describe("Rows that cannot be taken: refuse the whole table, or keep them in the draft to be mended."),
  replaces: z
    .string()
    .regex(/^\d{1,9}(,\d{1,9}){0,999}$/, "expected ids of rows, separated by commas")
    .optional()
    .describe("Rows to be mended of the draft in whose place this table is; with rest=keep."),
  changes: z
    .string()
    .regex(/^\d{1,7}:\d{1,9}(,\d{1,7}:\d{1,9}){0,999}$/, "expected pairs of line and item, such as 2:14,3:15")
    .refine(isOneToOne, "expected each line and each item once")
    .optional()
    .describe(
      "Figures of the draft that rows of the table change, by line; such a row is refused where it cannot be taken.",
    ),
  drops: z
    .string()
    .regex(/^\d{1,9}(,\d{1,9}){0,999}$/, "expected ids of items, separated by commas")
    .optional()
    .describe("Figures of the draft that are taken out of it."),
  ...joinQuery.shape,
  confirmation: lines(2000).optional().describe("The author's words on the rows that have warnings."),
});

/** The JSON text of a new source; a 422 for another text. */
function readNewSource(text: string) {
  try {
    const read = newSource.safeParse(JSON.parse(text));
    if (read.success) return read.data;
    throw invalidParameter("newSource", `${read.error.issues[0]?.path.join("/")}: ${read.error.issues[0]?.message}`);
  } catch (error) {
    throw error instanceof SyntaxError ? invalidParameter("newSource", "expected JSON") : error;
  }
}

/** The hashes of copies that all rows have; a 422 for what is no hash. */
export function readEvidence(text: string | undefined): string[] {
  const hashes = text === undefined ? [] : [...new Set(text.split(","))];
  if (hashes.length > 10 || hashes.some((hash) => !sha256.safeParse(hash).success))
    throw invalidParameter("evidence", "expected at most ten SHA-256 in hex, separated by commas");
  return hashes;
}

/** Numbers separated by commas. */
export const readIds = (text: string | undefined): number[] => text?.split(",").map(Number) ?? [];

/** Import options from the query. */
export function importOptions(query: z.infer<typeof importQuery>): ImportOptions {
  const mapping = query.mapping?.split(",").map((pair) => pair.split(":") as [string, string]);
  const unknown = mapping?.find(([name]) => !(importColumns as readonly string[]).includes(name));
  if (unknown) throw invalidParameter("mapping", `no column ${unknown[0]}`);
  const where = mapping && Object.fromEntries(mapping.map(([name, index]) => [name, Number(index)]));
  if (where && (where.TIME_PERIOD === undefined || where.OBS_VALUE === undefined))
    throw invalidParameter("mapping", "expected TIME_PERIOD and OBS_VALUE");
  if (where && new Set(Object.values(where)).size < Object.values(where).length)
    throw invalidParameter("mapping", "one column cannot be two things");
  const given = {
    INDICATOR: query.indicator,
    COMPILER: query.compiler,
    REF_AREA: query.area ?? (query.mapping ? COUNTRY : undefined),
    SOURCE: query.source,
    EDITION: query.edition,
    PUBLISHED: query.published,
    PUBLISHED_PRECISION: query.precision,
    PLACE: query.place,
    OBS_STATUS: query.status,
    REASON: query.reason,
    REASON_TEXT: query.reasonText,
  };
  return {
    numbers: query.numbers,
    lang: query.lang,
    defaults: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(where && { mapping: where }),
    ...(query.newSource !== undefined && { newSource: readNewSource(query.newSource) }),
    delimiter: query.delimiter,
  };
}
