import { strict as assert } from "node:assert";
import { statSync } from "node:fs";
import { connect } from "node:net";
import type { Drill } from "./place.ts";
import { start, stop } from "./product.ts";
import { asked, atVersion, openDraft, signedIn } from "./staff.ts";

const LARGEST = 64 * 2 ** 20;

/** Asks for a file and takes some of it only when told to; `rest` takes what is left and gives the bytes of the body. */
async function slowReader(port: number, path: string) {
  const socket = connect({ port, host: "127.0.0.1" });
  let [head, size, wanted] = ["", 0, 0];
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
  const first = new Promise<void>((done) => {
    socket.on("data", (chunk) => {
      size += chunk.length;
      if (wanted === 0) {
        head += chunk.toString("latin1");
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        size = head.length - end - 4;
        wanted = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
      }
      socket.pause();
      done();
    });
  });
  const closed = new Promise<void>((done) => socket.once("close", () => done()));
  await first;
  return {
    takeSome: () => socket.resume(),
    rest: async () => {
      socket.removeAllListeners("data").on("data", (chunk) => (size += chunk.length));
      socket.resume();
      await closed;
      return { size, wanted, status: head.slice(9, 12) };
    },
  };
}

export const slowReaders: Drill = {
  id: "R6",
  what: "slow readers of the whole CSV while people write",
  passes: "the write-ahead log stays within 64 MB, and every reader gets the whole file in the end",
  async run({ product, seededFile, long }) {
    const [readers, commits, most] = long ? [40, 20_000, LARGEST] : [8, 800, LARGEST / 8];
    const file = seededFile();
    const authors: string[] = [];
    for (let n = 0; n < 4; n++) authors.push(await signedIn(file, "contributor"));
    const server = await start(product, file);
    // Of addresses of their own, so that no answer is shared.
    const slow = await Promise.all(
      Array.from({ length: readers }, (_, n) =>
        slowReader(server.port, `/api/v1/observations.csv?history=true&labels=both&to=${2030 + n}`),
      ),
    );
    let [largest, done] = [0, 0];
    await Promise.all(
      authors.map(async (cookie) => {
        const enter = asked(server.origin, cookie);
        let { id, version } = await openDraft(enter);
        while (done < commits) {
          done++;
          const { status, body } = await enter(
            "PATCH",
            `/submissions/${id}`,
            { title: `x ${done}` },
            atVersion(version),
          );
          assert.equal(status, 200, JSON.stringify(body));
          version = body.version;
          if (done % 20 > 0) continue;
          largest = Math.max(largest, statSync(`${file}-wal`).size);
          slow[(done / 20) % readers]?.takeSome();
        }
      }),
    );
    for (const { rest } of slow) {
      const { status, size, wanted } = await rest();
      assert.deepEqual([status, size], ["200", wanted]);
    }
    assert.equal(await stop(server), 0);
    assert.ok(largest > 0 && largest <= most, `the write-ahead log grew to ${largest} bytes`);
    return `${done.toLocaleString("en")} commits beside ${readers} readers: the log at most ${(largest / 2 ** 20).toFixed(1)} MB; every file whole`;
  },
};
