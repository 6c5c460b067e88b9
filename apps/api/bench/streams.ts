import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What open streams cost a server, and how soon a release reaches the last of them. */
export type Streams = { count: number; bytesEach: number; reachedMs: number };
/** A server that tells its memory after a collection, and publishes a release when told to. */
export type Streaming = { port: number; rss: () => Promise<number>; publish: () => void };

const QUIET_MS = 1000;

/** Opens a stream of events; `heard` settles once `text` has come over it. */
let opened = 0;
function openStream(port: number) {
  const socket: Socket = connect(port, "127.0.0.1");
  let text = "";
  let wanted: { part: string; done: () => void } | undefined;
  const look = () => {
    if (wanted && text.includes(wanted.part)) wanted.done();
  };
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    look();
  });
  // From many addresses, as readers come: one alone may not have so many.
  const from = `10.0.${(opened >> 8) & 255}.${opened & 255}`;
  opened++;
  socket.write(`GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Forwarded-For: ${from}\r\n\r\n`);
  const heard = (part: string) =>
    new Promise<void>((done, failed) => {
      socket.once("close", () => failed(new Error(`a stream ended before it said ${part}`)));
      wanted = { part, done };
      look();
    });
  return { heard, close: () => socket.destroy() };
}

/** Opens `count` streams at once, and lets a release be published. */
export async function measureStreams(server: Streaming, count: number): Promise<Streams> {
  // What the first streams make the server load counts for none of them.
  const first = Array.from({ length: 20 }, () => openStream(server.port));
  await Promise.all(first.map((stream) => stream.heard("retry:")));
  const before = await server.rss();
  const streams = Array.from({ length: count }, () => openStream(server.port));
  await Promise.all(streams.map((stream) => stream.heard("retry:")));
  await sleep(QUIET_MS);
  const bytesEach = ((await server.rss()) - before) / count;
  const began = performance.now();
  const reached = Promise.all(streams.map((stream) => stream.heard("event: release")));
  server.publish();
  await reached;
  const reachedMs = performance.now() - began;
  for (const stream of [...first, ...streams]) stream.close();
  return { count, bytesEach, reachedMs };
}
