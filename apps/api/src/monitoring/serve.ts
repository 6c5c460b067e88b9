import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { collectDefaultMetrics } from "prom-client";
import type { Monitor } from "./monitor.ts";

/**
 * Serves `/metrics` to this machine alone, with prom-client's own of the process: it is for a collector beside the
 * server, and asks nobody to sign in.
 */
export function serveMetrics(
  { text, registry }: Pick<Monitor, "text" | "registry">,
  port: number,
  failed: (error: unknown) => void,
  onListening?: (port: number) => void,
): Server {
  collectDefaultMetrics({ register: registry });
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    try {
      const body = await text();
      response.writeHead(200, { "Content-Type": registry.contentType, "Cache-Control": "no-store" }).end(body);
    } catch (error) {
      failed(error);
      response.writeHead(500).end();
    }
  });
  server.listen(port, "127.0.0.1", () => onListening?.((server.address() as AddressInfo).port));
  return server;
}
