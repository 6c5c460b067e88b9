import { strict as assert } from "node:assert";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { openRaw } from "../src/db/raw.fixture.ts";
import { assertSound, type Drill, drawn, type Place } from "./place.ts";
import { command, start } from "./product.ts";
import { asked, handIn, signedIn } from "./staff.ts";

/** The audit of a file, and what has become of its submissions. */
function contentOf(file: string): { audit: string[]; states: string[] } {
  const raw = openRaw(file);
  try {
    return {
      audit: raw.prepare("SELECT hash FROM audit ORDER BY id").pluck().all() as string[],
      states: raw.prepare("SELECT state FROM submission ORDER BY id").pluck().all() as string[],
    };
  } finally {
    raw.close();
  }
}

/** What a power cut may leave of a WAL: its beginning, or its beginning and some of the sectors after it. */
function torn(wal: Buffer, random: () => number, cut: boolean): Buffer {
  const at = Math.floor(random() * wal.length);
  if (cut) return wal.subarray(0, at);
  const image = Buffer.from(wal);
  for (let sector = Math.floor(at / 512) * 512; sector < image.length; sector += 512)
    if (sector <= at || random() < 0.5) image.fill(0, sector, Math.min(image.length, sector + 512));
  return image;
}

/** Changes one letter of a published text in the file. */
function flipLetter(file: string, at: number) {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

async function control({ product, seededFile }: Place): Promise<number> {
  const file = seededFile();
  const raw = openRaw(file, { readonly: true });
  const page = raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'observation_revision'").pluck().get();
  const text = raw.prepare("SELECT body FROM definition_revision WHERE kind = 'indicator' LIMIT 1").pluck().get();
  raw.close();
  // A letter inside the text, then the page of a table, which the server itself notices at its start.
  const letter = readFileSync(file).indexOf(Buffer.from((text as string).slice(0, 40))) + 12;
  assert.ok(letter > 12);
  flipLetter(file, letter);
  const verified = await command(product, file, ["verify"]);
  assert.equal(verified.how, 1, "verify did not notice a changed letter");
  const other = seededFile();
  flipLetter(other, ((page as number) - 1) * 4096);
  await assert.rejects(start(product, other), /is damaged/);
  return 2;
}

export const tornWal: Drill = {
  id: "R2",
  what: "cut and torn images of the write-ahead log",
  passes: "each opens to a prefix of the commits, whole; as a control, a flipped byte in the main file is detected",
  async run(place) {
    const { product, seededFile, emptyFile, long } = place;
    const [commits, images] = long ? [100, 400] : [10, 20];
    const file = seededFile();
    const author = await signedIn(file, "contributor");
    const server = await start(product, file);
    // Two commits each: a draft, then its hand-in with an entry in the audit.
    for (let n = 0; n < commits / 2; n++) await handIn(asked(server.origin, author), n);
    server.kill("SIGKILL");
    await server.ended;
    const wal = readFileSync(`${file}-wal`);
    const image = (bytes: Buffer) => {
      const made = emptyFile();
      copyFileSync(file, made);
      writeFileSync(`${made}-wal`, bytes);
      return made;
    };
    const [none, all] = [contentOf(image(Buffer.alloc(0))), contentOf(image(wal))];
    assert.deepEqual(all.states, Array(commits / 2).fill("submitted"));
    const random = drawn(commits);
    const kept = new Set<number>();
    for (let n = 0; n < images; n++) {
      const made = image(torn(wal, random, n % 2 === 0));
      assertSound(made);
      const { audit, states } = contentOf(made);
      const handedIn = audit.length - none.audit.length;
      assert.deepEqual(audit, all.audit.slice(0, audit.length));
      assert.deepEqual(states, [...Array(handedIn).fill("submitted"), "draft"].slice(0, states.length));
      assert.ok(states.length >= handedIn);
      kept.add(states.length + handedIn);
    }
    assert.ok(kept.size > 1);
    return `${images} images of a log of ${commits} commits (${wal.length.toLocaleString("en")} bytes): each a prefix, of ${kept.size} lengths; ${await control(place)} of 2 flipped bytes detected`;
  },
};
