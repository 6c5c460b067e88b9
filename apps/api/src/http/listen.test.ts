import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { queryScalar } from "../db/raw.fixture.ts";
import { type Listening, listen } from "./listen.ts";

const IDLE_MS = 2000;
/** More than the kernel buffers for a client that does not read. */
const BIG = Buffer.alloc(40 * 2 ** 20, "0123456789abcdef");
const { app, db, logged } = await testApp();
const servers: Server[] = [];
async function serve(
  fetch: Parameters<typeof listen>[0],
  idleMs?: number,
  find?: typeof app.findCached,
  limits: { headersMs?: number; requestMs?: number } = {},
) {
  const port = await new Promise<number>((ready) => {
    const more = { ...(idleMs && { idleMs }), ...(find && { find }), ...limits };
    servers.push(listen(fetch, { hostname: "127.0.0.1", port: 0, ...more }, ready));
  });
  return { port, server: servers.at(-1) as Server };
}
const { port, server } = await serve(app.fetch, undefined, app.findCached);
const big = await serve(() => new Response(BIG), IDLE_MS);
afterAll(() => Promise.all(servers.map((one) => new Promise((closed) => one.close(closed)))));

const url = (path: string) => `http://127.0.0.1:${port}${path}`;
const connections = () => new Promise<number>((tell) => server.getConnections((_error, count) => tell(count)));
/** Sends a request without reading the response. */
async function ask(path: string, to = port): Promise<Socket> {
  const socket = connect({ port: to, host: "127.0.0.1" }).pause();
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  return socket;
}
/** Sends bytes and returns the response once the server closes the connection. */
async function sent(to: number, text: string, then?: (socket: Socket) => void) {
  const socket = connect({ port: to, host: "127.0.0.1" });
  let answer = "";
  socket.setEncoding("latin1").on("data", (part: string) => {
    answer += part;
  });
  socket.on("error", () => {});
  socket.write(text);
  then?.(socket);
  await once(socket, "close");
  return answer;
}
/** Whether no read transaction is open: only then can the WAL be truncated. */
const nothingHeld = async () => (await queryScalar(db, "PRAGMA wal_checkpoint(TRUNCATE)")) === 0;
async function eventually(what: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 1200; tries++) {
    if (await what()) return true;
    await sleep(50);
  }
  return false;
}

describe("a cached response", () => {
  const path = "/api/v1/observations?indicator=GII_RANK";
  const exchange = async (init?: RequestInit) => {
    const answer = await fetch(url(path), init);
    const headers = [...answer.headers].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name));
    return { status: answer.status, headers: Object.fromEntries(headers), body: await answer.text() };
  };
  test("is the same on the wire as the first one, for GET, HEAD and If-None-Match", async () => {
    const made = await exchange();
    expect(app.findCached({ method: "GET", url: path, headers: { "accept-encoding": "gzip" } })).toBeDefined();
    expect(await exchange()).toEqual(made);
    expect(await exchange({ headers: { accept: "application/json" } })).toEqual(made);
    expect(await exchange({ method: "HEAD" })).toEqual({ ...made, body: "" });
    const again = await exchange({ headers: { "if-none-match": made.headers.etag as string } });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, "", made.headers.etag]);
    // A 304 has no Content-* headers.
    expect(Object.keys(again.headers).filter((name) => name.startsWith("content-"))).toEqual([]);
  });
});

// Concurrent, because these tests wait for timeouts.
describe.concurrent("a client that reads a few bytes at a time", () => {
  test("gets every byte, however slowly it reads", async () => {
    const slow = await ask("/", big.port);
    const began = performance.now();
    const chunks: Buffer[] = [];
    slow.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (performance.now() - began > 3 * IDLE_MS) return;
      slow.pause();
      setTimeout(() => slow.resume(), 10);
    });
    slow.resume();
    await once(slow, "close");
    const body = Buffer.concat(chunks);
    expect(body.subarray(body.indexOf("\r\n\r\n") + 4).equals(BIG)).toBe(true);
  });
  test("is disconnected after the idle timeout", async () => {
    const own = await serve(() => new Response(BIG), IDLE_MS);
    const ended = new Promise((done) => own.server.once("connection", (from) => from.once("close", done)));
    const stalled = await ask("/", own.port);
    stalled.on("error", () => {});
    await ended;
    let received = 0;
    stalled.on("data", (chunk: Buffer) => {
      received += chunk.length;
    });
    stalled.resume();
    await once(stalled, "close");
    expect(received).toBeLessThan(BIG.length);
  });
  test("neither holds a read transaction nor slows down others", async () => {
    const slow = await ask("/api/v1/observations.json?labels=both&lang=en");
    slow.read(1);
    expect(await eventually(nothingHeld)).toBe(true);
    expect((await fetch(url("/healthz"))).status).toBe(200);
    expect(slow.readableEnded).toBe(false);
    slow.destroy();
  });
});

describe.concurrent("an incomplete request", async () => {
  const quick = await serve(async (request) => new Response(await request.text()), undefined, undefined, {
    headersMs: 300,
    requestMs: 600,
  });
  test("is ended with a 408, whether headers or body are missing", async () => {
    expect(await sent(quick.port, "GET / HTTP/1.1\r\nHost: x\r\n")).toMatch(/^HTTP\/1.1 408 /);
    const post = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1";
    expect(await sent(quick.port, post)).toMatch(/^(HTTP\/1.1 408 .*)?$/s);
  });
});

