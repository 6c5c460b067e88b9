import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { NOW, seededDb } from "../app.fixture.ts";
import { createApp } from "../app.ts";
import { tamper } from "../db/raw.fixture.ts";
import { listen } from "../http/listen.ts";
import { ReleaseEvents } from "../outbox/release-events.ts";
import { ROOT } from "../root.ts";
import { noteBackup } from "../verify/backup-record.ts";
import { clockState } from "./clock.ts";
import { createMonitor } from "./monitor.ts";
import { serveMetrics } from "./serve.ts";

/** The server with its metrics, each on a port of its own. */
async function watchedServer() {
  const db = await seededDb();
  const now = () => NOW;
  const events = new ReleaseEvents(async () => 1, console.error);
  const app = createApp({ db, now, events, askClock: async () => "unknown" });
  const open = (start: (done: () => void) => Server) =>
    new Promise<Server>((resolve) => {
      const server = start(() => resolve(server));
    });
  const failures: unknown[] = [];
  const pages = await open((done) =>
    listen(app.fetch, { hostname: "127.0.0.1", port: 0, find: app.findCached, observe: app.monitor.observe }, done),
  );
  const numbers = await open((done) => serveMetrics(app.monitor, 0, (error) => failures.push(error), done));
  const at = (server: typeof pages) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { db, origin: at(pages), metricsAt: at(numbers), events, failures, servers: [pages, numbers] };
}

let watched: Awaited<ReturnType<typeof watchedServer>>;
beforeAll(async () => {
  watched = await watchedServer();
});
afterAll(async () => {
  watched.events.close();
  for (const server of watched.servers) {
    server.close();
    server.closeAllConnections();
  }
  await watched.db.close();
});

const scrape = async () => (await fetch(`${watched.metricsAt}/metrics`)).text();
/** The lines of a metric, by what stands in braces. */
async function samples(name: string): Promise<Map<string, string>> {
  const lines = (await scrape()).split("\n").filter((line) => new RegExp(`^${name}[{ ]`).test(line));
  return new Map(lines.map((line) => [/\{(.*)\}/.exec(line)?.[1] ?? "", line.slice(line.lastIndexOf(" ") + 1)]));
}
const DURATIONS = "moc2030_http_request_duration_seconds_count";
const visit = async (path: string, init?: RequestInit) => (await fetch(watched.origin + path, init)).text();

describe("requests", () => {
  test("are counted by route and status, whether made, kept, or refused", async () => {
    const before = await samples(DURATIONS);
    await visit("/api/v1/indicators/GII_RANK");
    await visit("/api/v1/indicators/GII_RANK");
    await visit("/api/v1/indicators/GII_RANK", { headers: { accept: "application/json" } });
    await visit("/api/v1/indicators/NO_SUCH");
    const grown = async (labels: string) =>
      Number((await samples(DURATIONS)).get(labels) ?? 0) - Number(before.get(labels) ?? 0);
    await expect.poll(() => grown('route="/api/v1/indicators/:code",status="200"')).toBe(3);
    await expect.poll(() => grown('route="/api/v1/indicators/:code",status="404"')).toBe(1);
  });
  test("name patterns alone: a hundred unknown addresses and methods make no series of their own", async () => {
    for (let i = 0; i < 100; i++) {
      await visit(`/nowhere/${i}?q=${i}`);
      await visit(`/api/v1/indicators/UNKNOWN_${i}`);
      await visit(`/api/v1/nothing-${i}`, { method: i % 2 ? "PATCH" : "DELETE" });
    }
    const known = new Set(createApp({ db: watched.db, now: () => NOW }).routes.map(({ path }) => path)).add("none");
    await expect.poll(async () => (await samples(DURATIONS)).size).toBeGreaterThan(2);
    for (const labels of (await samples(DURATIONS)).keys())
      expect(known).toContain(/route="([^"]*)"/.exec(labels)?.[1]);
  });
  test("with two Host headers are counted too, though they reach no route", async () => {
    await new Promise<void>((resolve) => {
      const { port } = new URL(watched.origin);
      request({ host: "127.0.0.1", port, headers: { host: "a b" } }, (answer) =>
        answer.resume().on("end", resolve),
      ).end();
    });
    await expect.poll(async () => (await samples(DURATIONS)).get('route="none",status="400"')).toBe("1");
  });
});

test("sign-ins that are refused are counted, others not", async () => {
  const { db } = watched;
  const cache = () => ({ hits: 0, misses: 0, bytes: 0 });
  const { observe, text, read } = createMonitor({ db, now: () => NOW, streams: () => 0, cache });
  for (const status of [200, 401, 429, 403, 422])
    observe({ method: "POST", route: "/api/v1/session", status, seconds: 0.1 });
  observe({ method: "POST", route: "/api/v1/session/second-factor", status: 401, seconds: 0.1 });
  observe({ method: "GET", route: "/api/v1/session/all", status: 401, seconds: 0.1 });
  observe({ method: "POST", route: "/api/v1/submissions", status: 401, seconds: 0.1 });
  expect(await text()).toMatch(/^moc2030_sign_in_failures_total 4$/m);
  observe({ method: "GET", route: "/", status: 500, seconds: 0.6 });
  observe({ method: "GET", route: "/api/v1/events", status: 200, seconds: 600 });
  expect((await read()).requests).toEqual({ answered: 10, failed: 1, slow: 1, signInsRefused: 4 });
});

