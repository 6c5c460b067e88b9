import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDb } from "../src/audit/open.ts";
import { checkpoint } from "../src/db/sqlite/copy.ts";
import { ROOT } from "../src/root.ts";
import { loadSeed } from "../src/seed/load.ts";
import { addIndicators } from "../src/seed/more-indicators.fixture.ts";
import { cliCsv } from "./cli-csv.ts";
import { fire } from "./load.ts";
import { machine, watchMachine } from "./machine.ts";
import { perRequest, pids, type Server, start, stopAll } from "./processes.ts";
import { writeSection } from "./report.ts";

const AMOUNT = { indicators: 250, areas: 193, years: 20 };
const PAGES = ["/", "/strategy", "/compare", "/data", "/releases"];
const WEB = join(ROOT, "apps/web/dist");
const SEED = join(ROOT, "data/seed");
const MB = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), "moc2030-scale-"));
const [small, large, empty] = ["seed", "scale", "empty"].map((name) => join(folder, `${name}.sqlite`)) as [
  string,
  string,
  string,
];
const get = async (server: Server, path: string, headers = {}) => {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  let bytes = 0;
  for await (const chunk of answer.body ?? []) bytes += chunk.length;
  return bytes;
};
/** Milliseconds of processor and bytes of one answer. */
async function cost(server: Server, path: string) {
  const before = await server.cpu();
  const bytes = await get(server, path);
  return { ms: ((await server.cpu()) - before) / 1000, bytes };
}

