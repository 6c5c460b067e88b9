import { describe, expect, test } from "vitest";
import { HEAD, NOW } from "../app.fixture.ts";
import { transaction } from "../db/database.ts";
import { execute, queryScalar } from "../db/raw.fixture.ts";
import { gii2026, type Json, read, revision, slug, team } from "../submissions/team.fixture.ts";
import { findDelegationBreach } from "../verify/checks/delegation.ts";
import { findTampering } from "../verify/verify.ts";
import type { Person } from "./staff.fixture.ts";

const DAY = 86_400_000;
const inDays = (n: number) => new Date(NOW.getTime() + n * DAY).toISOString();

/** A team with Minh, a contributor whom Hoa can make her delegate; `propose` and `accept` are one step each. */
async function withStandIn() {
  let now = NOW;
  const t = await team({ now: () => now });
  const minh = await t.person("contributor", "Minh");
  const propose = async (body: Json = {}, who: Person = t.hoa) => {
    const answer = await who.post("/delegations", { standIn: minh.actor.id, endsAt: inDays(9), ...body });
    expect(answer.status).toBe(200);
    return (await read(answer)).items.at(-1).id as number;
  };
  const accept = (id: number, who: Person = minh) => who.post(`/delegations/${id}/accept`);
  const submitted = async (who: Person, item: Json = revision) => t.submit(who, await t.draft(who, item));
  const wait = (days: number) => {
    now = new Date(NOW.getTime() + days * DAY);
  };
  const breach = () => findDelegationBreach({ db: t.db, staff: t.signIn.db, now });
  return { ...t, minh, propose, accept, submitted, wait, breach };
}

