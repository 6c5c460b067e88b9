import { strict as assert } from "node:assert";
import { setTimeout as sleep } from "node:timers/promises";
import { openRaw } from "../src/db/raw.fixture.ts";
import { assertSound, type Drill, drawn } from "./place.ts";
import { command, start, stop } from "./product.ts";
import { asked, atVersion, figure, handIn, signedIn } from "./staff.ts";

/** Set DRILL_SEED to repeat the times of a run. */
const SEED = Number(process.env.DRILL_SEED ?? Date.now() % 1_000_000);
type Approval = { id: number; version: number; value: string; release: number | null };

export const kill: Drill = {
  id: "R1",
  what: "kill −9 of the server while figures are approved",
  passes:
    "integrity, foreign keys and `verify` hold; every acknowledged release is there, whole and once; a retry with the same Idempotency-Key applies once",
  async run({ product, seededFile, long }) {
    const rounds = long ? 200 : 5;
    const file = seededFile();
    const [author, reviewer] = [await signedIn(file, "contributor"), await signedIn(file, "reviewer")];
    /** Idempotency-Key → what was approved; its release is null while there was no answer. */
    const approvals = new Map<string, Approval>();
    const random = drawn(SEED);
    let retried = 0;
    for (let round = 0; round < rounds; round++) {
      const server = await start(product, file);
      const [enter, review] = [asked(server.origin, author), asked(server.origin, reviewer)];
      const approve = async (key: string, a: Approval) => {
        const headers = { ...atVersion(a.version), "idempotency-key": key };
        const { status, body } = await review("POST", `/submissions/${a.id}/review`, { approve: "all" }, headers);
        assert.deepEqual([status, body.detail], [200, undefined]);
        if (a.release !== null) assert.equal(body.release, a.release);
        a.release = body.release;
      };
      // What got no answer, and some of what did.
      for (const [key, approval] of [...approvals].slice(-6)) {
        if (approval.release !== null && round % 3 > 0) continue;
        await approve(key, approval);
        retried++;
      }
      // After some approvals, somewhere in the next: by count, since machines differ in speed.
      let left = 1 + Math.floor(random() * 5);
      const pause = random() * 40;
      try {
        for (;;) {
          const value = approvals.size + 1;
          const sent = await handIn(enter, value);
          const approval = { ...sent, value: figure(value).value, release: null };
          approvals.set(`approval-${value}`, approval);
          await approve(`approval-${value}`, approval);
          if (--left === 0) void sleep(pause).then(() => server.kill("SIGKILL"));
        }
      } catch (error) {
        // The connection goes with the server; anything else is a fault.
        if (!(error instanceof TypeError)) throw error;
      }
      assert.equal(await server.ended, "SIGKILL");
    }

    assert.equal(await stop(await start(product, file)), 0);
    assertSound(file);
    const { how, output } = await command(product, file, ["verify"]);
    assert.equal(how, 0, output);
    const raw = openRaw(file, { readonly: true });
    const made = raw
      .prepare(
        "SELECT l.id AS release, o.obs_value AS value, r.submission_id AS id FROM release l JOIN review r ON r.id = l.review_id LEFT JOIN observation_revision o ON o.release_id = l.id WHERE l.origin = 'submission' ORDER BY l.id",
      )
      .all() as { release: number; value: string | null; id: number }[];
    raw.close();
    assert.ok(made.every(({ value }) => value !== null));
    assert.equal(new Set(made.map(({ id }) => id)).size, made.length);
    const acknowledged = [...approvals.values()].filter(({ release }) => release !== null);
    for (const { id, value, release } of acknowledged)
      assert.deepEqual(
        made.filter((one) => one.id === id),
        [{ release, value, id }],
      );
    assert.ok(acknowledged.length >= rounds);
    return `${rounds} kills (DRILL_SEED=${SEED}): ${acknowledged.length} acknowledged releases, all there once; ${retried} retries`;
  },
};
