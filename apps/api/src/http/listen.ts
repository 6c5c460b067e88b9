import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Asked, KeptAnswer } from "./cached.ts";

/** Where to listen, which answers are there already, and after how long without a byte moving a connection is ended (streams send one more often). */
export type Listening = {
  hostname: string;
  port: number;
  kept?: (asked: Asked) => KeptAnswer | undefined;
  idleMs?: number;
};

/** Serves `fetch` over HTTP with limits that no client can outlast: 10 s to send its headers, 30 s its request, a minute in which it takes nothing of an answer. A slow reader that takes something goes on. */
export function listen(
  fetch: Parameters<typeof getRequestListener>[0],
  { hostname, port, kept, idleMs = 60_000 }: Listening,
  onListening?: (port: number) => void,
): Server {
  const handle = getRequestListener(fetch, { hostname });
  const options = { maxHeaderSize: 65_536, headersTimeout: 10_000, requestTimeout: 30_000 };
  const server = createServer(options, (request, response) => {
    const ready = kept?.(request);
    if (ready) response.writeHead(ready.status, ready.headers).end(ready.body);
    else void handle(request, response);
  });
  server.setTimeout(idleMs);
  server.listen(port, hostname, () => onListening?.((server.address() as AddressInfo).port));
  return server;
}