describe("a client that disconnects", () => {
  test.each([
    ["in the middle of a response", "/api/v1/observations.csv?labels=both&history=true", 60],
    ["while its response is being made", "/api/v1/observations.xlsx?lang=en", 5],
  ])("%s leaves nothing open and causes no error", async (_when, path, after) => {
    for (let i = 0; i < 5; i++) {
      const socket = await ask(`${path}&from=${1990 + i}`);
      await sleep(after);
      socket.destroy();
    }
    expect(await eventually(async () => (await connections()) <= 1)).toBe(true);
    expect(await eventually(nothingHeld)).toBe(true);
    expect((await fetch(url(`${path}&from=1990`))).status).toBe(200);
    expect(logged).toEqual([]);
  });
});

describe("a request that is too long", () => {
  const codes = (count: number) => Array.from({ length: count }, (_, i) => `A${i}`).join(",");
  test("with 5,000 codes is a 422 that states the limit", async () => {
    for (const format of ["", ".csv", ".xlsx", ".zip", ".sdmx.csv"]) {
      const answer = await fetch(url(`/api/v1/observations${format}?area=${codes(5000)}`));
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("at most 300 codes");
    }
  });
  test("with a URL over 64 KiB is a 431", async () => {
    expect((await fetch(url(`/api/v1/observations?area=${codes(20_000)}`))).status).toBe(431);
  });
});

describe("a malformed request", () => {
  const formats = ["", ".csv", ".json", ".xlsx", ".zip", ".sdmx.csv"];
  test.each([
    ["columns=OBS_VALUE", "columns"],
    ["labels=name", "labels"],
    ["include=path", "include"],
    ["format=xls", "format"],
    ["locale=fr", "locale"],
    ["bom=yes", "bom"],
    ["from=2025&to=2020", "from"],
    ["release=99999", "release"],
    ["release=0", "release"],
    ["release=1&asOf=2025-01-01", "asOf"],
    ["asOf=2025-13-01", "asOf"],
    ["indicator=NO_SUCH", "indicator"],
    ["lang=vi&lang=en", "lang"],
  ])("?%s is a 422 in every format", async (query, parameter) => {
    for (const format of formats) {
      const answer = await fetch(url(`/api/v1/observations${format}?${query}`));
      expect([format, answer.status, answer.headers.get("content-type")]).toEqual([
        ...[format, 422, "application/problem+json"],
      ]);
      expect(answer.headers.get("content-disposition")).toBeNull();
      const { errors } = (await answer.json()) as { errors: { parameter: string }[] };
      expect(errors.map((e) => e.parameter)).toContain(parameter);
    }
  });
});

describe("a request", () => {
  test.each([
    ["two Host headers", "Host: 127.0.0.1\r\nhost: evil.example\r\n"],
    ["none", ""],
    ["a path in it", "Host: 127.0.0.1/a\r\n"],
    ["user info in it", "Host: a@127.0.0.1\r\n"],
    ["two names in it", "Host: a, b\r\n"],
    ["nothing in it", "Host:\r\n"],
    ["an invalid port", "Host: 127.0.0.1:http\r\n"],
  ])("with %s for a host is a 400", async (_what, headers) => {
    const answer = await sent(port, `GET /healthz HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    // Node's own refusals have no body.
    expect(answer).toMatch(/X-Content-Type-Options: nosniff|\r\n\r\n$/);
  });
  test("whose end could be read in two ways is a 400", async () => {
    const head = "POST /api/v1/assessments/preview HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";
    for (const lengths of [
      "Content-Length: 5\r\nTransfer-Encoding: chunked",
      "Content-Length: 5\r\nContent-Length: 0",
    ]) {
      const answer = await sent(port, `${head}${lengths}\r\nConnection: close\r\n\r\n0\r\n\r\n`);
      expect([lengths, answer]).toEqual([lengths, expect.stringMatching(/^HTTP\/1.1 400 /)]);
    }
  });
  test.each(["127.0.0.1", "localhost:2289", "[::1]:2289", "moc_2030.example.vn"])(
    "for %s is answered",
    async (host) => {
      const answer = await sent(port, `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 200 /);
    },
  );
  test("with a body that is too large, with Content-Length or chunked, gets a 413 and not a broken connection", async () => {
    const head = `POST /api/v1/assessments/preview HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n`;
    const big = "x".repeat(64 * 1024);
    const declared = await sent(port, `${head}Content-Length: 9000000\r\n\r\n`, (socket) => socket.write(big));
    expect(declared).toMatch(/^HTTP\/1.1 413 /);
    const chunks = await sent(port, `${head}Transfer-Encoding: chunked\r\n\r\n`, (socket) => {
      for (let i = 0; i < 40; i++) socket.write(`10000\r\n${big}\r\n`);
      socket.write("0\r\n\r\n");
    });
    expect(chunks).toMatch(/^HTTP\/1.1 413 /);
  });
});

test("finish() ends what is idle at once, and an answer that is written but not yet taken only when it has been", async () => {
  const server = await new Promise<Listening>((ready) => {
    const made = listen(
      () => new Response(BIG),
      { hostname: "127.0.0.1", port: 0 },
      () => ready(made),
    );
  });
  const { port } = server.address() as AddressInfo;
  const idle = connect({ port, host: "127.0.0.1" }).resume();
  await once(idle, "connect");
  const slow = await ask("/", port);
  await once(slow, "readable");
  let isOver = false;
  server.finish(() => {
    isOver = true;
  });
  await once(idle, "close");
  expect(isOver).toBe(false);
  let size = 0;
  slow.on("data", (chunk: Buffer) => {
    size += chunk.length;
  });
  await once(slow, "close");
  expect(size).toBeGreaterThan(BIG.length);
  expect(await eventually(() => isOver)).toBe(true);
});
