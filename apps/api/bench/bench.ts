import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDb } from "../src/audit/open.ts";
import { ROOT } from "../src/root.ts";
import { loadSeed } from "../src/seed/load.ts";
import { cliCsv } from "./cli-csv.ts";
import { fire, type Shot } from "./load.ts";
import { machine, watchMachine } from "./machine.ts";
import { perRequest, pids, type Server, start, stopAll } from "./processes.ts";
import { type Finding, report, writeSection } from "./report.ts";
import { measureStreams } from "./streams.ts";

const folder = mkdtempSync(join(tmpdir(), "moc2030-bench-"));
const file = join(folder, "moc2030.sqlite");
const seeded = await openDb(file, new Date());
await loadSeed(seeded, join(ROOT, "data/seed"), new Date());
await seeded.close();

const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] as number;
const CONNECTIONS = 8;
const ROUNDS = 7;
const STREAMS = 2000;
/** The same request on every connection; `{i}` tells them apart, so that no answer is shared. */
const shots = (shot: Shot) =>
  Array.from({ length: CONNECTIONS }, (_, i) => ({ ...shot, path: shot.path.replace("{i}", String(i)) }));

const [hello, fresh, keeping] = [await start("hello"), await start("app", file, "1"), await start("app", file)];
const others = watchMachine(pids);

const largest = "/api/v1/observations?indicator=EGDI_RANK&from=190{i}";
const identity = { "Accept-Encoding": "identity" };
const etag = async (path: string) =>
  (await fetch(`http://127.0.0.1:${keeping.port}${path}`, { headers: identity })).headers.get("etag") as string;
const series = "/api/v1/observations?indicator=EGDI_RANK&area=VNM";
const cases: { id: string; name: string; bar: number; server: Server; shot: Shot; count: number }[] = [
  { id: "P1", name: "health", bar: 1.8, server: fresh, shot: { path: "/healthz" }, count: 4000 },
  {
    id: "P2",
    name: "a 20-point series, uncached",
    bar: 7,
    server: fresh,
    shot: { path: `${series}&from=190{i}` },
    count: 2000,
  },
  { id: "P3", name: "the largest indicator, uncached", bar: 150, server: fresh, shot: { path: largest }, count: 80 },
  {
    id: "P4",
    name: "304",
    bar: 1.5,
    server: keeping,
    shot: { path: series, headers: { "If-None-Match": await etag(series) }, expect: 304 },
    count: 4000,
  },
  {
    id: "P4",
    name: "the largest indicator, kept, brotli",
    bar: 2.2,
    server: keeping,
    shot: { path: largest.replace("{i}", "0"), headers: { "Accept-Encoding": "br" } },
    count: 2000,
  },
];

try {
  for (const { server, shot, count } of cases) await fire(server.port, shots(shot), count);
  await fire(hello.port, shots({ path: "/" }), 8000);
  const findings: Finding[] = [];
  for (const { id, name, bar, server, shot, count } of cases) {
    const ratios: number[] = [];
    const [floor, own]: [number[], number[]] = [[], []];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const a = await perRequest(hello, shots({ path: "/" }), 4000);
      const b = await perRequest(server, shots(shot), count);
      ratios.push(b.micros / a.micros);
      floor.push(a.micros);
      own.push(b.micros);
      bytes = b.bytes;
    }
    findings.push({ id, name, bar, ratio: median(ratios), floor: median(floor), micros: median(own), bytes });
  }
  const copy = join(folder, "copy.sqlite");
  copyFileSync(file, copy);
  const full: { ratio: number; ours: number; cli: number }[] = [];
  let csvBytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { micros, bytes } = await perRequest(fresh, [{ path: "/api/v1/observations.csv" }], 10);
    const cli = cliCsv(copy, 10);
    csvBytes = bytes;
    const [ours, theirs] = [bytes / micros, cli.bytes / cli.micros];
    full.push({ ratio: ours / theirs, ours, cli: theirs });
  }
  // On a database of its own: it publishes a release.
  const streams = await measureStreams(await start("app", copy), STREAMS);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
  const text = report({
    findings,
    csv: {
      bytes: csvBytes,
      ratio: median(full.map((f) => f.ratio)),
      ours: median(full.map((f) => f.ours)),
      cli: median(full.map((f) => f.cli)),
    },
    streams,
    machine: machine(),
    others: others(),
    date: new Date().toISOString().slice(0, 10),
    commit,
  });
  writeSection(null, text);
  console.log(text);
} finally {
  stopAll();
  rmSync(folder, { recursive: true, force: true });
}
