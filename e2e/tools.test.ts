import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { origin } from "./browser.ts";
import { taken } from "./taken.ts";

const folder = mkdtempSync(join(tmpdir(), "moc2030-tools-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program that is not ours in the folder; gives what it prints. */
const run = (program: string, args: string[], input?: string) =>
  execFileSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    input,
    maxBuffer: 2 ** 28,
    env: { ...process.env, HOME: folder, LC_ALL: "C.UTF-8" },
    stdio: ["pipe", "pipe", "pipe"],
  });
const cells = (text: string, delimiter = ",") =>
  parse(text, { bom: true, delimiter, relax_column_count: true }) as string[][];
/** Puts a file of the server into the folder. */
async function take(query: string, name: string): Promise<string> {
  writeFileSync(join(folder, name), await taken(`${origin()}/api/v1/${query}`));
  return join(folder, name);
}
type Seen = { shown: string; number: number | null; date: string | null };
const plain = (xml: string) =>
  xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_all, count) => " ".repeat(Number(count ?? 1)))
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
/** The cells that LibreOffice sees in each sheet of a file, as it shows them and as what it takes them for. */
function office(file: string, infilter?: string): Record<string, Seen[][]> {
  const into = mkdtempSync(join(folder, "office-"));
  run("soffice", [
    `-env:UserInstallation=file://${folder}/office-profile`,
    "--headless",
    ...(infilter ? [`--infilter=${infilter}`] : []),
    ...["--convert-to", "fods", "--outdir", into, file],
  ]);
  const xml = readFileSync(join(into, readdirSync(into)[0] as string), "utf8");
  const sheets = [...xml.matchAll(/<table:table table:name="([^"]+)".*?<\/table:table>/gs)];
  return Object.fromEntries(sheets.map(([sheet, name]) => [name, rowsOf(sheet)]));
}
function rowsOf(sheet: string): Seen[][] {
  const rows = [...sheet.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row]) =>
    [...(row as string).matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, about = "", inner = ""]) => {
        const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(about)?.[1];
        const number = attribute("office:value");
        const shown = [...inner.matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gs)]
          .map((m) => plain(m[1] as string))
          .join("\n");
        const seen = {
          shown,
          number: number === undefined ? null : Number(number),
          date: attribute("office:date-value") ?? null,
        };
        const repeated = Number(attribute("table:number-columns-repeated") ?? 1);
        // A row ends with one repeated empty cell up to the edge of the sheet.
        return Array.from({ length: Math.min(repeated, 100) }, () => seen);
      },
    ),
  );
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.shown === "")) rows.pop();
  return rows;
}
const shown = (rows: Seen[][] | undefined, width: number) =>
  (rows ?? []).map((row) => Array.from({ length: width }, (_, i) => row[i]?.shown ?? ""));

const everything = "observations.csv?release=53&history=true&labels=both&include=target&lang=vi";
const some =
  "indicator=EGDI_RANK,DIGITAL_ECONOMY_GDP,LABOUR_PRODUCTIVITY_GROWTH,COVERAGE_5G&area=ASEAN&include=target&labels=both&lang=vi&release=62";

describe("every observation as CSV", () => {
  test("is the same cell by cell in Python's csv", async () => {
    const file = await take(everything, "all.csv");
    const script =
      "import csv,json,sys; json.dump(list(csv.reader(open(sys.argv[1], encoding='utf-8', newline=''), strict=True)), sys.stdout)";
    const read = JSON.parse(run("python3", ["-X", "utf8", "-c", script, file])) as string[][];
    expect(read.length).toBeGreaterThan(8000);
    expect(read).toEqual(cells(readFileSync(file, "utf8")));
  });
  test("is the same cell by cell in sqlite3", async () => {
    const file = await take(everything, "all.csv");
    const read = run("sqlite3", [
      ":memory:",
      ".mode csv",
      `.import ${file} figures`,
      ".headers on",
      "SELECT * FROM figures",
    ]);
    expect(cells(read)).toEqual(cells(readFileSync(file, "utf8")));
  });
  test("is the same cell by cell in R, and its numbers are numbers", async () => {
    const file = await take(everything, "all.csv");
    const script = `
      as_text <- read.csv("${file}", colClasses = "character", na.strings = NULL, encoding = "UTF-8")
      write.csv(as_text, "r.csv", row.names = FALSE, fileEncoding = "UTF-8", quote = TRUE)
      typed <- read.csv("${file}", na.strings = "", encoding = "UTF-8")
      stopifnot(is.numeric(typed$OBS_VALUE), is.numeric(typed$TIME_PERIOD), is.numeric(typed$PATH_VALUE))
      cat(sprintf("%.6f", sum(typed$OBS_VALUE, na.rm = TRUE)))`;
    const sum = Number(run("Rscript", ["-e", script]));
    const list = cells(readFileSync(file, "utf8"));
    expect(cells(readFileSync(join(folder, "r.csv"), "utf8"))).toEqual(list);
    const column = list[0]?.indexOf("OBS_VALUE") as number;
    expect(sum).toBeCloseTo(
      list.slice(1).reduce((total, row) => total + Number(row[column]), 0),
      3,
    );
  });
});

