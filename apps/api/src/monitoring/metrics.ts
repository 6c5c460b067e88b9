import { Counter, Gauge, type Registry } from "prom-client";
import type { State } from "./state.ts";

const DAY_SECONDS = 86_400;

/** Answers looked for since the start among those that are kept, and the bytes of these. */
export type CacheUsage = { hits: number; misses: number; bytes: number };

/** The metrics of the installation; returns what sets them before each reading. */
export function installationMetrics(registry: Registry, now: () => Date) {
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

  return (found: State, streams: number, cache: CacheUsage) => {
    gauges.streams.set(streams);
    gauges.cacheBytes.set(cache.bytes);
    gauges.wal.set(found.walBytes);
    gauges.disk.set(found.freeBytes);
    gauges.backupAge.set(age(found.backup.madeAt));
    gauges.restoreAge.set(age(found.backup.testedAt));
    gauges.releaseAge.set(age(found.release?.publishedAt) / DAY_SECONDS);
    gauges.overdue.set(found.overdue);
    gauges.clock.set({ synchronised: 1, off: 0, unknown: Number.NaN }[found.clock]);
    for (const [kind, count] of Object.entries(found.mail)) mails.set({ state: kind }, count);
    lookUps.reset();
    lookUps.inc({ result: "hit" }, cache.hits);
    lookUps.inc({ result: "miss" }, cache.misses);
  };
}
