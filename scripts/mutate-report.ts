import type { Part } from "./mutate-parts.ts";

interface Mutant {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}
/** The parts of Stryker's report used here: https://github.com/stryker-mutator/mutation-testing-elements */
export interface Report {
  files: Record<string, { source: string; mutants: Mutant[] }>;
  /** Files of the part not run yet. */
  untried?: string[];
}

const NOTICED = new Set(["Killed", "Timeout"]);
/** Whether no test detected the mutant. */
export const isMissed = (status: string) => status === "Survived" || status === "NoCoverage";

/** Mutants run and detected; ignored, unsampled and invalid ones do not count. */
export function score(mutants: Mutant[]) {
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  const tried = noticed + mutants.filter(({ status }) => isMissed(status)).length;
  return { noticed, tried, percent: tried === 0 ? 100 : (100 * noticed) / tried };
}

/** A mutation in one line: original and replacement. */
export function changeOf(source: string, { location: { start, end }, replacement = "" }: Mutant): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = (lines.at(-1) ?? "").slice(0, end.column - 1);
  lines[0] = (lines[0] ?? "").slice(start.column - 1);
  const short = (text: string) => {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length > 60 ? `${line.slice(0, 59)}…` : line;
  };
  return `\`${short(lines.join("\n"))}\` → \`${short(replacement)}\``;
}

const percent = (of: Mutant[]) => `${score(of).percent.toFixed(1)} %`;

function survivors({ files }: Report): string[] {
  return Object.entries(files).flatMap(([path, { source, mutants }]) => {
    const missed = mutants.filter(({ status }) => isMissed(status));
    if (missed.length === 0) return [];
    const lines = missed
      .sort((a, b) => a.location.start.line - b.location.start.line)
      .map((mutant) => `- ${mutant.location.start.line}: ${changeOf(source, mutant)}`);
    return [`**${path}**, ${percent(mutants)}`, "", ...lines, ""];
  });
}

/** The table of scores, a line per part. */
export function scores(parts: Record<string, Part>, reports: Record<string, Report>): string[] {
  const rows = Object.entries(reports).map(([name, report]) => {
    const mutants = Object.values(report.files).flatMap((file) => file.mutants);
    const { noticed, tried } = score(mutants);
    return `| ${name} | ${tried} | ${noticed} | ${percent(mutants)} | ${parts[name]?.bar ?? 0} % |`;
  });
  return ["| part | changes | noticed | share | bar |", "|---|--:|--:|--:|--:|", ...rows, ""];
}

/** The content of docs/quality.md. */
export function quality(parts: Record<string, Part>, reports: Record<string, Report>, seed: string): string {
  const unmeasured = Object.keys(parts).filter((name) => !(name in reports));
  const text = [
    "# How much the tests notice",
    "",
    "`npm run mutate` changes the source in one place at a time (an operator, a condition, a value, a text that decides",
    "something) and runs the tests that are near. A change that no test notices is a guarantee that nothing holds.",
    "This page is written by that command, which is no part of CI: it takes hours.",
    "",
    `Of \`packages/shared\` every change is tried, texts for people left out; of each room of the API 150, drawn with the seed ${seed}.`,
    "",
    ...scores(parts, reports),
    ...Object.entries(reports).flatMap(([name, { untried = [] }]) =>
      untried.length > 0
        ? [
            `Nothing to change in, or not yet tried, of ${name}: ${untried.map((file) => `\`${file}\``).join(", ")}.`,
            "",
          ]
        : [],
    ),
    ...(unmeasured.length > 0 ? [`Not yet tried at all: ${unmeasured.join(", ")}.`, ""] : []),
    ...Object.entries(reports).flatMap(([name, report]) => [`## Not noticed: ${name}`, "", ...survivors(report)]),
  ];
  return `${text.join("\n").trimEnd()}\n`;
}