const rows: string[] = [];
const say = (what: string, bar: string, takes: string) => {
  rows.push(`| ${what} | ${bar} | ${takes} |`);
  console.log(what, bar, takes);
};
const others = watchMachine(pids);
try {
  const hello = await start("hello");
  await fire(hello.port, [{ path: "/" }], 4000);
  const floor = (await perRequest(hello, [{ path: "/" }], 8000)).micros;

  const loading = await start("app", empty, "", SEED);
  const before = await loading.cpu();
  const loaded = await loading.ask("load");
  const seeded = await openDb(small, new Date());
  await loadSeed(seeded, SEED, new Date());
  const { n = 0 } = (await seeded.one<{ n: number }>("SELECT count(*) AS n FROM observation_revision")) ?? {};
  const perSecond = n / ((loaded.cpu - before) / 1e6);
  say(
    "load of the seed",
    "≥ 25,000 rows a CPU-second, ≤ 300 MB",
    `${perSecond.toFixed(0)}, ${(loaded.most / MB).toFixed(0)} MB`,
  );
  await seeded.close();
  checkpoint(small);
  copyFileSync(small, large);
  const big = await openDb(large, new Date());
  const added = await addIndicators(big, AMOUNT);
  await big.close();
  checkpoint(large);

  const servers = [await start("pages", small, "", WEB), await start("pages", large, "", WEB)] as const;
  for (const server of servers) await server.ask("keep");
  const [seed, scale] = servers;
  const ledger = await cost(seed, "/releases");
  for (const path of PAGES) {
    const [a, b] = [await cost(seed, path), await cost(scale, path)];
    say(
      `document of ${path}`,
      "≤ 1.3 × or + 40 KB",
      `${(a.bytes / 1000).toFixed(0)} → ${(b.bytes / 1000).toFixed(0)} KB`,
    );
  }
  const overviews = [];
  for (let round = 0; round < 5; round++) {
    await scale.ask("publish");
    overviews.push((await cost(scale, "/")).ms);
  }
  say("first overview after a release", "≤ 200 ms", `${overviews.toSorted((a, b) => a - b)[2]?.toFixed(0)} ms`);
  say(
    "first ledger page of the seed",
    "≤ 100 ms",
    `${ledger.ms.toFixed(0)} ms, of a process that has answered nothing yet`,
  );
  await seed.ask("publish");
  say(
    "first ledger page of the seed after a release",
    "≤ 100 ms",
    `${(await cost(seed, "/releases")).ms.toFixed(0)} ms`,
  );
  for (const [server, name] of [
    [seed, "seed"],
    [scale, "scale"],
  ] as const) {
    await get(server, "/api/v1/releases?limit=19");
    const { ms, bytes } = await cost(server, "/api/v1/releases?limit=20");
    say(`\`/api/v1/releases?limit=20\`, ${name}`, "≤ 50 ms", `${ms.toFixed(0)} ms, ${(bytes / 1000).toFixed(0)} KB`);
  }

  const fresh = await start("app", large, "1");
  const CSV = "/api/v1/observations.csv";
  await get(fresh, "/api/v1/observations?indicator=EGDI_RANK");
  const [rss, used] = [await fresh.rss(), await fresh.cpu()];
  const bytes = await get(fresh, CSV);
  const after = await fresh.ask("");
  const copy = join(folder, "copy.sqlite");
  copyFileSync(large, copy);
  const cli = cliCsv(copy, 1);
  const [ours, theirs] = [bytes / (after.cpu - used), cli.bytes / cli.micros];
  say(
    "whole CSV, MB a CPU-second",
    "≥ the sqlite3 program",
    `${ours.toFixed(1)}, sqlite3 ${theirs.toFixed(1)} (${(bytes / 1e6).toFixed(0)} MB)`,
  );
  say("memory growth while it is sent", "≤ 96 MB", `${((after.most - rss) / MB).toFixed(0)} MB`);

  // As many readers at once as make requests wait for each other.
  const series = Array.from({ length: 32 }, () => ({ path: "/api/v1/observations?indicator=EGDI_RANK&area=VNM" }));
  const rate = async () => {
    const began = performance.now();
    await fire(fresh.port, series, 1500);
    return 1500 / (performance.now() - began);
  };
  await rate();
  const alone = await rate();
  await fresh.ask("watch");
  let isOver = false;
  const exports = Promise.all([get(fresh, CSV), get(fresh, CSV)]).then(() => (isOver = true));
  const beside = await rate();
  const { loopMs } = await fresh.ask("");
  const held = isOver ? "; the exports ended first" : "";
  await exports;
  say(
    "others' requests beside two exports",
    "≥ 60 %, loop p99 ≤ 20 ms",
    `${((100 * beside) / alone).toFixed(0)} %, ${loopMs.toFixed(1)} ms${held}`,
  );

  // As after releases that were made here: what they changed is kept by then.
  for (const server of servers) await server.ask("keep");
  for (const [file, name] of [
    [small, "seed"],
    [large, "scale"],
  ] as const) {
    const ms = await startCost(file);
    say(`start to ready, ${name}`, "≤ 500 ms", `${ms} ms`);
  }
  const busy = others();
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
  const loadNote =
    busy > 0.15
      ? `**Other programs used ${(busy * 100).toFixed(0)} % of the machine during this run, so it claims nothing.**`
      : `Other programs used ${(busy * 100).toFixed(0)} % of the machine.`;
  writeSection(
    "scale",
    `## A hundred times the data

Written by \`npm run bench:scale\`: ${AMOUNT.indicators} context indicators × ${AMOUNT.areas} areas × ${AMOUNT.years} years beside the seed, ${added.toLocaleString("en")} rows in one release. Times are of the server's processor; the hello of this run takes ${floor.toFixed(1)} µs.

${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${machine()}. ${loadNote}

| | bar | takes |
|---|---|---|
${rows.join("\n")}
`,
  );
} finally {
  stopAll();
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds of processor until the built server answers on a database in use. */
async function startCost(file: string): Promise<number> {
  const port = 20_000 + (process.pid % 20_000);
  const server = spawn(process.execPath, [join(ROOT, "apps/api/dist/server.js")], {
    env: { ...process.env, DATABASE_FILE: file, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  try {
    for (;;) {
      const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        (r) => r.ok,
        () => false,
      );
      if (isReady) break;
      await sleep(20);
    }
    const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
}
