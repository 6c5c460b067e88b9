import { describe, expect, test } from "vitest";
import { NOW } from "../../app.fixture.ts";
import { execute, tamper } from "../../db/raw.fixture.ts";
import { gii2026, read, revision, team } from "../../submissions/team.fixture.ts";
import { findTampering } from "../verify.ts";
import { findDelegationBreach } from "./delegation.ts";

const at = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString();

/** Hoa's accepted delegation to Minh (id 1); submissions by Lan, Hoa and Minh; Minh's approval of Lan's. */
async function agreed() {
  const t = await team();
  const [minh, khoa] = [await t.person("contributor", "Minh"), await t.person("administrator", "Khoa")];
  expect((await t.hoa.post("/delegations", { standIn: minh.actor.id, endsAt: at(9) })).status).toBe(200);
  expect((await minh.post("/delegations/1/accept")).status).toBe(200);
  const [hoas, minhs, lans] = [
    await t.submit(t.hoa, await t.draft(t.hoa, gii2026)),
    await t.submit(minh, await t.draft(minh, gii2026)),
    await t.submit(t.lan, await t.draft(t.lan, revision)),
  ];
  const next = await t.submit(t.lan, await t.draft(t.lan, { ...gii2026, value: "43" }));
  expect((await t.review(minh, lans, { approve: "all" })).status).toBe(200);
  const proposal = { reviewer: t.hoa.actor.id, standIn: t.lan.actor.id, endsAt: at(9) };
  const { items } = await read(t.boss.post("/delegations", proposal));
  const run = (sql: string) => execute(t.db.file, sql);
  const change = (sql: string) => tamper(t.db.file, sql);
  const breach = () => findDelegationBreach({ db: t.db, staff: t.signIn.db, now: NOW });
  return { ...t, minh, khoa, hoas, minhs, next, proposed: items.at(-1).id as number, run, change, breach };
}

