import { strict as assert } from "node:assert";
import { once } from "node:events";
import { type ClientRequest, request } from "node:http";
import { connect } from "node:net";
import { bar, type Drill } from "./place.ts";
import { start } from "./product.ts";
import { slowReader } from "./slow-reader.ts";
import { signedIn } from "./staff.ts";

/** A change whose head the server has and whose body it waits for. */
async function begun(origin: string, cookie: string): Promise<ClientRequest> {
  const body = JSON.stringify({ title: "x" });
  const made = request(`${origin}/api/v1/submissions`, {
    method: "POST",
    headers: {
      cookie,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "content-length": body.length,
      expect: "100-continue",
    },
  });
  made.flushHeaders();
  await once(made, "continue");
  return made;
}

async function statusOf(made: ClientRequest): Promise<number> {
  const answered = once(made, "response");
  made.end(JSON.stringify({ title: "x" }));
  const [response] = await answered;
  response.resume();
  await once(response, "end");
  return response.statusCode;
}

/** Whether anybody still takes connections there. */
const isOpen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

export const stopping: Drill = {
  id: "R8",
  what: "SIGTERM with changes under way, a half-read export and open streams",
  passes: "every change completes, the export is whole, the server ends the streams, exit code 0 within 10 s",
  async run(place) {
    const { product, seededFile, long } = place;
    const count = long ? 20 : 4;
    const file = seededFile();
    const author = await signedIn(file, "contributor");
    const server = await start(product, file);
    const numbers = Array.from({ length: count }, (_, n) => n);
    const changes = await Promise.all(numbers.map(() => begun(server.origin, author)));
    const exports = await Promise.all(
      numbers.map((n) =>
        slowReader(server.port, `/api/v1/observations.csv?history=true&labels=both&include=target&to=${2030 + n}`),
      ),
    );
    const streams = await Promise.all(numbers.map(() => fetch(`${server.origin}/api/v1/events`)));
    const began = performance.now();
    server.kill("SIGTERM");
    // It takes no new connection, and so has heard the signal.
    while (await isOpen(server.port));
    for (const made of changes) assert.equal(await statusOf(made), 200);
    for (const { rest } of exports) assert.ok(await rest(), "an export was cut");
    for (const stream of streams) assert.match(await stream.text(), /^retry: \d+\n\n$/);
    assert.equal(await server.ended, 0);
    const seconds = (performance.now() - began) / 1000;
    bar(place, "seconds to the end", seconds, 10);
    return `${count} changes, ${count} exports and ${count} streams complete; exit code 0 after ${seconds.toFixed(1)} s`;
  },
};
