import { strict as assert } from "node:assert";
import { statSync } from "node:fs";
import type { Drill } from "./place.ts";
import { start, stop } from "./product.ts";
import { slowReader } from "./slow-reader.ts";
import { asked, figure, openDraft, signedIn } from "./staff.ts";

const LARGEST = 64 * 2 ** 20;

export const slowReaders: Drill = {
  id: "R6",
  what: "slow readers of the whole CSV while people write",
  passes: "the write-ahead log stays within 64 MB, and every reader gets the whole file in the end",
  async run({ product, seededFile, long }) {
    const [readers, commits, most] = long ? [40, 20_000, LARGEST] : [8, 600, LARGEST / 8];
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
        while (done < commits) {
          done++;
          await openDraft(enter, { ...figure(done), obsComVi: "x".repeat(1900) });
          if (done % 20 > 0) continue;
          largest = Math.max(largest, statSync(`${file}-wal`).size);
          slow[(done / 20) % readers]?.takeSome();
        }
      }),
    );
    for (const { rest } of slow) assert.ok(await rest());
    assert.equal(await stop(server), 0);
    assert.ok(largest > 0 && largest <= most, `the write-ahead log grew to ${largest} bytes`);
    return `${done.toLocaleString("en")} commits beside ${readers} readers: the log at most ${(largest / 2 ** 20).toFixed(1)} MB; every file whole`;
  },
};