describe("a delegate of a reviewer", () => {
  test("can decide once they have accepted; review, release, sheet and audit log name the represented reviewer", async () => {
    const t = await withStandIn();
    const work = await t.submitted(t.lan);
    const id = await t.propose();
    expect(await slug(t.review(t.minh, work, { approve: "all" }))).toBe("forbidden");
    expect((await read(t.lan.get("/delegations"))).items).toMatchObject([
      { id, state: "offered", reviewer: { name: "Hoa" }, standIn: { name: "Minh" }, acceptedAt: null },
    ]);
    expect([(await t.accept(id, t.lan)).status, (await t.accept(id, t.hoa)).status]).toEqual([404, 404]);
    expect((await read(t.accept(id))).items).toMatchObject([{ id, state: "accepted", acceptedAt: NOW.toISOString() }]);
    expect((await read(t.minh.get("/session"))).me).toMatchObject({ role: "contributor", standsIn: true });

    expect(await read(t.review(t.minh, work, { approve: "all" }))).toMatchObject({ release: HEAD + 1 });
    const hoa = { id: t.hoa.actor.id, name: "Hoa" };
    const { reviews } = await read(t.lan.get(`/submissions/${work.id}`));
    expect(reviews).toMatchObject([{ reviewer: { name: "Minh" }, onBehalfOf: hoa }]);
    for (const path of [`/releases/${HEAD + 1}`, "/releases?limit=1", "/releases/compare"]) {
      const { release, releases, items } = await t.json(path);
      const entry =
        path === `/releases/${HEAD + 1}` ? release : (releases ?? items).find((r: Json) => r.id === HEAD + 1);
      expect(entry).toMatchObject({ approvedBy: "Minh", approvedOnBehalfOf: "Hoa" });
    }
    expect((await t.json(`/releases/${HEAD}`)).release.approvedOnBehalfOf).toBeNull();
    const sheet = await read(t.lan.get("/entry/figure?indicator=DIGITAL_ECONOMY_GDP&year=2024"));
    expect(sheet.history[0]).toMatchObject({ approvedBy: "Minh", approvedOnBehalfOf: "Hoa" });
    const { items } = await read(t.hoa.get("/audit?action=review.approve"));
    expect(items[0].detail).toMatchObject({ onBehalfOf: hoa.id, onBehalfOfName: "Hoa", delegationId: id });
    expect([await findTampering({ db: t.db, now: NOW }), await t.breach()]).toEqual([null, null]);
  });
  test("a reviewer who decides in their own right names no delegation", async () => {
    const t = await withStandIn();
    const vy = await t.person("reviewer", "Vy");
    expect((await t.accept(await t.propose({ standIn: vy.actor.id }), vy)).status).toBe(200);
    const work = await t.submitted(t.lan);
    expect((await t.review(vy, work, { approve: "all" })).status).toBe(200);
    expect((await read(t.lan.get(`/submissions/${work.id}`))).reviews).toMatchObject([{ onBehalfOf: null }]);
    expect(await t.breach()).toBeNull();
  });
  test.each(["contributor", "reviewer"] as const)(
    "a %s decides neither on the represented reviewer's work nor on their own",
    async (role) => {
      const t = await withStandIn();
      const standIn = await t.person(role, "Thay");
      expect((await t.accept(await t.propose({ standIn: standIn.actor.id }), standIn)).status).toBe(200);
      const [hoas, own] = [await t.submitted(t.hoa, gii2026), await t.submitted(standIn)];
      for (const decision of [{ approve: "all" }, { reason: "x" }, { rest: "reject", reason: "x" }])
        expect(await slug(t.review(standIn, hoas, decision))).toBe("represented-work");
      expect(await slug(t.review(standIn, own, { approve: "all" }))).toBe("own-work");
      // Nor through another reviewer who has delegated to them too.
      const vy = await t.person("reviewer", "Vy");
      expect((await t.accept(await t.propose({ standIn: standIn.actor.id }, vy), standIn)).status).toBe(200);
      expect(await slug(t.review(standIn, hoas, { approve: "all" }))).toBe("represented-work");
      expect((await t.review(vy, hoas, { approve: "all" })).status).toBe(200);
    },
  );
  test("cannot unschedule a publication of the represented reviewer", async () => {
    const t = await withStandIn();
    const vy = await t.person("reviewer", "Vy");
    const work = await t.submitted(t.hoa, gii2026);
    const { version } = await read(t.review(vy, work, { approve: "all", publishAt: inDays(2) }));
    expect((await t.accept(await t.propose())).status).toBe(200);
    const back = (who: Person) => who.post(`/submissions/${work.id}/unschedule`, { reason: "x" }, t.at(version));
    expect(await slug(back(t.minh))).toBe("represented-work");
    expect((await t.accept(await t.propose({}, vy))).status).toBe(200);
    expect(await slug(back(t.minh))).toBe("represented-work");
  });
  test("has no rights before or after the period", async () => {
    const t = await withStandIn();
    expect((await t.accept(await t.propose({ startsAt: inDays(1), endsAt: inDays(2) }))).status).toBe(200);
    for (const [days, status] of [
      [0, 403],
      [1, 200],
      [1.9, 200],
      [2, 403],
    ] as const) {
      t.wait(days);
      expect([days, (await t.minh.get("/reviews")).status]).toEqual([days, status]);
    }
  });
  test("has a period that does not start in the past, end before it starts, or exceed 90 days", async () => {
    const t = await withStandIn();
    const body = { standIn: t.minh.actor.id };
    for (const time of [
      { startsAt: inDays(-0.001), endsAt: inDays(1) },
      { endsAt: inDays(0) },
      { startsAt: inDays(3), endsAt: inDays(2) },
      { endsAt: inDays(90.01) },
      { startsAt: inDays(10), endsAt: inDays(100.01) },
    ])
      expect([time, (await t.hoa.post("/delegations", { ...body, ...time })).status]).toEqual([time, 422]);
    expect((await t.hoa.post("/delegations", { ...body, endsAt: inDays(90) })).status).toBe(200);
  });
  test("is a contributor or another reviewer, never an administrator, and cannot delegate further", async () => {
    const t = await withStandIn();
    for (const standIn of [t.hoa.actor.id, t.boss.actor.id])
      expect((await t.hoa.post("/delegations", { standIn, endsAt: inDays(1) })).status).toBe(422);
    expect((await t.accept(await t.propose())).status).toBe(200);
    const on = { standIn: t.lan.actor.id, endsAt: inDays(1) };
    expect(await slug(t.minh.post("/delegations", on))).toBe("forbidden");
    expect((await t.hoa.post("/delegations", { ...on, reviewer: (await t.person("reviewer")).actor.id })).status).toBe(
      422,
    );
  });
  test.each([
    ["the reviewer", "hoa"],
    ["the delegate, declining or ending it", "minh"],
    ["an administrator", "boss"],
  ] as const)("is ended by %s, at once and for good", async (_, who) => {
    const t = await withStandIn();
    const [declined, held] = [await t.propose(), await t.propose()];
    expect((await t.accept(held)).status).toBe(200);
    expect((await t.lan.del(`/delegations/${held}`)).status).toBe(404);
    for (const id of [declined, held]) expect((await t[who].del(`/delegations/${id}`)).status).toBe(200);
    expect((await t.minh.get("/reviews")).status).toBe(403);
    expect([(await t.accept(declined)).status, (await t.hoa.del(`/delegations/${held}`)).status]).toEqual([409, 409]);
    expect((await read(t.hoa.get("/delegations"))).items).toEqual([]);
    expect(await t.breach()).toBeNull();
  });
});

