import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, HEAD, NOW, SEED_DIR, testApp } from "../app.fixture.ts";
import { openDb } from "../audit/open.ts";
import { queryColumn } from "../db/raw.fixture.ts";
import { hashAnswers } from "../downloads/hash-answers.fixture.ts";
import { formats } from "../http/formats.ts";
import { loadSeed } from "../seed/load.ts";

async function installation(at: string) {
  const db = await openDb(join(emptyFolder(), "moc2030.sqlite"), new Date(at));
  await loadSeed(db, SEED_DIR, new Date(at));
  return testApp({ db });
}
const [one, other] = [await installation("2026-11-20T00:00:00Z"), await installation("2026-11-21T00:00:00Z")];
const text = async ({ app }: typeof one, path: string) => (await app.request(path)).text();

test("the ledger and each release carry the audit head of their seal, which never changes", async () => {
  const heads = await queryColumn(one.db, "SELECT audit_head FROM release_seal ORDER BY release_id");
  expect((await one.json("/releases")).auditHead).toBe(heads.at(-1));
  expect((await one.json("/releases?limit=1")).auditHead).toBe(heads.at(-1));
  expect((await one.json("/releases?release=7")).auditHead).toBe(heads[6]);
  expect((await one.json("/releases/7")).auditHead).toBe(heads[6]);
  expect((await one.json("/releases?asOf=1999-01-01")).auditHead).toBeNull();
  expect(new Set(heads).size).toBe(HEAD);
});
test("installations that publish the same data differ in these heads only: no other answer and no file carries them", async () => {
  const ledger = "/api/v1/releases";
  expect(await text(one, ledger)).not.toBe(await text(other, ledger));
  for (const path of ["/api/v1/indicators", "/api/v1/releases/compare"]) {
    const answer = await text(one, path);
    expect(answer).toContain("release");
    expect(answer).not.toContain("auditHead");
    expect([path, answer]).toEqual([path, await text(other, path)]);
  }
  const files = Object.keys(formats).map((format) => `/observations.${format}?release=${HEAD}`);
  const named = [...files, `/targets.csv?release=${HEAD}`, `/assessments.csv?release=${HEAD}`];
  const hashes = (server: typeof one) => hashAnswers(server.db.file, named, NOW.toISOString());
  expect(await hashes(one)).toEqual(await hashes(other));
});
