import { strict as assert } from "node:assert";
import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Drill } from "./place.ts";
import { start, stop } from "./product.ts";
import { slowReader } from "./slow-reader.ts";
import { asked, atVersion, figure, openDraft, signedIn } from "./staff.ts";

const LARGEST = 64 * 2 ** 20;

export const slowReaders: Drill = {
  id: "R6",
  what: "slow readers of the whole CSV while people write",
  passes: "the write-ahead log stays within 64 MB, and every reader gets the whole file in the end",
  async run({ product, seededFile, long }) {
    const [readers, commits, most] = long ? [40, 20_000, LARGEST] : [8, 700, LARGEST / 10];
    const file = seededFile();
    const authors: string[] = [];
    for (let n = 0; n < 4; n++) authors.push(await signedIn(file, "contributor"));
    const server = await start(product, file);
    let [largest, done, files] = [0, 0, 0];
    const read = async (_: unknown, n: number) => {
      do {
        // Of addresses of their own, so that no answer is shared.
        const file = `/api/v1/observations.csv?history=true&labels=both&to=${2030 + n}`;
        const { takeSome, isOver, rest } = await slowReader(server.port, file);
        while (!isOver() && done < commits) {
          takeSome();
          await sleep(250);
        }
        assert.ok(await rest(), "a file was cut");
        files++;
      } while (done < commits);
    };
    const write = async (cookie: string) => {
      const enter = asked(server.origin, cookie);
      const { id, ...draft } = await openDraft(enter, figure(0));
      let { version, items } = draft;
      while (done < commits) {
        done++;
        const changed = { ...figure(done), obsComVi: `${done} `.repeat(300) };
        const path = `/submissions/${id}/items/${items[0]?.id}`;
        const { status, body } = await enter("PUT", path, changed, atVersion(version));
        assert.equal(status, 200, JSON.stringify(body));
        ({ version, items } = body);
        if (done % 20 > 0) continue;
        largest = Math.max(largest, statSync(`${file}-wal`).size);
      }
    };
    await Promise.all([...authors.map(write), ...Array.from({ length: readers }, read)]);
    assert.equal(await stop(server), 0);
    assert.ok(largest > 0 && largest <= most, `the write-ahead log grew to ${largest} bytes`);
    return `${done.toLocaleString("en")} commits beside ${readers} readers: the log at most ${(largest / 2 ** 20).toFixed(1)} MB; ${files} files, each whole`;
  },
};
