import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { commitmentDefinition, orientationDefinition, trialDefinition } from "@moc2030/shared/schema/commitment";
import { body, compiler, indicatorDefinition } from "@moc2030/shared/schema/indicator";
import { areaDefinition, milestoneDefinition, source } from "@moc2030/shared/schema/source";
import { documentDefinition, targetDefinition } from "@moc2030/shared/schema/target";
import { codePoint, findHidden, normalText } from "@moc2030/shared/text/clean";
import { parse as parseCsv } from "csv-parse/sync";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { observationReader, type SeedObservation, seedObservation } from "./observation.ts";

/** A problem in a seed file; `line` is 1-based. */
export type SeedProblem = { file: string; line: number; field: string; detail: string };
/** The position of an entry, for problems found across files. */
export type Place = { file: string; line: number };
export type DefinitionKind = keyof typeof definitionSchemas;
type Definitions = { [K in DefinitionKind]: (z.infer<(typeof definitionSchemas)[K]> & { place: Place })[] };
export type SeedFiles = Definitions & { observation: (SeedObservation & { indicator: string; place: Place })[] };

const definitionSchemas = {
  indicator: indicatorDefinition,
  compiler,
  body,
  document: documentDefinition,
  target: targetDefinition,
  orientation: orientationDefinition,
  commitment: commitmentDefinition,
  trial: trialDefinition,
  milestone: milestoneDefinition,
  area: areaDefinition,
  source,
} as const;

const listFiles = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(dir, entry.name)) : [join(dir, entry.name)]));

