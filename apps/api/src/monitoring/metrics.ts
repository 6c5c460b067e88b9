import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { countRequests } from "./requests.ts";
import type { State } from "./state.ts";

/** What is measured besides requests; `cache` counts since the start. */
export type Measured = {
  state: () => Promise<State>;
  streams: () => number;
  cache: () => { hits: number; misses: number; bytes: number };
  now: () => Date;
};

const DAY_SECONDS = 86_400;

/** The metrics of a server: of the process (prom-client's own), of its requests, and of the installation. */
export function createMetrics({ state, streams, cache, now }: Measured) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = countRequests(registry);
  const gauge = (name: string, help: string) => new Gauge({ name: `moc2030_${name}`, help, registers: [registry] });
  const gauges = {
    streams: gauge("event_streams", "Pages that hear of releases by server-sent events."),
    cacheBytes: gauge("cache_bytes", "Bytes of finished answers that are kept."),
    wal: gauge("wal_bytes", "Size of the write-ahead log of the figures."),
    disk: gauge("disk_free_bytes", "Bytes that can still be written beside the database."),
    backupAge: gauge("backup_age_seconds", "Age of the last complete backup; +Inf where there is none."),
    restoreAge: gauge("restore_test_age_seconds", "Time since a backup was last restored to try it; +Inf for never."),
    releaseAge: gauge("release_age_days", "Days since the last release; +Inf before the first."),
    overdue: gauge("overdue_figures", "Figures whose day has passed, and nobody has proposed one."),
    clock: gauge("clock_synchronised", "1 where the machine's clock is kept by a time server, 0 where not, else NaN."),
  };
  const mails = new Gauge({
    name: "moc2030_outbox_mails",
    help: "Mails to staff that wait, or were given up after the last try.",
    labelNames: ["state"],
    registers: [registry],
  });
  const lookUps = new Counter({
    name: "moc2030_cache_requests_total",
    help: "Answers looked for among those that are kept.",
    labelNames: ["result"],
    registers: [registry],
  });

  /** Seconds since an instant; infinite without one, so that a threshold holds for it too. */
  const age = (instant: string | undefined) =>
    instant === undefined ? Number.POSITIVE_INFINITY : (now().getTime() - Date.parse(instant)) / 1000;

  async function text(): Promise<string> {
    const found = await state();
    const { hits, misses, bytes } = cache();
    gauges.streams.set(streams());
    gauges.cacheBytes.set(bytes);
    gauges.wal.set(found.walBytes);
    gauges.disk.set(found.freeBytes);
    gauges.backupAge.set(age(found.backup.madeAt));
    gauges.restoreAge.set(age(found.backup.testedAt));
    gauges.releaseAge.set(age(found.release?.publishedAt) / DAY_SECONDS);
    gauges.overdue.set(found.overdue);
    gauges.clock.set({ synchronised: 1, off: 0, unknown: Number.NaN }[found.clock]);
    for (const [kind, count] of Object.entries(found.mail)) mails.set({ state: kind }, count);
    lookUps.reset();
    lookUps.inc({ result: "hit" }, hits);
    lookUps.inc({ result: "miss" }, misses);
    return registry.metrics();
  }
  return { text, contentType: registry.contentType, observe: requests.observe };
}

type Metrics = { text: () => Promise<string>; contentType: string };

/** Serves `/metrics` to this machine alone: it is for a collector beside the server, and asks nobody to sign in. */
export function serveMetrics(
  { text, contentType }: Metrics,
  port: number,
  failed: (error: unknown) => void,
  onListening?: (port: number) => void,
): Server {
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    try {
      const body = await text();
      response.writeHead(200, { "Content-Type": contentType, "Cache-Control": "no-store" }).end(body);
    } catch (error) {
      failed(error);
      response.writeHead(500).end();
    }
  });
  server.listen(port, "127.0.0.1", () => onListening?.((server.address() as AddressInfo).port));
  return server;
}
