import { type ImportOptions, importColumns } from "@moc2030/shared/entry/import-row";
import { type DelimiterName, delimiters } from "@moc2030/shared/entry/table-text";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { line, lines } from "@moc2030/shared/schema/line";
import { figureKey } from "@moc2030/shared/schema/submission";
import { lang } from "@moc2030/shared/schema/text";
import { z } from "zod";
import { invalidParameter } from "../../http/problem.ts";

export const delimiter = z.enum(Object.keys(delimiters) as [DelimiterName, ...DelimiterName[]]);

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
  status: line(10).optional(),
  reason: line(40).optional().describe("Why published figures are changed, for rows that do not say."),
  reasonText: lines(2000).optional(),
  confirmation: lines(2000).optional().describe("The author's words on the rows that have warnings."),
});

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
    OBS_STATUS: query.status,
    REASON: query.reason,
    REASON_TEXT: query.reasonText,
  };
  return {
    numbers: query.numbers,
    lang: query.lang,
    defaults: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(where && { mapping: where }),
    delimiter: query.delimiter,
  };
}
