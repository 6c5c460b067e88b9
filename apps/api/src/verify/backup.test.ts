import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, HEAD, NOW, testApp } from "../app.fixture.ts";
import { rowsAfter } from "../audit/checks/chain.ts";
import { openDb } from "../audit/open.ts";
import { execute, queryColumn, queryScalar } from "../db/raw.fixture.ts";
import { staffFileFor } from "../identity/open.ts";
import { openSignIn } from "../identity/sign-in.ts";
import { hashOf } from "../submissions/evidence/store.ts";
import { gii2026, read, team } from "../submissions/team.fixture.ts";
import { makeBackup, restoreBackup } from "./backup.ts";
import { findTampering } from "./verify.ts";

const pdf = new TextEncoder().encode("%PDF-1.7 evidence");
const t = await team();
const file = t.db.file;
let dir: string;
const place = () => join(emptyFolder(), "var", "moc2030.sqlite");

beforeAll(async () => {
  // Sign-in beside the figures, as on a server.
  await (await openSignIn({ file: staffFileFor(file), publicOrigin: null })).db.close();
  await t.lan.post("/evidence?name=x.pdf", pdf, { "content-type": "application/octet-stream" });
  const made = await t.submit(t.lan, await t.draft(t.lan, { ...gii2026, evidence: [hashOf(pdf)] }));
  expect((await t.review(t.hoa, made, { approve: "all" })).status).toBe(200);
  dir = join(emptyFolder(), "backup");
  // The server keeps running and writing during the copy.
  const [done] = await Promise.all([
    makeBackup(file, dir, NOW),
    t.draft(t.lan, { ...gii2026, timePeriod: 2025, reason: "own_error" }),
  ]);
  expect(done.files).toBe(4);
});

describe("a backup", () => {
  test("made while the server runs has figures, sign-in, secret and evidence", () =>
    expect(readdirSync(dir).sort()).toEqual(
      ["SHA256SUMS", "evidence", "moc2030.sqlite", "staff.sqlite", "staff.secret"].sort(),
    ));
  test("restored into an empty folder gives the same responses and verifies to the same head", async () => {
    const to = place();
    const { head } = await restoreBackup(dir, to, NOW);
    const db = await openDb(to, NOW);
    expect(await findTampering({ db, now: NOW })).toBeNull();
    expect(head).toBe(await queryScalar(db, "SELECT hash FROM audit ORDER BY id DESC LIMIT 1"));
    const restored = await testApp({ db });
    const path = "/observations?indicator=GII_RANK&area=VNM";
    expect(await (await restored.get(path)).text()).toBe(await (await t.get(path)).text());
    expect(readFileSync(join(to, "../evidence", hashOf(pdf)))).toEqual(Buffer.from(pdf));
    // A head from before the backup is in it; rows added since are not.
    const [older] = (await queryColumn(db, "SELECT hash FROM audit ORDER BY id DESC LIMIT 1 OFFSET 3")) as string[];
    const { auditHead } = await t.json(`/releases/${HEAD + 1}`);
    expect([await rowsAfter(db, older ?? ""), await rowsAfter(db, head), await rowsAfter(db, auditHead)]).toEqual([
      3, 0, 0,
    ]);
    await t.submit(
      t.lan,
      await t.draft(t.lan, {
        ...gii2026,
        indicator: "EGDI_RANK",
        compiler: "UNDESA",
        rankPool: 193,
        confirmation: "x",
      }),
    );
    const newer = (await queryScalar(t.db, "SELECT hash FROM audit ORDER BY id DESC LIMIT 1")) as string;
    expect(await rowsAfter(db, newer)).toBeNull();
    await db.close();
  });
  test("that cannot be made leaves its folder empty, for another try", async () => {
    const [source, to] = [place(), join(emptyFolder(), "copy")];
    await restoreBackup(dir, source, NOW);
    execute(source, "DROP TRIGGER audit_no_update; UPDATE audit SET actor = 'x' WHERE id = 3");
    await expect(makeBackup(source, to, NOW)).rejects.toThrow("does not verify");
    expect(readdirSync(to)).toEqual([]);
  });
  test("overwrites neither an existing folder nor an existing database", async () => {
    await expect(makeBackup(file, dir, NOW)).rejects.toThrow("not empty");
    await expect(restoreBackup(dir, file, NOW)).rejects.toThrow("empty place");
  });
});

describe("a damaged backup is rejected with the reason, and nothing is left behind", () => {
  async function copy() {
    const to = join(emptyFolder(), "copy");
    await makeBackup(file, to, NOW);
    return to;
  }
  test.each<[string, (dir: string) => void, string]>([
    [
      "a flipped byte in the figures",
      (d) => {
        const f = join(d, "moc2030.sqlite");
        const b = readFileSync(f);
        b[b.length - 100] = (b[b.length - 100] ?? 0) ^ 1;
        writeFileSync(f, b);
      },
      "moc2030.sqlite is damaged",
    ],
    ["truncated evidence", (d) => writeFileSync(join(d, "evidence", hashOf(pdf)), "%PDF"), "is damaged"],
    ["evidence gone", (d) => rmSync(join(d, "evidence", hashOf(pdf))), "is missing"],
    [
      "a checksum list with a path outside",
      (d) => appendFileSync(join(d, "SHA256SUMS"), `${"0".repeat(64)}  ../../x\n`),
      "no backup holds",
    ],
    ["no list", (d) => rmSync(join(d, "SHA256SUMS")), "holds no backup"],
    [
      "tampered history with matching checksums",
      (d) => {
        const f = join(d, "moc2030.sqlite");
        execute(f, "DROP TRIGGER audit_no_update; UPDATE audit SET actor = 'x' WHERE id = 3");
        const sums = readFileSync(join(d, "SHA256SUMS"), "utf8").replace(
          /^\w{64}(?= {2}moc2030)/m,
          hashOf(readFileSync(f)),
        );
        writeFileSync(join(d, "SHA256SUMS"), sums);
      },
      "does not verify",
    ],
  ])("%s", async (_, damage, named) => {
    const damaged = await copy();
    damage(damaged);
    const to = place();
    await expect(restoreBackup(damaged, to, NOW)).rejects.toThrow(named);
    expect([existsSync(to), existsSync(staffFileFor(to)), existsSync(join(to, "../evidence"))]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

test("a backup without a database fails with the reason", async () => {
  await expect(makeBackup(place(), join(emptyFolder(), "b"), NOW)).rejects.toThrow("no database");
  expect((await read(t.lan.get("/session"))).me.name).toBe("Lan");
});
