import type { Server } from "node:http";
import { serve } from "@hono/node-server";

/** Where to listen, and after how long without a byte moving a connection is ended (streams send one more often). */
export type Listening = { hostname: string; port: number; idleMs?: number };

/** Serves `fetch` over HTTP with limits that no client can outlast: 10 s to send its headers, 30 s its request, a minute in which it takes nothing of an answer. A slow reader that takes something goes on. */
export function listen(
  fetch: Parameters<typeof serve>[0]["fetch"],
  { hostname, port, idleMs = 60_000 }: Listening,
  onListening?: (port: number) => void,
): Server {
  const serverOptions = { maxHeaderSize: 65_536, headersTimeout: 10_000, requestTimeout: 30_000 };
  const server = serve({ fetch, hostname, port, serverOptions }, (info) => onListening?.(info.port)) as Server;
  server.setTimeout(idleMs);
  return server;
}
