import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openRaw } from "../src/db/raw.fixture.ts";
import { fixtureCommits, fixtureFile } from "../src/older-database.fixture.ts";
import { works } from "./other-programs.ts";
import { assertSound, type Drill, Skipped } from "./place.ts";
import { command, start, stop } from "./product.ts";

/** What must not change, and what tells the old form from the new. */
function contentOf(file: string) {
  const raw = openRaw(file);
  try {
    const count = (table: string) => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    return {
      rows: ["release", "observation_revision", "definition_revision", "submission", "submission_item", "review"].map(
        count,
      ),
      audit: raw.prepare("SELECT hash FROM audit ORDER BY id").pluck().all() as string[],
      form: `${count("__drizzle_migrations")} migrations, data ${raw.pragma("user_version", { simple: true })}`,
    };
  } finally {
    raw.close();
  }
}

export const upgrade: Drill = {
  id: "R11",
  what: "databases of earlier versions, and kill −9 while one is migrated",
  passes:
    "each migrates and verifies; a killed one is of the old form or the new, whole, with the same rows and chain, and the next start completes it",
  async run({ product, long }) {
    const kills = long ? 60 : 4;
    // The short form: the oldest, from which most has to be done.
    const versions = long ? fixtureCommits : ["f4d4484"];
    for (const version of versions) {
      const file = fixtureFile(version);
      const { rows, audit } = contentOf(file);
      assert.equal(await stop(await start(product, file)), 0);
      const verified = await command(product, file, ["verify"]);
      assert.equal(verified.how, 0, verified.output);
      assert.deepEqual(contentOf(file).audit.slice(0, audit.length), audit);
      assert.ok(contentOf(file).rows.every((count, n) => count >= (rows[n] ?? 0)));
    }

    if (!works("strace", ["-V"])) throw new Skipped("strace is not here, or may not trace");
    const trace = ["strace", "-D", "-f", "-qq", "-e", "trace=pwrite64"];
    const whole = fixtureFile();
    const old = contentOf(whole);
    const seen = join(dirname(whole), "trace");
    assert.equal((await command(product, whole, ["migrate"], [...trace, "-o", seen])).how, 0);
    const calls = readFileSync(seen, "utf8").trim().split("\n").length;
    const made = contentOf(whole);
    const forms = new Map<string, number>();
    for (let n = 0; n < kills; n++) {
      const file = fixtureFile();
      const at = 1 + Math.floor((n * (calls - 1)) / kills);
      const inject = ["-e", `inject=pwrite64:signal=KILL:when=${at}`];
      const killed = await command(product, file, ["migrate"], [...trace, ...inject, "-o", "/dev/null"]);
      assert.equal(killed.how, "SIGKILL", `at call ${at}: ${killed.output}`);
      assertSound(file);
      const found = contentOf(file);
      assert.deepEqual(found.rows, old.rows);
      assert.deepEqual(
        found.audit,
        (found.form === made.form ? made : old).audit.map((hash, i) => found.audit[i] ?? hash),
      );
      assert.deepEqual(found.audit.slice(0, old.audit.length), old.audit);
      forms.set(found.form, (forms.get(found.form) ?? 0) + 1);
      const again = await command(product, file, ["migrate"]);
      assert.equal(again.how, 0, `after a kill at write ${at}: ${again.output}`);
      const completed = contentOf(file);
      assert.deepEqual(
        [completed.form, completed.rows, completed.audit.length],
        [made.form, made.rows, made.audit.length],
      );
    }
    const counted = [...forms].map(([form, times]) => `${times} × ${form}`).join("; ");
    return `${versions.length} earlier version${versions.length > 1 ? "s" : ""}; killed at ${kills} of ${calls} writes: ${counted}`;
  },
};
