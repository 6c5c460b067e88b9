import { strict as assert } from "node:assert";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { staffFileFor } from "../src/identity/open.ts";
import { assertSound, bar, type Drill } from "./place.ts";
import { command, start, stop } from "./product.ts";
import { asked, openDraft, signedIn } from "./staff.ts";

const headIn = (output: string) => /audit head ([0-9a-f]{64})/.exec(output)?.[1];

export const backup: Drill = {
  id: "R5",
  what: "a backup while people write, restored into an empty place",
  passes:
    "no write waits longer than 50 ms for it; restored within 60 s to the same audit head; a backup with a flipped byte is refused and leaves nothing",
  async run(place) {
    const { product, seededFile, emptyFile, long } = place;
    const file = seededFile();
    const author = await signedIn(file, "contributor");
    const server = await start(product, file);
    const enter = asked(server.origin, author);
    const paper = await enter("POST", "/evidence?name=x.pdf", "%PDF-1.7 x", {
      "content-type": "application/octet-stream",
    });
    assert.equal(paper.status, 200);
    const kept = join(dirname(emptyFile()), "backup");
    let slowest = 0;
    const timed = async () => {
      const began = performance.now();
      await openDraft(enter);
      return performance.now() - began;
    };
    let usual = 0;
    for (let n = 0; n < (long ? 300 : 20); n++) usual = Math.max(usual, await timed());
    let written = 0;
    let isOver = false;
    const made = command(product, file, ["backup", kept]).finally(() => {
      isOver = true;
    });
    for (; !isOver; written++) slowest = Math.max(slowest, await timed());
    const { how, output } = await made;
    assert.equal(how, 0, output);
    assert.ok(written > 0);
    bar(place, `the longest wait for a write in ms, before it ${usual.toFixed(0)}`, slowest, 50);
    assert.equal(await stop(server), 0);

    const target = emptyFile();
    const began = performance.now();
    const restored = await command(product, target, ["restore", kept]);
    const seconds = (performance.now() - began) / 1000;
    assert.equal(restored.how, 0, restored.output);
    bar(place, "seconds to restore", seconds, 60);
    assert.ok(headIn(output));
    assert.equal(headIn(restored.output), headIn(output));
    assertSound(target);
    const verified = await command(product, target, ["verify", "--head", headIn(output) ?? ""]);
    assert.equal(verified.how, 0, verified.output);
    assert.equal(await stop(await start(product, target)), 0);

    const names = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of names) {
      const [copy, nowhere] = [join(dirname(emptyFile()), "backup"), emptyFile()];
      cpSync(kept, copy, { recursive: true });
      const path = join(entry.parentPath, entry.name).replace(kept, copy);
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      const refused = await command(product, nowhere, ["restore", copy]);
      assert.deepEqual([entry.name, refused.how], [entry.name, 1]);
      assert.deepEqual([existsSync(nowhere), existsSync(staffFileFor(nowhere))], [false, false]);
    }
    return `${written} writes during the backup, the longest ${slowest.toFixed(0)} ms (before it ${usual.toFixed(0)} ms); restored in ${seconds.toFixed(1)} s to the same head; ${names.length} of ${names.length} damaged backups refused`;
  },
};
