import { createServer } from "node:http";
import { createApp } from "../src/app.ts";
import { openDb } from "../src/db/open.ts";
import { listen } from "../src/http/listen.ts";

// A server in a process of its own: `hello`, or the product on a database, with or without kept answers. It tells its port, and the CPU it has used when asked.
const [what = "hello", file = "", cacheBytes = ""] = process.argv.slice(2);
const tell = (message: object) => process.send?.(message);

if (what === "hello") {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/plain", "Content-Length": "5" });
    response.end("hello");
  });
  server.listen(0, "127.0.0.1", () => tell({ port: (server.address() as { port: number }).port }));
} else {
  const app = createApp({ db: openDb(file), ...(cacheBytes && { cacheBytes: Number(cacheBytes) }) });
  listen(app.fetch, { hostname: "127.0.0.1", port: 0 }, (port) => tell({ port }));
}

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  tell({ cpu: user + system, rss: process.memoryUsage().rss });
});
process.on("disconnect", () => process.exit(0));
