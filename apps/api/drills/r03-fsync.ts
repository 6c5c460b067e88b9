import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { works } from "./other-programs.ts";
import { type Drill, Skipped } from "./place.ts";
import { start, stop } from "./product.ts";
import { asked, openDraft, signedIn } from "./staff.ts";

export const fsync: Drill = {
  id: "R3",
  what: "what is written to disk before an answer, seen by strace",
  passes: "between any two acknowledgements of writes there is an fsync, and so at least as many as writes",
  async run({ product, seededFile, long }) {
    if (!works("strace", ["-V"])) throw new Skipped("strace is not here, or may not trace");
    const writes = long ? 500 : 20;
    const file = seededFile();
    const author = await signedIn(file, "contributor");
    const trace = join(dirname(file), "trace");
    const calls = "trace=fsync,fdatasync,write,writev";
    const server = await start(product, file, [
      "strace",
      "-D",
      "-f",
      "-qq",
      "-s",
      "16",
      "-e",
      calls,
      "-e",
      "signal=none",
      "-o",
      trace,
    ]);
    const enter = asked(server.origin, author);
    const lines = () => readFileSync(trace, "utf8").split("\n");
    const before = lines().length;
    for (let n = 0; n < writes; n++) await openDraft(enter);
    const seen = lines().slice(before - 1);
    assert.equal(await stop(server), 0);
    let [syncs, since, acknowledged, early] = [0, 0, 0, 0];
    for (const line of seen) {
      if (/ f(data)?sync\(.*= 0$/.test(line)) {
        syncs++;
        since++;
      } else if (line.includes('"HTTP/1.1 200')) {
        acknowledged++;
        if (since === 0) early++;
        since = 0;
      }
    }
    assert.deepEqual([acknowledged, early], [writes, 0], "acknowledged, and of these before any fsync");
    assert.ok(syncs >= writes);
    return `${writes} acknowledged writes, ${syncs} fsyncs, none acknowledged before its own`;
  },
};
