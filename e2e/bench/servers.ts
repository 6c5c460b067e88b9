import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";

/** 1.6 Mbit/s, in bytes a millisecond, and the way there and back. */
const [RATE, RTT_MS] = [1.6e6 / 8 / 1000, 150];

/** What has crossed a line since the count was begun, with headers; `ahead` are requests for pages that nobody has gone to yet. */
export type Traffic = ReturnType<typeof noTraffic>;
export type Line = { origin: string; traffic: Traffic; end: () => void };
export const noTraffic = () => ({ bytes: 0, requests: 0, ahead: 0 });

/** A slow line to a server: the browser's own emulation leaves out what it fetches ahead. */
export async function slowLine(origin: string): Promise<Line> {
  const traffic = noTraffic();
  let free = 0;
  let last = Promise.resolve();
  const server = createServer((near) => {
    const far = connect(Number(new URL(origin).port), "127.0.0.1");
    near.pipe(far).on("error", () => near.destroy());
    far.on("close", () => void last.then(() => near.end()));
    near.on("error", () => far.destroy()).on("close", () => far.destroy());
    near.on("data", (head: Buffer) => {
      traffic.requests += Number(/^GET /.test(`${head}`));
      traffic.ahead += Number(/^sec-purpose: prefetch/im.test(`${head}`));
    });
    far.on("data", (chunk: Buffer) => {
      traffic.bytes += chunk.length;
      free = Math.max(free, performance.now() + RTT_MS) + chunk.length / RATE;
      const at = free;
      last = last
        .then(() => sleep(Math.max(0, at - performance.now())))
        .then(() => void (near.destroyed || near.write(chunk)));
    });
  });
  return { origin: await originOf(server), traffic, end: () => server.close() };
}
async function originOf(server: Server): Promise<string> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The least that a page can cost: its document without scripts, its styles and letters, each asked of the product once and then served from memory, packed as there. */
export async function runFloor(product: string): Promise<{ origin: string; end: () => void }> {
  const read = async (address: string) => {
    const answer = await fetch(product + address, { headers: { "accept-encoding": "br" } });
    const given = (name: string) => answer.headers.get(name) ?? "";
    const headers: Record<string, string> = { ETag: '"floor"', "Cache-Control": given("cache-control") };
    for (const name of ["content-type", "content-encoding"]) if (given(name)) headers[name] = given(name);
    const isPage = given("content-type").startsWith("text/html");
    const params = { [constants.BROTLI_PARAM_QUALITY]: isPage ? 7 : 11 };
    let body = Buffer.from(await answer.arrayBuffer());
    if (isPage) body = Buffer.from(body.toString().replace(/<script\b[^>]*>.*?<\/script>/gs, ""));
    if (given("content-encoding")) body = brotliCompressSync(body, { params });
    return { status: answer.status, headers, body };
  };
  const memory = new Map<string, ReturnType<typeof read>>();
  const server = createHttpServer(({ url = "/" }, response) => {
    if (!memory.has(url)) memory.set(url, read(url));
    void memory.get(url)?.then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
  });
  return { origin: await originOf(server), end: () => server.close().closeAllConnections() };
}
