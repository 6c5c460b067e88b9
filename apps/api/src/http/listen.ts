import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, Server as NetServer, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { problems } from "@moc2030/shared/schema/problem";
import type { CachedResponse, RequestHead } from "./cached.ts";
import { routeOf } from "./route-of.ts";

/** A request that was answered; `route` is a pattern, `seconds` the time to the end of the answer. */
export type Answered = { method: string; route: string; status: number; seconds: number };

/**
 * `find` looks up cached responses before routing; `observe` hears of each answer. `headersMs` and `requestMs` limit how long a request may take to
 * arrive, `idleMs` how long no byte may move (SSE heartbeats stay below it).
 */
export type ListenOptions = {
  hostname: string;
  port: number;
  find?: (request: RequestHead) => Promise<CachedResponse | undefined>;
  observe?: (answered: Answered) => void;
  headersMs?: number;
  requestMs?: number;
  idleMs?: number;
};

/** A host name or address with an optional port. */
const HOST = /^([\w.-]{1,255}|\[[\da-f:.]{2,45}\])(:\d{1,5})?$/i;

/** Whether a request has exactly one valid Host header; HTTP/1.0 may omit it. */
function namesOneHost({ rawHeaders, headers, httpVersion }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts === 0) return httpVersion === "1.0";
  return hosts === 1 && HOST.test(headers.host ?? "");
}

const badHost = JSON.stringify({
  type: "urn:moc2030:problem:bad-host",
  ...problems["bad-host"],
  detail: "Send one Host header with a host name and nothing else.",
});

/** `finish` takes no new connection, and calls `done` when all answers under way have been taken. */
export type Listening = Server & { finish: (done: () => void | Promise<void>) => void };

/** Serves `fetch` with timeouts: 10 s for headers, 30 s for the whole request, 60 s idle, checked every second. */
export function listen(
  fetch: Parameters<typeof getRequestListener>[0],
  { hostname, port, find, observe, headersMs = 10_000, requestMs = 30_000, idleMs = 60_000 }: ListenOptions,
  onListening?: (port: number) => void,
): Listening {
  const handle = getRequestListener(fetch, { hostname });
  const options = {
    maxHeaderSize: 65_536,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    // Node's default of 30 s would let late requests live that much longer.
    connectionsCheckingInterval: Math.min(1000, headersMs),
  };
  /** How many answers are under way on each open connection. */
  const connections = new Map<Socket, number>();
  let isFinishing = false;
  const server = createServer(options, async (request, response) => {
    const { socket } = request;
    connections.set(socket, (connections.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const left = (connections.get(socket) ?? 1) - 1;
      if (connections.has(socket)) connections.set(socket, left);
      if (isFinishing && left === 0) socket.destroySoon();
    });
    let route: string | undefined;
    if (observe) {
      const began = performance.now();
      response.once("close", () =>
        observe({
          method: request.method ?? "",
          route: route ?? routeOf(request),
          status: response.statusCode,
          seconds: (performance.now() - began) / 1000,
        }),
      );
    }
    if (!namesOneHost(request)) {
      const headers = { "Content-Type": "application/problem+json", "X-Content-Type-Options": "nosniff" };
      response.writeHead(400, { ...headers, Connection: "close" }).end(badHost);
      return;
    }
    const ready = await find?.(request);
    route = ready?.route;
    if (ready) response.writeHead(ready.status, ready.headers).end(ready.body);
    else void handle(request, response);
  });
  server.on("connection", (socket) => {
    connections.set(socket, 0);
    socket.once("close", () => connections.delete(socket));
  });
  server.setTimeout(idleMs);
  server.listen(port, hostname, () => onListening?.((server.address() as AddressInfo).port));
  const finish = (done: () => void | Promise<void>) => {
    isFinishing = true;
    // The close() of HTTP would cut answers that are written and not yet taken.
    NetServer.prototype.close.call(server, () => void done());
    for (const [socket, answers] of connections) if (answers === 0) socket.destroy();
  };
  return Object.assign(server, { finish });
}