/** The rows of the sheet of data without the column that only a workbook has. */
function asInCsv(sheet: Seen[][] | undefined, csv: string[][]): string[][] {
  const rows = shown(sheet, (csv[0]?.length ?? 0) + 1);
  const flags = rows[0]?.indexOf("FLAGS") ?? -1;
  return rows.map((row) => row.filter((_, i) => i !== flags));
}

describe("LibreOffice", () => {
  test("opens the workbook: seven sheets, the cells of the CSV as published, Vietnamese included", async () => {
    const sheets = office(await take(`observations.xlsx?${some}`, "book.xlsx"));
    expect(Object.keys(sheets)).toEqual(["Contents", "Data", "Indicators", "Targets", "Notes", "Flags", "Filters"]);
    const csv = cells(readFileSync(await take(`observations.csv?${some}`, "some.csv"), "utf8"));
    const data = asInCsv(sheets.Data, csv);
    expect(data).toEqual(csv);
    expect(data.flat()).toEqual(expect.arrayContaining(["6.0", "Việt Nam"]));
    expect(sheets.Data?.at(-1)?.[4]?.number).toBeGreaterThan(2000);
    const targets = cells(readFileSync(await take("targets.csv?lang=vi&release=62", "targets.csv"), "utf8"));
    const inBook = new Map(shown(sheets.Targets, targets[0]?.length as number).map((row) => [row[0], row]));
    for (const row of targets) if (inBook.has(row[0])) expect(inBook.get(row[0])).toEqual(row);
    expect(inBook.size).toBeGreaterThan(5);
  });
  test("opens every observation as a workbook", async () => {
    const { Data } = office(await take("observations.xlsx?lang=en&release=62", "whole.xlsx"));
    const csv = cells(readFileSync(await take("observations.csv?lang=en&release=62", "whole.csv"), "utf8"));
    expect(asInCsv(Data, csv)).toEqual(csv);
  });
  test.each([
    ["as it is", "", 44, 1033, ","],
    ["as the pages' button gives it, in a Vietnamese locale", "&locale=vi&bom=true", 59, 1066, ";"],
  ])(
    "opens the CSV %s: texts as they are, numbers as numbers, dates as dates",
    async (_how, more, separator, language, delimiter) => {
      const file = await take(`observations.csv?${some}${more}`, `calc${separator}.csv`);
      const sheets = office(file, `Text - txt - csv (StarCalc):${separator},34,76,1,,${language},false,true`);
      const opened = Object.values(sheets)[0] as Seen[][];
      const csv = cells(readFileSync(file, "utf8"), delimiter);
      const numbers = [
        "TIME_PERIOD",
        "OBS_VALUE",
        "DECIMALS",
        "RANK_POOL",
        "RELEASE",
        "TARGET_VALUE",
        "PATH_VALUE",
        "METHOD_VERSION",
      ];
      expect(opened).toHaveLength(csv.length);
      const seenAs = (cell: Seen | undefined, name: string, written: string) => {
        if (written === "") return cell?.shown ?? "";
        if (numbers.includes(name)) return cell?.number === Number(written.replace(",", ".")) ? written : cell;
        return name === "PUBLISHED" ? cell?.date : cell?.shown;
      };
      csv.slice(1).forEach((row, r) => {
        expect(row.map((cell, i) => seenAs(opened[r + 1]?.[i], csv[0]?.[i] as string, cell))).toEqual(row);
      });
    },
  );
});

test("Python unpacks the ZIP whole, and its data are the CSV", async () => {
  const file = await take(`observations.zip?${some}`, "bundle.zip");
  const script =
    "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; sys.stdout.write(z.read('data.csv').decode())";
  expect(run("python3", ["-X", "utf8", "-c", script, file])).toBe(
    readFileSync(await take(`observations.csv?${some}`, "some.csv"), "utf8"),
  );
});

describe("the ready lines of docs/api.md", () => {
  const doc = readFileSync(new URL("../docs/api.md", import.meta.url), "utf8");
  const lines = [...doc.matchAll(/```(sh|python|r)\n(.*?)```/gs)].map(
    ([, language, code]) => ({ language, code }) as { language: string; code: string },
  );
  const programs: Record<string, [string, string[]]> = {
    sh: ["sh", ["-e"]],
    python: ["python3", ["-"]],
    r: ["Rscript", ["-"]],
  };
  test("are there for a shell, Python and R", () => {
    expect([...new Set(lines.map((l) => l.language))].sort()).toEqual(["python", "r", "sh"]);
  });
  test.each(lines)("in $language work: $code", ({ language, code }) => {
    const [program, args] = programs[language] as [string, string[]];
    const printed = run(program, args, code.replaceAll("https://moc2030.example.vn", origin()));
    if (code.includes("-OJ")) {
      expect(readFileSync(join(folder, "moc2030_observations_r53.csv"), "utf8")).toMatch(/^INDICATOR,.*\r\n/);
    } else expect(printed.trim()).toMatch(/^2024[ |]71$/);
  });
});
