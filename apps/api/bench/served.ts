import { createServer } from "node:http";
import { BlockList } from "node:net";
import { createApp } from "../src/app.ts";
import { openDb } from "../src/audit/open.ts";
import { listen } from "../src/http/listen.ts";
import { newestReleaseId } from "../src/observations/read-point.ts";
import { ReleaseEvents } from "../src/outbox/release-events.ts";

// A server in a process of its own: `hello`, or the product on a database, with or without kept answers. It tells its port, and when asked the CPU and the memory it uses; it publishes an empty release when told to.
const [what = "hello", file = "", cacheBytes = ""] = process.argv.slice(2);
let publish = async () => {};
const tell = (message: object) => process.send?.(message);

if (what === "hello") {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/plain", "Content-Length": "5" });
    response.end("hello");
  });
  server.listen(0, "127.0.0.1", () => tell({ port: (server.address() as { port: number }).port }));
} else {
  const db = await openDb(file, new Date());
  const events = new ReleaseEvents(() => newestReleaseId(db), console.error);
  publish = async () => {
    await db.run(
      "INSERT INTO release SELECT max(id) + 1, max(published_at), 'seed_change', '-', '-', NULL, NULL, NULL FROM release",
    );
    await events.announce();
  };
  const trusted = new BlockList();
  trusted.addAddress("127.0.0.1");
  const app = createApp({
    db,
    now: () => new Date(),
    events,
    trusted,
    ...(cacheBytes && { cacheBytes: Number(cacheBytes) }),
  });
  listen(app.fetch, { hostname: "127.0.0.1", port: 0, find: app.findCached }, (port) => tell({ port }));
}

process.on("message", (what) => {
  if (what === "publish") return publish();
  // Only a process started with --expose-gc is asked for its memory.
  if (what === "rss") global.gc?.();
  const { user, system } = process.cpuUsage();
  tell({ cpu: user + system, rss: process.memoryUsage().rss });
});
process.on("disconnect", () => process.exit(0));
