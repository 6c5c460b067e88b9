import { createServer } from "node:http";
import { BlockList } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createApp } from "../src/app.ts";
import { openDb } from "../src/audit/open.ts";
import { listen } from "../src/http/listen.ts";
import { newestReleaseId } from "../src/observations/read-point.ts";
import { ReleaseEvents } from "../src/outbox/release-events.ts";
import { readWeb } from "../src/pages/web-files.ts";
import { keepOutcomes } from "../src/releases/outcome.ts";
import { loadSeed } from "../src/seed/load.ts";

// A process of its own: `hello`, or the product on a database, with or without kept answers and pages. It tells its port, and after each message what it uses.
const [what = "hello", file = "", cacheBytes = "", webDir = ""] = process.argv.slice(2);
const tell = (message: object) => process.send?.(message);
const loop = monitorEventLoopDelay({ resolution: 1 });
/** What it does when told to. */
const deeds: Record<string, () => Promise<unknown> | unknown> = {
  // Only a process started with --expose-gc is asked for its memory.
  rss: () => global.gc?.(),
  watch: () => loop.enable() && loop.reset(),
};

if (what === "hello") {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/plain", "Content-Length": "5" });
    response.end("hello");
  });
  server.listen(0, "127.0.0.1", () => tell({ port: (server.address() as { port: number }).port }));
} else {
  const db = await openDb(file, new Date());
  const events = new ReleaseEvents(() => newestReleaseId(db), console.error);
  const release = `INSERT INTO release
    SELECT max(id) + 1, max(published_at), 'seed_change', '-', '-', NULL, NULL, NULL FROM release`;
  deeds.publish = async () => {
    await db.run(release);
    await events.announce();
  };
  deeds.load = () => loadSeed(db, webDir, new Date());
  deeds.keep = () => keepOutcomes(db);
  const trusted = new BlockList();
  trusted.addAddress("127.0.0.1");
  const app = createApp({
    db,
    now: () => new Date(),
    events,
    trusted,
    ...(what === "pages" && (await readWeb(webDir))),
    ...(cacheBytes && { cacheBytes: Number(cacheBytes) }),
  });
  listen(app.fetch, { hostname: "127.0.0.1", port: 0, find: app.findCached }, (port) => tell({ port }));
}

process.on("message", async (deed: string) => {
  await deeds[deed]?.();
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  tell({ cpu: user + system, rss: process.memoryUsage().rss, most: maxRSS * 1024, loopMs: loop.percentile(99) / 1e6 });
});
process.on("disconnect", () => process.exit(0));
