import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "../../scripts/build.mjs";
import { launch } from "../launch.ts";
import { runServer } from "../running-server.ts";
import { busyShare, describeMachine } from "./machine.ts";
import { type Run, report, withSection } from "./report.ts";
import { type Line, runFloor, slowLine } from "./servers.ts";
import { type Change, change, explore, firstView, type Seen, tap, type Visit } from "./visits.ts";

/** With a number behind the command: so many rounds of each, printed and not written. */
const GIVEN = Number(process.argv[2] ?? 0);
const ROUNDS = GIVEN || 3;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FILE = `${ROOT}docs/benchmarks.md`;
const INDICATOR = "/indicators/EGDI_RANK";
const addresses = ["/", "/indicators", INDICATOR, "/compare", "/data", "/strategy", "/releases", "/about"];
const visits = [...addresses.map((one) => [one, 1440] as const), ["/", 360] as const, [INDICATOR, 360] as const];

const openDay: Change["before"] = async (page) => {
  await page.click("header details:has(#as-of-day) summary");
  await page.fill("#as-of-day", "2024-12-31");
};
// A form is sent, not followed: no browser fetches its answer ahead.
const changes: (Change & { name: string; isForm?: true })[] = [
  { name: "language", address: "/", click: "header a[hreflang]" },
  { name: "a past day", address: "/", before: openDay, click: "header form button[type=submit]", isForm: true },
  { name: "back from a past day", address: "/?asOf=2024-12-31", click: "[role=status] a[data-same-page]" },
  { name: "tab, an indicator", address: INDICATOR, click: "main a[href$='tab=table']" },
  { name: "filter, ASEAN", address: "/data", click: "a[id='data.asean']" },
  { name: "another page", address: "/", click: "header nav a[href='/indicators']" },
];
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const mediansOf = (rounds: Seen[], [first] = rounds) =>
  Object.fromEntries(Object.keys(first ?? {}).map((key) => [key, median(rounds.map((one) => one[key as keyof Seen]))]));
// Asked while this run does nothing: a load average would count its own build.
const others = [await busyShare()];
await build();
const [server, browser] = [await runServer(), await launch()];
const floor = await runFloor(server.origin);
const [product, least] = [await slowLine(server.origin), await slowLine(floor.origin)];
type Made = (settleMs?: number) => Promise<Seen>;
const on =
  (line: Line) =>
  (visit: Visit): Made =>
  (settleMs) =>
    visit(browser, line, settleMs);
const [page, bare] = [on(product), on(least)];
/** The medians of each kind of visit, over rounds in which they take turns; a hasty first round warms up. */
async function inTurn<K extends string>(kinds: Record<K, Made>) {
  const seen = Object.entries<Made>(kinds).map(([kind, visit]) => ({ kind, visit, all: [] as Seen[] }));
  for (const { visit } of seen) await visit(0);
  for (let round = 0; round < ROUNDS; round += 1) for (const { visit, all } of seen) all.push(await visit());
  others.push(await busyShare());
  return Object.fromEntries(seen.map(({ kind, all }) => [kind, mediansOf(all)])) as Record<K, Seen>;
}

try {
  const rows: Pick<Run, "views" | "moves" | "taps"> = { views: [], moves: [], taps: [] };
  for (const [name, width] of visits) {
    const kinds = { page: page(firstView(name, width)), floor: bare(firstView(name, width)) };
    rows.views.push({ name, width, ...(await inTurn(kinds)) });
  }
  for (const one of changes) {
    const kinds = { page: page(change(one)), floor: bare(change(one)) };
    const seen = one.isForm ? inTurn(kinds) : inTurn({ ...kinds, rested: page(change(one, 300)) });
    rows.moves.push({ ...one, ...(await seen) });
  }
  for (const name of [INDICATOR, "/compare"]) {
    const kinds = { page: page(tap(name)), floor: bare(tap(name, "bg-accent-tint")) };
    rows.taps.push({ name, ...(await inTurn(kinds)) });
  }
  const { explorer } = await inTurn({ explorer: page(explore) });
  const text = report({ ...rows, explorer, machine: describeMachine(ROOT, others) });
  console.log(`\n${text}`);
  if (!GIVEN) writeFileSync(FILE, withSection(readFileSync(FILE, "utf8"), text));
} finally {
  await browser.close();
  for (const one of [product, least, floor, server]) await one.end();
}
