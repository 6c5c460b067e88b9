import type { Lang } from "@moc2030/shared/text/lang";
import { stringifySearch } from "../address/search.ts";
import type { ObservationFilter } from "../client/api.ts";

/** The kinds of file, as the API's addresses end. */
export type FileFormat = "xlsx" | "csv" | "json" | "zip" | "sdmx.csv";

/** Excel first where most readers open it; CSV first for the others. */
export const fileFormats: Record<Lang, readonly FileFormat[]> = {
  vi: ["xlsx", "csv", "json", "zip", "sdmx.csv"],
  en: ["csv", "xlsx", "json", "zip", "sdmx.csv"],
};

/** What is in a file, and as known when: at the end of a day, or in a release. Either never changes again. */
export type FileQuery = {
  filter: ObservationFilter;
  lang: Lang;
  asOf?: string | undefined;
  release?: number | undefined;
};

/** The address of a file. `bom` is for the button alone: it makes Excel read a CSV's accents, and other programs stumble. */
export function fileAddress(format: FileFormat, query: FileQuery, bom = false): string {
  const { filter, lang, asOf, release } = query;
  const pairs: [string, string][] = [
    ...Object.entries(filter),
    ...(lang === "en" ? [["lang", "en"] as [string, string]] : []),
    ...(asOf !== undefined ? [["asOf", asOf] as [string, string]] : []),
    ...(asOf === undefined && release !== undefined ? [["release", String(release)] as [string, string]] : []),
    ...(bom && format === "csv" ? [["bom", "true"] as [string, string]] : []),
  ];
  const text = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  return `/api/v1/observations.${format}${text ? `?${text}` : ""}`;
}

/** The address of a page's chart as a file, for the page's path and what its address says. */
export const chartAddress = (path: string, format: "svg" | "png", search: Record<string, unknown>): string =>
  `/api/v1${path}/chart.${format}${stringifySearch(search)}`;

/** Lines that take a CSV file into a program, ready to be pasted. The address holds no quotes: codes, years and days need none. */
export type ProgramLines = { program: "curl" | "excel" | "r" | "python"; lines: string };

/** The ready lines for each program. Nothing to install: R's own functions and Python's own modules. */
export function programLines(csv: string, name: string): ProgramLines[] {
  return [
    { program: "curl", lines: `curl --fail --location --output ${name}.csv "${csv}"` },
    {
      program: "excel",
      // The culture keeps a Vietnamese Excel from reading 14.02 as 1402.
      lines: [
        "let",
        `  Source = Csv.Document(Web.Contents("${csv}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),`,
        "  Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),",
        '  Typed = Table.TransformColumnTypes(Headed, {{"TIME_PERIOD", Int64.Type}, {"OBS_VALUE", type number}}, "en-US")',
        "in",
        "  Typed",
      ].join("\n"),
    },
    {
      program: "r",
      lines: [
        `data <- read.csv("${csv}", na.strings = "", encoding = "UTF-8")`,
        'str(data[, c("INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE")])',
      ].join("\n"),
    },
    {
      program: "python",
      lines: [
        "import csv, io, urllib.request",
        "",
        `with urllib.request.urlopen("${csv}") as answer:`,
        '    rows = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))',
        "print(len(rows))",
      ].join("\n"),
    },
  ];
}