describe("the database, without the command", async () => {
  const t = await agreed();
  const [hoa, minh] = [t.hoa.actor.id, t.minh.actor.id];
  const review = (of: { id: number }, reviewer: string, place: string) =>
    `INSERT INTO review (submission_id, reviewer, reviewer_name, decision, reason, at, on_behalf_of, on_behalf_of_name, delegation_id)
     VALUES (${of.id}, '${reviewer}', 'x', 'return', 'x', '${at(0)}', ${place})`;
  const inPlace = `'${hoa}', 'Hoa', 1`;
  test.each<[string, string, string]>([
    ["by the author", review(t.minhs, minh, inPlace), "nobody reviews their own"],
    ["of the represented reviewer's work", review(t.hoas, minh, inPlace), "does not decide on the work"],
    [
      "of that work without naming the delegation",
      review(t.hoas, minh, "NULL, NULL, NULL"),
      "does not decide on the work",
    ],
    ["by someone else under that delegation", review(t.next, t.boss.actor.id, inPlace), "needs a delegation in force"],
    ["for someone else", review(t.next, minh, `'${t.boss.actor.id}', 'Bình', 1`), "delegation in force"],
    ["under another name", review(t.next, minh, `'${hoa}', 'Hoàng', 1`), "delegation in force"],
    ["without the delegation", review(t.next, minh, `'${hoa}', 'Hoa', NULL`), "delegation in force"],
    ["with a name only", review(t.next, minh, "NULL, 'Hoa', NULL"), "delegation in force"],
    ["before it began", review(t.next, minh, inPlace).replace(at(0), at(-1)), "delegation in force"],
    ["after it ended", review(t.next, minh, inPlace).replace(at(0), at(9)), "delegation in force"],
    ["under an unaccepted delegation", review(t.minhs, t.lan.actor.id, `'${hoa}', 'Hoa', ${t.proposed}`), "in force"],
  ])("takes no review %s", (_, sql, why) => expect(() => t.run(sql)).toThrow(why));

  const insert = (more: string, values: string) =>
    `INSERT INTO delegation (reviewer, reviewer_name, stand_in, stand_in_name, starts_at, ends_at, created_by, created_by_name, created_at${more})
     VALUES (${values})`;
  const made = (from: number, to: number) =>
    `'${hoa}', 'Hoa', '${minh}', 'Minh', '${at(from)}', '${at(to)}', '${hoa}', 'Hoa', '${at(0)}'`;
  test.each<[string, string, string]>([
    ["from nobody", insert("", made(0, 1).replace(`'${hoa}', 'Hoa', '${at(0)}'`, "NULL, NULL, NULL")), "who made it"],
    ["to oneself", insert("", made(0, 1).replace(minh, hoa)), "neither represents themself"],
    [
      "made by the delegate",
      insert("", made(0, 1).replace(`'${hoa}', 'Hoa', '${at(0)}'`, `'${minh}', 'Minh', '${at(0)}'`)),
      "neither represents",
    ],
    ["from the past", insert("", made(-1, 1)), "now or later"],
    ["that ends before it begins", insert("", made(2, 1)), "now or later"],
    ["for 91 days", insert("", made(0, 91)), "at most 90 days"],
    ["accepted from the start", insert(", accepted_at", `${made(0, 1)}, '${at(0)}'`), "accepted after it was made"],
    ["confirmed from the start", insert(", confirmed_by", `${made(0, 1)}, 'x'`), "accepted after it was made"],
  ])("takes no delegation %s", (_, sql, why) => expect(() => t.run(sql)).toThrow(why));

  const confirm = (who: string) =>
    `UPDATE delegation SET confirmed_by = '${who}', confirmed_by_name = 'x', confirmed_at = '${at(0)}' WHERE id = ${t.proposed}`;
  test.each<[string, string]>([
    [`UPDATE delegation SET ends_at = '${at(20)}' WHERE id = 1`, "does not change"],
    ["UPDATE delegation SET stand_in_name = 'x' WHERE id = 1", "does not change"],
    ["UPDATE delegation SET created_by = NULL WHERE id = 1", "does not change"],
    [`UPDATE delegation SET accepted_at = '${at(1)}' WHERE id = 1`, "given once"],
    ["UPDATE delegation SET accepted_at = NULL WHERE id = 1", "given once"],
    [`UPDATE delegation SET accepted_at = '${at(0)}' WHERE id = ${t.proposed}`, "made in full"],
    [confirm(t.boss.actor.id), "a second administrator"],
    [confirm(t.lan.actor.id), "a second administrator"],
    [confirm(hoa), "a second administrator"],
    [`UPDATE delegation SET confirmed_by = '${t.khoa.actor.id}' WHERE id = ${t.proposed}`, "a second administrator"],
    ["DELETE FROM delegation", "is kept"],
  ])("refuses %s", (sql, why) => expect(() => t.run(sql)).toThrow(why));
  test("allows a delegation to end once", () => {
    t.run(`UPDATE delegation SET revoked_at = '${at(0)}' WHERE id = ${t.proposed}`);
    expect(() => t.run(`UPDATE delegation SET revoked_at = NULL WHERE id = ${t.proposed}`)).toThrow("stays so");
    expect(() => t.run(`${confirm(t.khoa.actor.id)}`)).toThrow("stays so");
  });
});

