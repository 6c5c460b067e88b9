import { strict as assert } from "node:assert";
import { randomUUID } from "node:crypto";
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { works } from "./other-programs.ts";
import { assertSound, type Drill, Skipped } from "./place.ts";
import { command, start, stop } from "./product.ts";
import { asked, atVersion, figure, handIn, signedIn } from "./staff.ts";

const MEGABYTE = 2 ** 20;
/** Room that is left: none at all, and less than a write takes, so that it fails half-way. */
const ROOM = [0, 1, 3, 6, 12, 24].map((pages) => pages * 4096);

/** Writes until nothing can be written any more, then gives `room` bytes back. */
function fill(path: string, room: number) {
  const handle = openSync(path, "w");
  let size = 0;
  for (let step = MEGABYTE; step >= 4096; ) {
    try {
      size += writeSync(handle, Buffer.alloc(step), 0, step, size);
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, "ENOSPC");
      step /= 2;
    }
  }
  closeSync(handle);
  truncateSync(path, Math.max(0, size - room));
}

export const diskFull: Drill = {
  id: "R4",
  what: "a disk that is full (a small tmpfs in a mount namespace)",
  passes:
    "every change is a 507 and leaves nothing half-written; readers and staff read on; `/readyz` says `low`; the same change succeeds once when there is room, without a restart",
  async run({ product, seededFile, emptyFile }) {
    if (!works("unshare", ["-m", "mount", "-t", "tmpfs", "none", "/mnt"]))
      throw new Skipped("a mount namespace is for root, or not allowed here");
    const from = seededFile();
    // Sessions of some minutes, whose last use is written at the next request.
    const since = new Date(Date.now() - 5 * 60_000);
    const [author, reviewer] = [await signedIn(from, "contributor", since), await signedIn(from, "reviewer", since)];
    const file = emptyFile();
    const place = dirname(file);
    const script = `mount -t tmpfs -o size=${statSync(from).size + 100 * MEGABYTE} none ${place} && cp -a ${dirname(from)}/. ${place} && exec "$@"`;
    const server = await start(product, file, ["unshare", "-m", "sh", "-c", script, "sh"]);
    const inside = `/proc/${server.pid}/root${place}`;
    const filler = join(inside, "filler");
    const [enter, review] = [asked(server.origin, author), asked(server.origin, reviewer)];
    const storage = async () =>
      ((await (await fetch(`${server.origin}/readyz`)).json()) as { storage: string }).storage;
    const read = async (path: string) => (await fetch(`${server.origin}${path}`)).status;
    const walk = async (n: number) => [
      await read("/"),
      await read("/healthz"),
      await read(`/api/v1/observations.csv?indicator=GII_RANK&to=${2030 + n}`),
      (await enter("GET", "/submissions")).status,
      (await review("GET", "/notices")).status,
    ];
    assert.equal(await storage(), "ok");
    const usual = await walk(0);
    assert.deepEqual(usual.slice(1), [200, 200, 200, 200]);
    let refused = 0;
    for (const [n, room] of ROOM.entries()) {
      const sent = await handIn(enter, n);
      const known = async () => JSON.stringify((await enter("GET", "/submissions")).body);
      fill(filler, room);
      const before = await known();
      const keys = { "idempotency-key": randomUUID() };
      const wide = Array.from({ length: 100 }, () => ({ ...figure(n), obsComVi: "x".repeat(1900) }));
      const tries = {
        draft: () => enter("POST", "/submissions", { title: "x", items: wide }),
        approval: () =>
          review("POST", `/submissions/${sent.id}/review`, { approve: "all" }, { ...atVersion(sent.version), ...keys }),
        evidence: () =>
          enter("POST", "/evidence?name=x.pdf", `%PDF-1.7 ${n}${"x".repeat(MEGABYTE)}`, {
            "content-type": "application/octet-stream",
          }),
      };
      for (const [name, change] of Object.entries(tries)) {
        // With some room, a small change may still find place.
        if (name === "approval" && room > 0) continue;
        const { status, body } = await change();
        assert.deepEqual([name, status, body.type], [name, 507, "urn:moc2030:problem:storage-full"]);
        refused++;
      }
      assert.deepEqual(await walk(n + 1), usual);
      assert.deepEqual([await storage(), await known()], ["low", before]);
      rmSync(filler);
      const after = [await tries.approval(), await tries.approval()];
      assert.deepEqual(
        after.map(({ status }) => status),
        [200, 200],
      );
      assert.equal(after[0]?.body.release, after[1]?.body.release);
      assert.equal((await tries.evidence()).status, 200);
    }
    assert.equal(await storage(), "ok");
    // Half a paper would lie in the folder under no name, or under another than its hash.
    const evidence = existsSync(join(inside, "evidence")) ? readdirSync(join(inside, "evidence")) : [];
    assert.deepEqual(
      evidence.filter((name) => !/^[0-9a-f]{64}$/.test(name)),
      [],
    );
    assert.equal(evidence.length, ROOM.length);
    const copy = emptyFile();
    const { how, output } = await command(
      product,
      file,
      ["backup", join(dirname(file), "backup")],
      ["nsenter", "-t", String(server.pid), "-m"],
    );
    assert.equal(how, 0, output);
    cpSync(join(inside, "backup"), join(dirname(copy), "backup"), { recursive: true });
    assert.equal(await stop(server), 0);
    assert.equal((await command(product, copy, ["restore", join(dirname(copy), "backup")])).how, 0);
    assertSound(copy);
    return `${refused} changes refused with 507 at ${ROOM.length} fillings, then ${ROOM.length} approved once each; readers, staff and \`verify\` undisturbed`;
  },
};