describe("the installation", () => {
  const numberOf = async (name: string) => Number((await samples(`moc2030_${name}`)).get(""));
  test("says how old the last backup is, and that there is none", async () => {
    expect((await samples("moc2030_backup_age_seconds")).get("")).toBe("+Inf");
    noteBackup(watched.db.file, { madeAt: new Date(NOW.getTime() - 3_600_000).toISOString() });
    expect(await numberOf("backup_age_seconds")).toBe(3600);
    expect((await samples("moc2030_restore_test_age_seconds")).get("")).toBe("+Inf");
  });
  test("takes a torn note of backups for none", async () => {
    writeFileSync(join(dirname(watched.db.file), "backup.json"), '{"madeAt":"2026-');
    expect((await samples("moc2030_backup_age_seconds")).get("")).toBe("+Inf");
  });
  test("counts streams, kept answers, overdue figures, disk and write-ahead log", async () => {
    const ending = new AbortController();
    await fetch(`${watched.origin}/api/v1/events`, { signal: ending.signal });
    expect(await numberOf("event_streams")).toBe(1);
    ending.abort();
    await expect.poll(() => numberOf("event_streams")).toBe(0);
    await visit("/api/v1/targets");
    await visit("/api/v1/targets");
    const lookUps = await samples("moc2030_cache_requests_total");
    expect(Number(lookUps.get('result="hit"'))).toBeGreaterThan(0);
    expect(Number(lookUps.get('result="miss"'))).toBeGreaterThan(0);
    expect(await numberOf("cache_bytes")).toBeGreaterThan(1000);
    expect(await numberOf("overdue_figures")).toBeGreaterThan(0);
    const { bavail, bsize } = statfsSync(dirname(watched.db.file));
    expect(Math.abs((await numberOf("disk_free_bytes")) - bavail * bsize)).toBeLessThan(1e9);
  });
  test("follows what is written: log, mail that waits and that was given up, and the last release", async () => {
    const waiting = async () => [...(await samples("moc2030_outbox_mails"))];
    const [wal, mails] = [await numberOf("wal_bytes"), await waiting()];
    expect(mails).toEqual([
      ['state="waiting"', "0"],
      ['state="failed"', "0"],
    ]);
    tamper(
      watched.db.file,
      `INSERT INTO mail (notice_id, person, state, next_at) VALUES (1, 'an', 'waiting', ''), (2, 'an', 'failed', ''),
        (3, 'an', 'failed', ''), (4, 'an', 'sent', '')`,
    );
    expect(await numberOf("wal_bytes")).toBeGreaterThan(wal);
    expect(await waiting()).toEqual([
      ['state="waiting"', "1"],
      ['state="failed"', "2"],
    ]);
    expect(await numberOf("release_age_days")).toBeGreaterThan(1);
    const halfADayAgo = new Date(NOW.getTime() - 43_200_000).toISOString();
    tamper(
      watched.db.file,
      `CREATE TEMP TABLE next AS SELECT * FROM release ORDER BY id DESC LIMIT 1;
       UPDATE next SET id = id + 1, published_at = '${halfADayAgo}';
       INSERT INTO release SELECT * FROM next`,
    );
    expect(await numberOf("release_age_days")).toBe(0.5);
  });
  test("says how late the process gets to its work", async () => {
    const hold = () => {
      const until = performance.now() + 200;
      while (performance.now() < until);
    };
    const seconds = async (of: string) => Number((await samples(`nodejs_eventloop_lag_${of}_seconds`)).get(""));
    // Each reading starts the measure anew, and what holds the loop before its first tick is not in it.
    await expect
      .poll(async () => {
        hold();
        return seconds("max");
      })
      .toBeGreaterThan(0.1);
    await expect.poll(() => seconds("p99")).toBeGreaterThan(0);
  });
  test("is answered at /metrics alone, and a failing database is a 500 without its text", async () => {
    expect((await fetch(`${watched.metricsAt}/`)).status).toBe(404);
    expect((await fetch(`${watched.origin}/metrics`)).status).toBe(404);
    const broken = { text: async () => Promise.reject(new Error("secret")), registry: new Registry() };
    const failures: unknown[] = [];
    const server = await new Promise<ReturnType<typeof serveMetrics>>((resolve) => {
      const one = serveMetrics(
        broken,
        0,
        (error) => failures.push(error),
        () => resolve(one),
      );
    });
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
    expect([answer.status, await answer.text(), failures.length]).toEqual([500, "", 1]);
    server.close();
    server.closeAllConnections();
  });
});

test("the clock is what the kernel says, and unknown where nobody can be asked", async () => {
  expect(await clockState(async () => "yes\n")).toBe("synchronised");
  expect(await clockState(async () => "no\n")).toBe("off");
  const unasked = await clockState(async () => Promise.reject(new Error("no timedatectl")));
  expect(unasked).toBe(existsSync("/run/systemd/timesync/synchronized") ? "synchronised" : "unknown");
});

test("each of the eight alerts has a threshold on metrics that are there, and says what to do", async () => {
  const { groups } = parse(readFileSync(join(ROOT, "deploy/alerts.yaml"), "utf8")) as {
    groups: { rules: { alert: string; expr: string; labels: object; annotations: Record<string, string> }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(8);
  const served = await scrape();
  const guide = readFileSync(join(ROOT, "docs/operating.md"), "utf8");
  for (const { alert, expr, labels, annotations } of rules) {
    const named = expr.match(/\b(moc2030|nodejs|process)_\w+/g) ?? [];
    expect([alert, named.length > 0]).toEqual([alert, true]);
    for (const name of named) expect([name, new RegExp(`^${name}[{ ]`, "m").test(served)]).toEqual([name, true]);
    expect([alert, /[<>=] ?[\d.]|absent\(/.test(expr), Object.keys(labels)]).toEqual([alert, true, ["severity"]]);
    expect(annotations.action?.length).toBeGreaterThan(20);
    expect(guide).toContain(`\`${alert}\``);
  }
});
