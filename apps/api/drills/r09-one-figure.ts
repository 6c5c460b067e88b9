import { strict as assert } from "node:assert";
import type { Drill } from "./place.ts";
import { command, start, stop } from "./product.ts";
import { asked, atVersion, figure, openDraft, signedIn } from "./staff.ts";

const EDITORS = 20;

export const oneFigure: Drill = {
  id: "R9",
  what: "twenty windows in which one figure is changed at once",
  passes: "one is taken, nineteen get a 412; without If-Match each gets a 428",
  async run({ product, seededFile, long }) {
    const rounds = long ? 50 : 3;
    const file = seededFile();
    const author = await signedIn(file, "contributor");
    const server = await start(product, file);
    const enter = asked(server.origin, author);
    for (let round = 0; round < rounds; round++) {
      const { id, version, items } = await openDraft(enter, figure(0));
      const path = `/submissions/${id}/items/${items[0]?.id}`;
      const all = async (headers: Record<string, string>) => {
        const values = Array.from({ length: EDITORS }, (_, n) => figure(n + 1));
        const answers = await Promise.all(values.map((value) => enter("PUT", path, value, headers)));
        return { values, statuses: answers.map(({ status }) => status) };
      };
      const without = await all({});
      assert.deepEqual(without.statuses, Array(EDITORS).fill(428));
      const { values, statuses } = await all(atVersion(version));
      assert.deepEqual(statuses.toSorted(), [200, ...Array(EDITORS - 1).fill(412)]);
      const kept = (await enter("GET", `/submissions/${id}`)).body;
      assert.deepEqual([kept.version, kept.items[0].value], [version + 1, values[statuses.indexOf(200)]?.value]);
    }
    assert.equal(await stop(server), 0);
    assert.equal((await command(product, file, ["verify"])).how, 0);
    return `${rounds} times: 1 taken, ${EDITORS - 1} × 412, ${EDITORS} × 428`;
  },
};
