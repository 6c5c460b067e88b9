import { expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { execute } from "../db/raw.fixture.ts";
import { type Json, read, slug, team } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import type { Person } from "./staff.fixture.ts";

// NOW is 21/11/2026 in Viet Nam.
const TODAY = "2026-11-21";
const until = (day: string) => `${day}T17:00:00.000Z`;
const away = async (who: Person): Promise<Json[]> => (await read(who.get("/absences"))).items;

async function withMinh() {
  let now = NOW;
  const t = await team({ now: () => now });
  const minh = await t.person("contributor", "Minh");
  const second = await t.person("administrator", "Sơn");
  const goTo = (instant: string) => {
    now = new Date(instant);
  };
  /** Names a stand-in; the id of the delegation. */
  const standIn = async (by: Person, body: Json) => {
    const answer = await by.post("/delegations", body);
    expect(answer.status).toBe(200);
    return (await read(answer)).items.at(-1).id as number;
  };
  const tampering = () => findTampering({ db: t.db, now });
  return { ...t, minh, second, goTo, standIn, tampering };
}

test("everybody sees who is away from when to when, and who stands in, accepted or not yet", async () => {
  const t = await withMinh();
  expect(await read(t.minh.get("/absences"))).toEqual({ today: TODAY, items: [] });
  await t.lan.post("/absences", { from: "2026-12-20", to: "2026-12-24" });
  await t.hoa.post("/absences", { from: TODAY, to: "2026-12-04" });
  const delegation = await t.standIn(t.hoa, { standIn: t.minh.actor.id, endsAt: until("2026-12-04") });
  const hoas = (state: string) => ({
    ...{ person: { id: t.hoa.actor.id, name: "Hoa" }, from: TODAY, to: "2026-12-04" },
    standIns: [{ delegation, person: { name: "Minh" }, state, away: false }],
  });
  const lans = { person: { name: "Lan" }, from: "2026-12-20", to: "2026-12-24", standIns: [] };
  for (const who of [t.minh, t.lan, t.hoa, t.boss]) expect(await away(who)).toMatchObject([hoas("offered"), lans]);
  await t.minh.post(`/delegations/${delegation}/accept`);
  expect(await away(t.boss)).toMatchObject([hoas("accepted"), lans]);
  expect(await t.tampering()).toBeNull();
});

test("a delegation alone says that its reviewer is away, once for the time that several cover together", async () => {
  const t = await withMinh();
  await t.standIn(t.hoa, { standIn: t.minh.actor.id, endsAt: "2026-12-01T03:00:00Z" });
  await t.standIn(t.hoa, { standIn: t.lan.actor.id, startsAt: "2026-11-30T17:00:00Z", endsAt: until("2026-12-09") });
  await t.standIn(t.hoa, { standIn: t.lan.actor.id, startsAt: "2026-12-20T17:00:00Z", endsAt: until("2026-12-21") });
  const names = (item: Json) => (item.standIns as { person: { name: string } }[]).map(({ person }) => person.name);
  expect((await away(t.lan)).map((item) => [item.id, item.from, item.to, names(item)])).toEqual([
    [null, TODAY, "2026-12-09", ["Minh", "Lan"]],
    [null, "2026-12-21", "2026-12-21", ["Lan"]],
  ]);
});

test("a stand-in who falls ill is marked, and two administrators name another from now on", async () => {
  const t = await withMinh();
  const vy = await t.person("contributor", "Vy");
  const first = await t.standIn(t.hoa, { standIn: t.minh.actor.id, endsAt: until("2026-12-04") });
  await t.minh.post(`/delegations/${first}/accept`);
  expect((await t.boss.post("/absences", { person: t.minh.actor.id, from: TODAY, to: TODAY })).status).toBe(200);
  const standIns = async () => (await away(t.lan)).find(({ person }) => (person as Json).name === "Hoa")?.standIns;
  expect(await standIns()).toMatchObject([{ person: { name: "Minh" }, state: "accepted", away: true }]);
  const another = { reviewer: t.hoa.actor.id, standIn: vy.actor.id, endsAt: until("2026-12-04") };
  const id = await t.standIn(t.boss, another);
  expect(await slug(t.boss.post(`/delegations/${id}/confirm`))).toBe("own-work");
  expect((await t.second.post(`/delegations/${id}/confirm`)).status).toBe(200);
  expect((await vy.get("/reviews")).status).toBe(403);
  expect((await vy.post(`/delegations/${id}/accept`)).status).toBe(200);
  expect((await vy.get("/reviews")).status).toBe(200);
  expect(await standIns()).toMatchObject([
    { person: { name: "Minh" }, away: true },
    { person: { name: "Vy" }, state: "accepted", away: false },
  ]);
});

test("an absence is one's own to record and end; an administrator's for anybody, and nobody else's", async () => {
  const t = await withMinh();
  const days = { from: "2026-12-01", to: "2026-12-02" };
  const refused = await t.hoa.post("/absences", { person: t.lan.actor.id, ...days });
  expect([refused.status, (await read(refused)).errors[0].pointer]).toEqual([422, "/person"]);
  expect(await slug(t.boss.post("/absences", { person: "nobody", ...days }))).toBe("unknown-code");
  await t.lan.post("/absences", days);
  const [one] = await away(t.lan);
  for (const who of [t.hoa, t.minh]) expect(await slug(who.del(`/absences/${one?.id}`))).toBe("unknown-code");
  expect(await slug(t.boss.del("/absences/99"))).toBe("unknown-code");
  expect((await t.boss.del(`/absences/${one?.id}`)).status).toBe(200);
  expect(await slug(t.lan.del(`/absences/${one?.id}`))).toBe("conflict");
  expect(await away(t.lan)).toEqual([]);
  expect(await t.events()).toEqual(expect.arrayContaining(["absence.recorded", "absence.ended"]));
  expect(await t.tampering()).toBeNull();
});

test("whoever is back early needs no stand-in for that time; those of another time stay", async () => {
  const t = await withMinh();
  await t.hoa.post("/absences", { from: "2026-12-01", to: "2026-12-10" });
  const time = (from: string, to: string) => ({ startsAt: `${from}T00:00:00Z`, endsAt: until(to) });
  const before = await t.standIn(t.hoa, { standIn: t.minh.actor.id, ...time("2026-11-27", "2026-11-28") });
  await t.standIn(t.hoa, { standIn: t.minh.actor.id, ...time("2026-12-01", "2026-12-10") });
  const after = await t.standIn(t.hoa, { standIn: t.minh.actor.id, ...time("2026-12-12", "2026-12-13") });
  t.goTo("2026-12-05T02:00:00Z");
  const [one] = await away(t.hoa);
  await t.hoa.del(`/absences/${one?.id}`);
  expect((await read(t.hoa.get("/delegations"))).items.map(({ id }: { id: number }) => id)).toEqual([after]);
  expect(before).toBeLessThan(after);
  expect(await t.tampering()).toBeNull();
});

test.each([
  ["a first day that is past", { from: "2026-11-20", to: "2026-11-30" }, "/from"],
  ["a first day more than a year ahead", { from: "2027-12-01", to: "2027-12-02" }, "/from"],
  ["a last day before the first", { from: "2026-12-02", to: "2026-12-01" }, "/to"],
  ["more than a year", { from: "2026-12-01", to: "2027-12-02" }, "/to"],
  ["no day", { from: "2026-02-30", to: "2026-12-01" }, "/from"],
])("%s is refused by name, and nothing is recorded", async (_, days, pointer) => {
  const t = await withMinh();
  const refused = await t.lan.post("/absences", days);
  expect([refused.status, (await read(refused)).errors[0].pointer]).toEqual([422, pointer]);
  expect([await away(t.lan), await t.events()]).toEqual([[], []]);
});

test("nobody is away twice on a day; the day after is free again", async () => {
  const t = await withMinh();
  await t.lan.post("/absences", { from: "2026-12-01", to: "2026-12-10" });
  for (const days of [
    { from: "2026-12-10", to: "2026-12-11" },
    { from: "2026-11-30", to: "2026-12-01" },
    { from: "2026-12-03", to: "2026-12-03" },
  ]) {
    const refused = await t.lan.post("/absences", days);
    expect([refused.status, (await read(refused)).errors[0].pointer]).toEqual([409, "/from"]);
  }
  expect((await t.lan.post("/absences", { from: "2026-12-11", to: "2026-12-11" })).status).toBe(200);
  expect((await t.minh.post("/absences", { from: "2026-12-10", to: "2026-12-11" })).status).toBe(200);
});

test("of an absence recorded or ended several times at once one counts", async () => {
  const t = await withMinh();
  const statuses = async (ask: () => Promise<Response>) =>
    (await Promise.all([ask(), ask(), ask()])).map(({ status }) => status).sort();
  expect(await statuses(() => t.lan.post("/absences", { from: TODAY, to: TODAY }))).toEqual([200, 409, 409]);
  const [one] = await away(t.lan);
  expect(await statuses(() => t.lan.del(`/absences/${one?.id}`))).toEqual([200, 409, 409]);
  expect(await t.tampering()).toBeNull();
});

test("an absence is over after its last day in Viet Nam, and one of a locked account is not shown", async () => {
  const t = await withMinh();
  await t.lan.post("/absences", { from: TODAY, to: TODAY });
  await t.minh.post("/absences", { from: TODAY, to: "2026-11-30" });
  t.goTo("2026-11-21T16:59:59Z");
  expect((await away(t.hoa)).length).toBe(2);
  t.goTo("2026-11-21T17:00:00Z");
  expect((await away(t.hoa)).map(({ person }) => (person as Json).name)).toEqual(["Minh"]);
  await t.boss.patch(`/staff/${t.minh.actor.id}`, { disabled: true, code: await t.boss.code() });
  expect(await away(t.hoa)).toEqual([]);
});

test("the database keeps an absence as it was recorded, and ends it once", async () => {
  const t = await withMinh();
  await t.lan.post("/absences", { from: TODAY, to: "2026-12-04" });
  for (const sql of [
    "DELETE FROM absence",
    "UPDATE absence SET to_day = '2026-12-31'",
    "UPDATE absence SET to_day = '2026-12-31', ended_by = 'x', ended_at = 'x'",
    "INSERT INTO absence (staff, staff_name, from_day, to_day, created_by, created_by_name, created_at) VALUES ('x', 'x', '2026-12-02', '2026-12-01', 'x', 'x', 'x')",
  ])
    expect(() => execute(t.db.file, sql)).toThrow(/absence/);
  execute(t.db.file, "UPDATE absence SET ended_by = 'x', ended_at = 'x'");
  expect(() => execute(t.db.file, "UPDATE absence SET ended_at = 'y'")).toThrow("an absence ends once");
  expect(await t.tampering()).toBe("absence 1: is not as the audit has it");
});
