import { strict as assert } from "node:assert";
import { connect } from "node:net";
import { bar, type Drill, percentile } from "./place.ts";
import { start, stop } from "./product.ts";

/** A connection that never ends its headers: one more each second. Gives what the server said, and after how long. */
function slowHeaders(port: number): Promise<{ said: string; seconds: number }> {
  const socket = connect(port, "127.0.0.1");
  const began = performance.now();
  let said = "";
  socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
  const more = setInterval(() => socket.write("X-More: x\r\n"), 1000);
  return new Promise((done) => {
    socket.on("data", (chunk) => (said += chunk.toString("latin1")));
    socket.on("error", () => {});
    socket.once("close", () => {
      clearInterval(more);
      done({ said, seconds: (performance.now() - began) / 1000 });
    });
  });
}

export const slowHeaderClients: Drill = {
  id: "R12",
  what: "connections whose headers never end",
  passes: "99 % of the others are answered within 100 ms; the server ends each slow one with 408 after 10 s",
  async run(place) {
    const { product, seededFile, long } = place;
    const count = long ? 800 : 50;
    const server = await start(product, seededFile());
    let open = count;
    const slow = Promise.all(
      Array.from({ length: count }, () =>
        slowHeaders(server.port).finally(() => {
          open--;
        }),
      ),
    );
    const times: number[] = [];
    for (let n = 0; open > 0; n++) {
      const began = performance.now();
      const path =
        n % 2 === 0
          ? "/api/v1/releases?limit=1"
          : `/api/v1/observations?indicator=GII_RANK&area=VNM&to=${2030 + (n % 500)}`;
      const answer = await fetch(`${server.origin}${path}`);
      await answer.arrayBuffer();
      assert.ok(answer.status < 500);
      times.push(performance.now() - began);
      await new Promise((done) => setTimeout(done, 20));
    }
    const ends = await slow;
    assert.deepEqual(ends.filter(({ said }) => !said.startsWith("HTTP/1.1 408")).length, 0);
    const seconds = ends.map((end) => end.seconds);
    const p99 = percentile(times, 99);
    bar(place, "99 % of the others in ms", p99, 100);
    bar(place, "seconds until a slow connection is ended", Math.max(...seconds), 13);
    assert.ok(Math.min(...seconds) > 9);
    assert.equal(await stop(server), 0);
    return `${count} slow connections, each ended with 408 after ${Math.min(...seconds).toFixed(1)} to ${Math.max(...seconds).toFixed(1)} s; ${times.length} other requests, 99 % within ${p99.toFixed(0)} ms`;
  },
};
