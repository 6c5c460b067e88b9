import { expect, test } from "vitest";
import { HEAD, NOW } from "../../app.fixture.ts";
import { queryScalar, tamper } from "../../db/raw.fixture.ts";
import { findTampering } from "../../verify/verify.ts";
import { gii2026, read, revision, slug, team } from "../team.fixture.ts";
import { publishDue } from "./scheduled.ts";

const LATER = new Date(NOW.getTime() + 3_600_000);

async function submitted() {
  const t = await team({ now: () => NOW });
  const made = await t.submit(t.lan, await t.draft(t.lan, gii2026, revision));
  const entry = async () =>
    JSON.parse(String(await queryScalar(t.db, "SELECT detail FROM audit ORDER BY id DESC LIMIT 1")));
  return { ...t, made, entry, change: (sql: string) => tamper(t.db.file, sql) };
}
async function scheduled() {
  const t = await submitted();
  const done = await read(t.review(t.hoa, t.made, { approve: "all", publishAt: LATER.toISOString() }));
  expect(done.state).toBe("scheduled");
  return t;
}

test("submission and review carry the same hash, in their rows and in the audit log", async () => {
  const t = await submitted();
  const { itemsHash } = await t.entry();
  expect(itemsHash).toMatch(/^[0-9a-f]{64}$/);
  await t.review(t.hoa, t.made, { approve: [t.made.items[0].id], rest: "return", reason: "xem lại" });
  const hash = (table: string) => queryScalar(t.db, `SELECT items_hash FROM ${table}`);
  expect([await hash("submission"), await hash("review")]).toEqual([itemsHash, itemsHash]);
  const detail = await queryScalar(t.db, "SELECT detail FROM audit WHERE action = 'review.approve'");
  expect(JSON.parse(detail as string)).toMatchObject({ itemsHash, approved: 1, rest: 1, state: "returned" });
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test("a submission carries the name of its submitter, whatever the draft said", async () => {
  const t = await team({ now: () => NOW });
  const draft = await t.draft(t.lan, gii2026);
  tamper(t.db.file, "UPDATE submission SET author_name = 'Ai Khác'");
  const made = await t.submit(t.lan, draft);
  expect(made.author.name).toBe("Lan");
  await t.review(t.hoa, made, { approve: "all" });
  const release = await t.json("/releases?limit=1");
  expect(release.items[0].enteredBy).toBe("Lan");
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test.each([
  ["a figure", "UPDATE submission_item SET obs_value = '41' WHERE id = 1"],
  ["a reason", "UPDATE submission_item SET reason_text = 'x' WHERE id = 2"],
  ["the author", "UPDATE submission SET author = 'x'"],
  ["the author's name", "UPDATE submission SET author_name = 'x'"],
  [
    "a figure and the hash",
    "UPDATE submission_item SET obs_value = '41' WHERE id = 1; UPDATE submission SET items_hash = 'x'",
  ],
  ["the entry in the audit", "UPDATE audit SET detail = '{}' WHERE action = 'submission.submitted'"],
])("a submission whose %s was changed in the file is not approved", async (_, sql) => {
  const t = await submitted();
  t.change(sql);
  expect(await slug(t.review(t.hoa, t.made, { approve: "all" }))).toBe("conflict");
  expect(await t.head()).toBe(HEAD);
  expect(await findTampering({ db: t.db, now: NOW })).not.toBeNull();
});
test("a submission that was tampered with can still be returned", async () => {
  const t = await submitted();
  t.change("UPDATE submission_item SET obs_value = '41' WHERE id = 1");
  expect((await t.review(t.hoa, t.made, { approve: [], rest: "return", reason: "tệp bị sửa" })).status).toBe(200);
});

test.each([
  ["a figure", "UPDATE submission_item SET obs_value = '1' WHERE id = 1", "the figures that it approved were changed"],
  [
    "the instant",
    "UPDATE schedule SET publish_at = '2026-11-21T05:00:01.000Z'",
    "for another instant than was decided",
  ],
  ["the reviewer", "UPDATE review SET reviewer_name = 'x'", "review 1 was changed"],
  ["a decision", "UPDATE review_item SET outcome = 'return' WHERE item_id = 1", "review 1 was changed"],
  [
    "a figure and both hashes",
    "UPDATE submission_item SET obs_value = '1' WHERE id = 1; UPDATE submission SET items_hash = 'x'; UPDATE review SET items_hash = 'x'",
    "the hash of what was handed in was changed",
  ],
])(
  "a scheduled publication whose %s was tampered with is not published, ends as failed, and is reported by verify",
  async (_, sql, named) => {
    const t = await scheduled();
    t.change(sql);
    expect(await findTampering({ db: t.db, now: NOW })).toContain(named);
    expect(await publishDue(t.db, LATER)).toEqual([]);
    expect([await t.head(), await queryScalar(t.db, "SELECT state FROM schedule")]).toEqual([HEAD, "failed"]);
    expect((await t.events()).at(-1)).toBe("schedule.failed");
    expect(await t.entry()).toMatchObject({ why: "changed", found: expect.stringContaining(named), state: "rejected" });
    expect(await findTampering({ db: t.db, now: NOW })).toContain(named);
    // It can neither be submitted again nor is it retried.
    const { version } = await read(t.lan.get(`/submissions/${t.made.id}`));
    expect(await slug(t.lan.post(`/submissions/${t.made.id}/submit`, undefined, t.at(version)))).toBe("conflict");
    expect(await publishDue(t.db, LATER)).toEqual([]);
  },
);
test("an untouched scheduled publication is published at its instant", async () => {
  const t = await scheduled();
  expect(await publishDue(t.db, LATER)).toEqual([HEAD + 1]);
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});
