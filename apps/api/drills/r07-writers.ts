import { strict as assert } from "node:assert";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { openRaw } from "../src/db/raw.fixture.ts";
import { type Drill, percentile } from "./place.ts";
import { command, start, stop } from "./product.ts";
import { asked, openDraft, signedIn } from "./staff.ts";

const WRITERS = 8;

export const writers: Drill = {
  id: "R7",
  what: "eight people who write at once, while commands of other processes write and copy too",
  passes: "every write succeeds; no SQLITE_BUSY reaches a client or the log; what was acknowledged is there",
  async run({ product, seededFile, long }) {
    const file = seededFile();
    const cookies: string[] = [];
    for (let n = 0; n < WRITERS; n++) cookies.push(await signedIn(file, "contributor"));
    const server = await start(product, file);
    const times: number[] = [];
    const until = performance.now() + 30_000;
    let commands = 0;
    const isOver = () => (long ? performance.now() > until : times.length >= 200);
    const outside = async () => {
      do {
        const mail = `p${commands}@example.vn`;
        const added = await command(product, file, [
          "staff:add",
          "--email",
          mail,
          "--name",
          `P ${commands}`,
          "--role",
          "contributor",
        ]);
        assert.equal(added.how, 0, added.output);
        const kept = join(dirname(file), "backup");
        const copied = await command(product, file, ["backup", kept]);
        assert.equal(copied.how, 0, copied.output);
        rmSync(kept, { recursive: true });
        commands += 2;
      } while (!isOver());
    };
    const write = async (cookie: string) => {
      const enter = asked(server.origin, cookie);
      while (!isOver()) {
        const began = performance.now();
        await openDraft(enter);
        times.push(performance.now() - began);
      }
    };
    await Promise.all([outside(), ...cookies.map(write)]);
    assert.equal(await stop(server), 0);
    assert.doesNotMatch(server.output(), /SQLITE_BUSY|database is locked/);
    const raw = openRaw(file, { readonly: true });
    assert.equal(raw.prepare("SELECT count(*) FROM submission").pluck().get(), times.length);
    raw.close();
    const verified = await command(product, file, ["verify"]);
    assert.equal(verified.how, 0, verified.output);
    return `${times.length.toLocaleString("en")} writes of ${WRITERS} people beside ${commands} commands: none refused; median ${percentile(times, 50).toFixed(0)} ms, the longest ${Math.max(...times).toFixed(0)} ms`;
  },
};