describe("verify reports", async () => {
  test("nothing where everything was done through commands", async () => {
    const t = await agreed();
    expect([await findTampering({ db: t.db, now: NOW }), await t.breach()]).toEqual([null, null]);
  });
  test.each<[string, (t: Awaited<ReturnType<typeof agreed>>) => string, RegExp]>([
    [
      "an extended delegation",
      () => `UPDATE delegation SET ends_at = '${at(50)}' WHERE id = 1`,
      /^delegation 1: not what the audit says/,
    ],
    [
      "a delegation moved to someone else",
      (t) => `UPDATE delegation SET stand_in = '${t.lan.actor.id}' WHERE id = 1`,
      /^delegation 1: not what/,
    ],
    [
      "an undone end",
      () => "UPDATE delegation SET revoked_at = NULL WHERE id = 1",
      /^delegation 1: the audit does not know/,
    ],
    [
      "a forged confirmation",
      (t) =>
        `UPDATE delegation SET confirmed_by = '${t.khoa.actor.id}', confirmed_by_name = 'Khoa', confirmed_at = '${at(0)}' WHERE id = 2`,
      /^delegation 2: the audit does not know.*confirmed/,
    ],
    [
      "a forged acceptance",
      () => `UPDATE delegation SET accepted_at = '${at(0)}' WHERE id = 2`,
      /^delegation 2: the audit does not know.*accepted/,
    ],
    [
      "a backdated acceptance",
      () => `UPDATE delegation SET accepted_at = '${at(-1)}' WHERE id = 1`,
      /^delegation 1: not by whom or when/,
    ],
    [
      "a forged delegation",
      (t) =>
        `INSERT INTO delegation SELECT 9, reviewer, reviewer_name, '${t.lan.actor.id}', 'Lan', starts_at, ends_at, NULL, created_by, created_by_name, created_at, NULL, NULL, NULL, accepted_at FROM delegation WHERE id = 1`,
      /^delegation 9: the audit does not know/,
    ],
    [
      "a forged delegation in the old format",
      () =>
        "INSERT INTO delegation SELECT 9, reviewer, reviewer_name, stand_in, stand_in_name, starts_at, ends_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM delegation WHERE id = 1",
      /^delegation 9: the audit does not know/,
    ],
    [
      "an old delegation with a forged acceptance",
      () => "UPDATE delegation SET created_by = NULL WHERE id = 1",
      /^delegation 1: accepted without/,
    ],
    [
      "a deleted delegation",
      () => "DELETE FROM delegation WHERE id = 2",
      /^delegation 2: announced in the audit and missing/,
    ],
    [
      "a review moved to another represented reviewer",
      (t) => `UPDATE review SET on_behalf_of = '${t.boss.actor.id}' WHERE id = 1`,
      /^review 1: no delegation held/,
    ],
    [
      "a review under a delegation that does not cover it",
      () => "UPDATE review SET delegation_id = 2 WHERE id = 1",
      /^review 1: no delegation held/,
    ],
    [
      "a review moved to the represented reviewer's work",
      (t) => `UPDATE submission SET author = '${t.hoa.actor.id}'`,
      /^review 1: on one's own/,
    ],
  ])("%s", async (_, sql, named) => {
    const t = await agreed();
    expect((await t.hoa.del("/delegations/1")).status).toBe(200);
    t.change(sql(t));
    expect(await t.breach()).toMatch(named);
  });
  test("no fault for a delegation that predates acceptance, which is not in force", async () => {
    const t = await agreed();
    t.change(`INSERT INTO delegation (reviewer, reviewer_name, stand_in, stand_in_name, starts_at, ends_at) VALUES ('${t.hoa.actor.id}', 'Hoa', '${t.lan.actor.id}', 'Lan', '${at(-1)}', '${at(9)}');
      UPDATE audit SET actor = '${t.hoa.actor.id}', subject = 'staff ${t.lan.actor.id}', detail = '{"from":"${at(-1)}","to":"${at(9)}"}' WHERE action = 'review.delegated' AND subject = 'delegation 2';
      DELETE FROM delegation WHERE id = 2`);
    expect(await t.breach()).toBeNull();
    expect((await t.lan.get("/reviews")).status).toBe(403);
    expect((await t.lan.post("/delegations/3/accept")).status).toBe(404);
    expect(() => t.run(`UPDATE delegation SET accepted_at = '${at(0)}' WHERE id = 3`)).toThrow("made in full");
    // Ending it must be in the audit log.
    t.run(`UPDATE delegation SET revoked_at = '${at(0)}' WHERE id = 3`);
    expect(await t.breach()).toBe("delegation 3: ended at another time, or not");
  });
});
