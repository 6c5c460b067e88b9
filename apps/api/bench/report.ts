import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../src/root.ts";
import type { Streams } from "./streams.ts";

/** One comparison with the hello: CPU of the server process per request, in microseconds. */
export type Finding = {
  id: string;
  name: string;
  bar: number;
  ratio: number;
  floor: number;
  micros: number;
  bytes: number;
};
/** Memory that an open stream of events may take, and how long a release may be on its way. */
const STREAM_BYTES = 32 * 1024;
const REACHED_MS = 500;

type Run = {
  findings: Finding[];
  csv: { bytes: number; ratio: number; ours: number; cli: number };
  streams: Streams;
  machine: string;
  others: number;
  date: string;
  commit: string;
};

/** More of the machine than this in other hands, and a run claims nothing. */
const TOO_BUSY = 0.15;

/** The text of docs/benchmarks.md. */
export function report({ findings, csv, streams, machine, others, date, commit }: Run): string {
  const loaded = others > TOO_BUSY;
  const verdict = (ok: boolean, how: string) => (loaded ? "" : ok ? "met" : `**not met**, ${how}`);
  const rows = findings.map(({ id, name, bar, ratio, floor, micros, bytes }) =>
    [
      ...[id, name, `≤ ${bar} ×`, `${ratio.toFixed(2)} ×`, `${micros.toFixed(0)} µs`, `${floor.toFixed(1)} µs`],
      ...[bytes.toLocaleString("en"), verdict(ratio <= bar, `${(ratio / bar).toFixed(1)} times the bar`)],
    ].join(" | "),
  );
  const percent = `${(others * 100).toFixed(0)} %`;
  return `# Benchmarks

Written by \`npm run bench\`, which measures everything in one run and against a floor of the same run: a bare \`node:http\` server that says hello, and the sqlite3 program on a copy of the same database. What counts is the CPU time of the server process per request (median of 7 rounds, 8 kept-alive connections on 127.0.0.1), and above all its ratio to the floor; machines differ.

${date}, commit ${commit}, ${machine}.

${loaded ? `**Other programs used ${percent} of the machine during this run, so it claims nothing.** The figures are printed for the record; run it again on a quiet machine.` : `Other programs used ${percent} of the machine.`}

| bar | request | may take | takes | CPU per request | hello | bytes | |
|---|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join("\n")}
| P6 | every observation as CSV, MB per CPU second | ≥ 1 × sqlite3 | ${csv.ratio.toFixed(2)} × | ${csv.ours.toFixed(0)} MB/s | ${csv.cli.toFixed(0)} MB/s | ${csv.bytes.toLocaleString("en")} | ${verdict(csv.ratio >= 1, `${(1 / csv.ratio).toFixed(1)} times slower`)} |

| bar | ${streams.count.toLocaleString("en")} open streams of events | may take | takes | |
|---|---|---|---|---|
| P11 | memory of the server for each | ≤ ${STREAM_BYTES / 1024} KB | ${(streams.bytesEach / 1024).toFixed(1)} KB | ${verdict(streams.bytesEach <= STREAM_BYTES, `${(streams.bytesEach / STREAM_BYTES).toFixed(1)} times the bar`)} |
| P11 | until a release has reached the last | ≤ ${REACHED_MS} ms | ${streams.reachedMs.toFixed(0)} ms | ${verdict(streams.reachedMs <= REACHED_MS, `${(streams.reachedMs / REACHED_MS).toFixed(1)} times the bar`)} |

Uncached means that no answer is kept: validation, query, hash and headers are made anew for each request, and the text of a series. The text of a whole indicator's rows is kept until a release changes them (downloads/kept-rows.ts). The largest indicator has 2,308 observations of 17 columns.
`;
}

const FILE = join(ROOT, "docs/benchmarks.md");

/** Writes a bench's part of docs/benchmarks.md: between the comments that name it, or all before the first comment. */
export function writeSection(name: string | null, text: string) {
  const printed = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const [before = "", ...named] = printed.split(/(?=^<!-- bench:)/m);
  const own = name === null ? text : `<!-- bench:${name} -->\n${text}\n<!-- /bench:${name} -->\n`;
  const others = named.filter((part) => name === null || !part.startsWith(`<!-- bench:${name} -->`));
  const parts = name === null ? [own, ...others] : [before, own, ...others];
  writeFileSync(FILE, parts.map((part) => `${part.trimEnd()}\n`).join("\n"));
}