describe("a change of role, or a lock", () => {
  test.each([
    ["the delegate becomes administrator", "minh", { role: "administrator" }, { role: "contributor" }],
    ["the delegate becomes reviewer", "minh", { role: "reviewer" }, { role: "contributor" }],
    ["the reviewer becomes contributor", "hoa", { role: "contributor" }, { role: "reviewer" }],
    ["the reviewer is locked", "hoa", { disabled: true }, { disabled: false }],
    ["the delegate is locked", "minh", { disabled: true }, { disabled: false }],
  ] as const)("ends it for good, also when changed back: %s", async (_, whose, change, back) => {
    const t = await withStandIn();
    const [held, asked] = [await t.propose(), await t.propose()];
    expect((await t.accept(held)).status).toBe(200);
    const work = await t.submitted(t.lan);
    for (const one of [change, back])
      expect((await t.boss.patch(`/staff/${t[whose].actor.id}`, { ...one, code: await t.boss.code() })).status).toBe(
        200,
      );
    expect((await read(t.lan.get("/delegations"))).items).toEqual([]);
    // A locked user signs in again; rights are read from the figures database.
    const again = whose === "minh" && "disabled" in change ? await t.signInAs(t.minh.actor) : t.minh;
    expect(await slug(t.review(again, work, { approve: "all" }))).toBe("forbidden");
    expect((await t.accept(asked, again)).status).toBe(409);
    expect(await t.breach()).toBeNull();
  });
  test("that comes first blocks a decision that is already waiting", async () => {
    const t = await withStandIn();
    const work = await t.submitted(t.lan);
    let open = () => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    const held = transaction(t.db, () => gate);
    const code = await t.boss.code();
    const changed = t.boss.patch(`/staff/${t.hoa.actor.id}`, { role: "contributor", code });
    const used = () => queryScalar(t.signIn.db, "SELECT count(*) FROM used_code");
    await expect.poll(used).toBe(1);
    const decided = t.review(t.hoa, work, { approve: "all" });
    // Both wait in the write queue now.
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    open();
    await held;
    expect([(await changed).status, await slug(decided), await t.head()]).toEqual([200, "forbidden", HEAD]);
  });
  test("made in the sign-in file only removes the right too, and verify reports the delegation", async () => {
    const t = await withStandIn();
    const id = await t.propose();
    expect((await t.accept(id)).status).toBe(200);
    execute(t.signIn.db.file, `UPDATE user SET role = 'administrator' WHERE id = '${t.minh.actor.id}'`);
    expect((await t.minh.get("/reviews")).status).toBe(403);
    expect(await t.breach()).toBe(`delegation ${id}: Minh may not stand in with the role of now`);
  });
});

describe("a reviewer who is unavailable", () => {
  test("gets a delegate from two administrators, neither of them the delegate, who accept", async () => {
    const t = await withStandIn();
    const second = await t.person("administrator", "Khoa");
    const body = { reviewer: t.hoa.actor.id, standIn: t.minh.actor.id, endsAt: inDays(5) };
    expect((await t.boss.post("/delegations", { ...body, reviewer: undefined })).status).toBe(422);
    expect((await t.boss.post("/delegations", { ...body, reviewer: t.lan.actor.id })).status).toBe(422);
    expect((await t.boss.post("/delegations", { ...body, standIn: second.actor.id })).status).toBe(422);
    const id = await t.propose(body, t.boss);
    const confirm = (who: Person) => who.post(`/delegations/${id}/confirm`);
    expect((await t.accept(id)).status).toBe(409);
    expect([await slug(confirm(t.boss)), await slug(confirm(t.hoa))]).toEqual(["own-work", "forbidden"]);
    expect((await read(confirm(second))).items).toMatchObject([
      { state: "offered", createdBy: { name: "Bình" }, confirmedBy: { name: "Khoa" } },
    ]);
    expect((await confirm(await t.person("administrator"))).status).toBe(409);
    expect((await t.minh.get("/reviews")).status).toBe(403);
    expect((await t.accept(id)).status).toBe(200);
    expect((await t.review(t.minh, await t.submitted(t.lan), { approve: "all" })).status).toBe(200);
    expect((await t.events()).filter((e) => String(e).startsWith("review.d"))).toEqual([
      "review.delegated",
      "review.delegation_confirmed",
      "review.delegation_accepted",
    ]);
    expect([await findTampering({ db: t.db, now: NOW }), await t.breach()]).toEqual([null, null]);
  });
  test("needs no administrator for their own delegation; a proposal lapses with the proposer's role", async () => {
    const t = await withStandIn();
    const second = await t.person("administrator", "Khoa");
    expect((await second.post(`/delegations/${await t.propose()}/confirm`)).status).toBe(404);
    const proposed = await t.propose({ reviewer: t.hoa.actor.id }, t.boss);
    const change = { role: "contributor", code: await second.code() };
    expect((await second.patch(`/staff/${t.boss.actor.id}`, change)).status).toBe(200);
    expect((await second.post(`/delegations/${proposed}/confirm`)).status).toBe(409);
  });
});