/** SHA-256 over names and bytes of all seed files. */
export function hashSeed(dir: string): string {
  const hash = createHash("sha256");
  for (const file of listFiles(dir)) {
    const bytes = readFileSync(file);
    hash.update(`${relative(dir, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** The kind of definition in a file, and whether it is a list; null for other files. */
function kindOf(path: string): { kind: DefinitionKind; list: boolean } | null {
  if (/^indicators\/[^/]+\.ya?ml$/.test(path)) return { kind: "indicator", list: false };
  if (/^targets\/[^/]+\.ya?ml$/.test(path)) return { kind: "target", list: true };
  const lists: Record<string, DefinitionKind> = {
    "compilers.yaml": "compiler",
    "bodies.yaml": "body",
    "documents.yaml": "document",
    "orientations.yaml": "orientation",
    "commitments.yaml": "commitment",
    "trials.yaml": "trial",
    "milestones.yaml": "milestone",
    "areas.yaml": "area",
  };
  const kind = lists[path];
  return kind ? { kind, list: true } : null;
}

const fieldOf = (path: readonly PropertyKey[]) => path.map(String).join(".") || "(file)";

/** Normalises every text of a value to its stored form. */
function inNormalForm(value: unknown): unknown {
  if (typeof value === "string") return normalText(value);
  if (Array.isArray(value)) return value.map(inNormalForm);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inNormalForm(item)]));
}

/** The first text with a hidden character. */
function hiddenIn(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; detail: string } | null {
  if (typeof value === "string") {
    const hidden = findHidden(normalText(value), "many");
    return hidden && { path, detail: `hidden character ${codePoint(hidden.code)} at position ${hidden.at}` };
  }
  if (value === null || typeof value !== "object") return null;
  for (const [key, item] of Object.entries(value)) {
    const found = hiddenIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return null;
}

/** The stored form of a text; undefined where it has a hidden character. */
const storedForm = (text: string) => (hiddenIn(text) ? undefined : normalText(text));

type CsvLines = { header: string[]; rows: string[][]; lineOf: (row: number) => number };

/** The rows of a CSV file in which each line is one, or null: a parser looks at the few lines with quotes alone. */
function csvRows(text: string): string[][] | null {
  if (text.includes("\r")) return null;
  const lines = text
    .replace(/^\ufeff/, "")
    .replace(/\n$/, "")
    .split("\n");
  const quoted = lines.filter((line) => line.includes('"'));
  const parsed = parseCsv(quoted.join("\n")) as string[][];
  if (parsed.length !== quoted.length) return null;
  let next = 0;
  return lines.map((line) => (line.includes('"') ? (parsed[next++] as string[]) : line.split(",")));
}

/** The rows of a CSV file under its header. Throws where a line has another number of cells. */
function csvLines(text: string): CsvLines {
  try {
    const [header = [], ...rows] = csvRows(text) ?? [];
    const isEven = rows.every((row) => row.length === header.length);
    if (isEven && header.length > 0) return { header, rows, lineOf: (row) => row + 2 };
  } catch {
    // Refused below, by its column.
  }
  // A cell holds line ends, or the file is wrong: only then are the lines counted.
  type Counted = { info: { lines: number }; record: Record<string, string> };
  const counted = parseCsv(text, { columns: true, info: true, bom: true }) as unknown as Counted[];
  const header = Object.keys(counted[0]?.record ?? {});
  const rows = counted.map(({ record }) => Object.values(record));
  return { header, rows, lineOf: (row) => counted[row]?.info.lines ?? 1 };
}

/** Reads every file under `dir`; entries with problems are left out. */
export function readSeedFiles(dir: string): { files: SeedFiles; problems: SeedProblem[] } {
  const files: SeedFiles = {
    indicator: [],
    compiler: [],
    body: [],
    document: [],
    target: [],
    orientation: [],
    commitment: [],
    trial: [],
    milestone: [],
    area: [],
    source: [],
    observation: [],
  };
  const problems: SeedProblem[] = [];

  function accept(
    kind: DefinitionKind | "observation",
    value: unknown,
    extra: object,
    place: Place,
    lineOf: (path: readonly PropertyKey[]) => number,
  ) {
    const hidden = hiddenIn(value);
    if (hidden) {
      const { path, detail } = hidden;
      return void problems.push({ file: place.file, line: lineOf(path), field: fieldOf(path), detail });
    }
    const parsed = (kind === "observation" ? seedObservation : definitionSchemas[kind]).safeParse(inNormalForm(value));
    if (parsed.success) (files[kind] as object[]).push({ ...parsed.data, ...extra, place });
    else
      for (const issue of parsed.error.issues) {
        const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
        problems.push({ file: place.file, line: lineOf(path), field: fieldOf(path), detail: issue.message });
      }
  }

  function readYaml(file: string, text: string, kind: DefinitionKind, list: boolean) {
    const counter = new LineCounter();
    const doc = parseDocument(text, { lineCounter: counter });
    for (const error of doc.errors)
      problems.push({
        file,
        line: counter.linePos(error.pos[0]).line,
        field: "(yaml)",
        detail: error.message.split("\n")[0] ?? "",
      });
    if (doc.errors.length > 0) return;
    const lineOf = (path: readonly PropertyKey[]): number => {
      for (let end = path.length; end >= 0; end--) {
        const node = doc.getIn(path.slice(0, end), true);
        if (
          (isScalar(node) || isMap(node) || typeof node === "object") &&
          node &&
          "range" in node &&
          Array.isArray(node.range)
        )
          return counter.linePos(node.range[0]).line;
      }
      return 1;
    };
    const value: unknown = doc.toJS();
    if (!list) return accept(kind, value, {}, { file, line: 1 }, lineOf);
    if (!Array.isArray(value)) return void problems.push({ file, line: 1, field: "(file)", detail: "expected a list" });
    value.forEach((item, index) => {
      accept(kind, item, {}, { file, line: lineOf([index]) }, (path) => lineOf([index, ...path]));
    });
  }

  function readCsv(file: string, text: string, kind: "observation" | "source", extra: object) {
    let lines: CsvLines;
    try {
      lines = csvLines(text);
    } catch (error) {
      const { lines: line = 1, message } = error as Error & { lines?: number };
      return void problems.push({ file, line, field: "(csv)", detail: message });
    }
    const { header, rows, lineOf } = lines;
    const readLine = kind === "observation" ? observationReader(header, storedForm) : () => null;
    for (const [index, row] of rows.entries()) {
      const place = { file, line: lineOf(index) };
      const found = readLine(row);
      if (found) files.observation.push(Object.assign(found, extra, { place }) as SeedFiles["observation"][number]);
      else {
        const value = Object.fromEntries(header.map((name, column) => [name, row[column] || null]));
        accept(kind, value, extra, place, () => place.line);
      }
    }
  }

  for (const path of listFiles(dir)) {
    const file = relative(dir, path);
    const text = readFileSync(path, "utf8");
    const definition = kindOf(file);
    const observations = /^observations\/([A-Z0-9_]+)(\.[A-Za-z0-9_-]+)?\.csv$/.exec(file);
    if (definition) readYaml(file, text, definition.kind, definition.list);
    else if (observations) readCsv(file, text, "observation", { indicator: observations[1] });
    else if (file === "sources.csv") readCsv(file, text, "source", {});
    else if (!file.endsWith(".md"))
      problems.push({
        file,
        line: 1,
        field: "(file)",
        detail: "no file of this name belongs here (data/seed/README.md)",
      });
  }
  return { files, problems };
}
