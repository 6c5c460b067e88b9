import type { Lang } from "@moc2030/shared/text/lang";
import { stringifySearch } from "../address/search.ts";
import type { ObservationFilter } from "../client/api.ts";

/** File formats, by the extension in the API's URLs. */
export type FileFormat = "xlsx" | "csv" | "json" | "zip" | "sdmx.csv";

/** Formats by language, most used first. */
export const fileFormats: Record<Lang, readonly FileFormat[]> = {
  vi: ["xlsx", "csv", "json", "zip", "sdmx.csv"],
  en: ["csv", "xlsx", "json", "zip", "sdmx.csv"],
};

/** Content of a file, pinned to the end of a day or to a release; neither changes later. */
export type FileQuery = {
  filter: ObservationFilter;
  lang: Lang;
  asOf?: string | undefined;
  release?: number | undefined;
};

/** URL of a file. `bom` is for the button only: Excel needs it for accents, other programs stumble over it. */
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

/** URL of a page's chart as a file. */
export const chartAddress = (path: string, format: "svg" | "png", search: Record<string, unknown>): string =>
  `/api/v1${path}/chart.${format}${stringifySearch(search)}`;

/** URL of a citation of a page, or of the figures of a file. */
export const citationAddress = (path: string, format: "txt" | "bib" | "ris", search: Record<string, unknown>): string =>
  `/api/v1${path}/citation.${format}${stringifySearch(search)}`;

/** A code snippet that loads a CSV file. The URL needs no escaping in quotes: it has codes, years and days only. */
export type ProgramLines = { program: "curl" | "excel" | "r" | "python"; lines: string };

/** Code snippets per program, without packages to install. */
export function programLines(csv: string, name: string): ProgramLines[] {
  return [
    { program: "curl", lines: `curl --fail --location --output ${name}.csv "${csv}"` },
    {
      program: "excel",
      // The culture stops a Vietnamese Excel from reading 14.02 as 1402.
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
