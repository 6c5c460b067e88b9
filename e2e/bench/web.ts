import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "../../scripts/build.mjs";
import { launch } from "../launch.ts";
import { runServer } from "../running-server.ts";
import { type FirstView, visitFirst } from "./first-view.ts";
import { busyShare, describeMachine } from "./machine.ts";
import { report, withSection } from "./report.ts";
import { makeSwitch, switches, type Taken } from "./switches.ts";

const ROUNDS = 7;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FILE = `${ROOT}docs/benchmarks.md`;

/** The pages that are opened, and how wide the window is. */
const visits: [string, number][] = [
  ["/", 1440],
  ["/", 360],
  ["/?lang=en", 1440],
  ["/indicators", 1440],
  ["/indicators/EGDI_RANK", 1440],
  ["/indicators/DIGITAL_ECONOMY_GDP?lang=en", 360],
  ["/compare", 1440],
  ["/strategy", 1440],
];

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const medians = <K extends string>(rounds: Record<K, number>[]): Record<K, number> =>
  Object.fromEntries(
    Object.keys(rounds[0] ?? {}).map((key) => [key, median(rounds.map((round) => round[key as K]))]),
  ) as Record<K, number>;

// Asked while this run does nothing: a load average would count its own build.
const others = [await busyShare()];
await build();
const server = await runServer();
const browser = await launch();
try {
  // The first answer of each page is drawn and compressed; readers mostly get one that is kept.
  for (const [address] of visits) await fetch(server.origin + address, { headers: { "accept-encoding": "br" } });
  const opened: { address: string; width: number; view: FirstView }[] = [];
  for (const [address, width] of visits) {
    others.push(await busyShare());
    const rounds: FirstView[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push(await visitFirst(browser, server.origin + address, width));
    opened.push({ address, width, view: medians(rounds) });
    console.log(address, width, opened.at(-1)?.view);
  }
  const made: ({ name: string } & Taken)[] = [];
  for (const change of switches) {
    others.push(await busyShare());
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await makeSwitch(browser, server.origin, change));
    made.push({ name: change.name, ...medians(rounds) });
    console.log(made.at(-1));
  }
  const text = report({ opened, made, rounds: ROUNDS, machine: describeMachine(ROOT, others) });
  console.log(`\n${text}`);
  writeFileSync(FILE, withSection(readIfThere(FILE), text));
} finally {
  await browser.close();
  await server.end();
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "# Benchmarks\n";
  }
}
