import { wantedBy } from "@moc2030/shared/due/closings";
import type { Cell } from "@moc2030/shared/due/due";
import { expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { accounts } from "../identity/accounts.fixture.ts";
import { listNotices } from "../notices/queries.ts";
import { publishDue } from "../submissions/review/scheduled.ts";
import { gii2026, type Json, read, revision, slug, team } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { remindOfDue } from "./reminders.ts";

type GridRow = { indicator: string; cells: Cell[] };
type Team = Awaited<ReturnType<typeof team>>;
const told = async (who: Team["lan"]): Promise<Json[]> => (await read(who.get("/notices"))).items;
const toldAs = ({ actor: { id } }: Team["lan"], role: "contributor" | "administrator") => ({
  ...{ id, roles: [role], notOf: [id] },
});
const kinds = async (who: Team["lan"]) => (await told(who)).map(({ kind }) => kind);

test("whoever has to act is told in the transaction of what happened, and nobody of what they did", async () => {
  const t = await team();
  const minh = await t.person("contributor", "Minh");
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026, { ...revision, value: "13.35" }));
  const [first, second] = sent.items;
  expect(await told(t.hoa)).toMatchObject([{ kind: "submitted", submission: sent.id, actor: "Lan" }]);
  const ask = (who: Team["lan"]) => who.post(`/submissions/${sent.id}/comments`, { item: first.id, text: "?" });
  await ask(t.hoa);
  await ask(t.lan);
  expect([await kinds(t.lan), await kinds(t.hoa)]).toEqual([["commented"], ["commented", "submitted"]]);
  // A refused request tells nobody.
  expect(await slug(t.review(t.hoa, { ...sent, version: 1 }, { approve: "all" }))).toBe("stale");
  await t.review(t.hoa, sent, { approve: [first.id], reasons: [{ item: second.id, text: "thiếu văn bản" }] });
  expect(await kinds(t.lan)).toEqual(["returned", "published", "commented"]);
  expect([await kinds(minh), await kinds(t.boss)]).toEqual([[], []]);
  expect(JSON.stringify(await told(t.lan))).not.toContain("13.35");
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test("author and approver are told of a publication at its instant, or that it failed", async () => {
  let now = NOW;
  const t = await team({ now: () => now });
  const at = new Date(NOW.getTime() + 3_600_000);
  const wait = async (figure: Json) => {
    const sent = await t.submit(t.lan, await t.draft(t.lan, figure));
    await t.review(t.hoa, sent, { approve: "all", publishAt: at.toISOString() });
  };
  await wait(gii2026);
  await wait(gii2026);
  now = at;
  await publishDue(t.db, now);
  expect(await kinds(t.lan)).toEqual(["failed", "published", "scheduled", "scheduled"]);
  expect(await kinds(t.hoa)).toEqual(["failed", "published", "submitted", "submitted"]);
});

test("a missing figure is told of once when due within 30 days and once when overdue, to whoever has it in their care", async () => {
  const t = await team();
  await t.hoa.put("/entry/assignments/GII_RANK", { staff: t.lan.actor.id });
  // GII 2026 is expected until 29/9/2026.
  const on = (day: string) => remindOfDue(t.db, t.signIn.db, new Date(`${day}T02:00:00Z`));
  const ofGii = async (who: Team["lan"]) =>
    (await read(who.get("/notices"))).items.filter((n: Json) => n.indicator === "GII_RANK" && n.timePeriod === 2026);
  const early = await team({ now: () => new Date("2026-09-10T02:00:00Z") });
  await early.hoa.put("/entry/assignments/GII_RANK", { staff: early.lan.actor.id });
  await remindOfDue(early.db, early.signIn.db, new Date("2026-09-10T02:00:00Z"));
  await remindOfDue(early.db, early.signIn.db, new Date("2026-09-11T02:00:00Z"));
  expect(await ofGii(early.lan)).toMatchObject([{ kind: "due", dueBy: "2026-09-29" }]);
  await on("2026-11-20");
  await on("2026-11-21");
  expect(await ofGii(t.lan)).toMatchObject([{ kind: "overdue", dueBy: "2026-09-29", timePeriod: 2026 }]);
  expect(await ofGii(t.hoa)).toEqual([]);
  // Others are told to the reviewers; what somebody has proposed is not missing.
  expect((await kinds(t.hoa)).every((kind) => kind === "due" || kind === "overdue")).toBe(true);
  expect((await kinds(t.hoa)).length).toBeGreaterThan(0);
  const other = await team();
  await other.draft(other.lan, gii2026);
  await remindOfDue(other.db, other.signIn.db, NOW);
  expect(await ofGii(other.hoa)).toEqual([]);
});

test("a figure of somebody's body is told to them, whoever it is assigned to; to reviewers only where nobody who may enter it has it", async () => {
  const t = await team();
  const remind = () => remindOfDue(t.db, t.signIn.db, NOW);
  const ofGii = async (who: Team["lan"]) =>
    (await told(who)).filter(({ indicator, timePeriod }) => indicator === "GII_RANK" && timePeriod === 2026).length;
  const all = async () => [await ofGii(t.lan), await ofGii(t.hoa), await ofGii(minh), await ofGii(t.boss)];
  const minh = await t.person("contributor", "Minh");
  // Administrators enter no figures: one of that body is told, and the reviewers who have to act too.
  await t.boss.patch(`/staff/${t.boss.actor.id}`, { body: "MOST" });
  await remind();
  expect(await all()).toEqual([0, 1, 0, 1]);
  // Who gets it in their care after the reviewers were told is told, once; the reviewers have it off their list.
  await t.boss.patch(`/staff/${t.lan.actor.id}`, { body: "MOST" });
  await remind();
  await remind();
  expect(await all()).toEqual([1, 0, 0, 1]);
  await t.hoa.put("/entry/assignments/GII_RANK", { staff: minh.actor.id });
  await remind();
  expect(await all()).toEqual([1, 0, 1, 1]);
  // So has whoever it is taken from, until they get it again.
  const give = (to: Team["lan"]) => t.hoa.put("/entry/assignments/GII_RANK", { staff: to.actor.id });
  await give(t.hoa);
  await remind();
  expect(await all()).toEqual([1, 1, 0, 1]);
  await give(minh);
  expect(await all()).toEqual([1, 0, 1, 1]);
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test("a reminder is shown once for a figure, and no longer once the figure is proposed", async () => {
  let now = new Date("2026-09-10T02:00:00Z");
  const t = await team({ now: () => now });
  const remind = () => remindOfDue(t.db, t.signIn.db, now);
  const ofGii = async (who: Team["lan"]) =>
    (await told(who))
      .filter(({ indicator, timePeriod }) => indicator === "GII_RANK" && timePeriod === 2026)
      .map(({ kind }) => kind);
  await remind();
  // The reviewers were told; then one of them gets it in their care.
  await t.hoa.put("/entry/assignments/GII_RANK", { staff: t.hoa.actor.id });
  await remind();
  expect(await ofGii(t.hoa)).toEqual(["due"]);
  now = new Date("2026-10-01T02:00:00Z");
  await remind();
  expect(await ofGii(t.hoa)).toEqual(["overdue"]);
  const drafted = await t.draft(t.lan, gii2026);
  expect(await ofGii(t.hoa)).toEqual([]);
  const gone = await t.lan.del(
    `/submissions/${drafted.id}/items/${drafted.items[0].id}`,
    undefined,
    t.at(drafted.version),
  );
  expect([gone.status, await ofGii(t.hoa)]).toEqual([200, ["overdue"]]);
  await t.review(t.hoa, await t.submit(t.lan, await t.draft(t.lan, gii2026)), { approve: "all" });
  expect(await ofGii(t.hoa)).toEqual([]);
});

test("reminders are of the figures that the lists of what is due have, and of no others", async () => {
  const t = await team();
  await remindOfDue(t.db, t.signIn.db, NOW);
  const keys = (of: Json[]) => of.map(({ indicator, timePeriod }) => `${indicator} ${timePeriod}`).sort();
  const told = await t.db.all<{ detail: string }>("SELECT detail FROM notice WHERE kind = 'overdue'");
  const { today, items } = await read(t.lan.get("/entry/grid"));
  const overdue = (items as GridRow[]).flatMap(({ indicator, cells }) =>
    wantedBy(cells, today)
      .filter(({ wantedState }) => wantedState === "overdue")
      .map(({ timePeriod }) => ({ indicator, timePeriod })),
  );
  expect(overdue.length).toBeGreaterThan(0);
  expect(keys(told.map(({ detail }) => JSON.parse(detail)))).toEqual(keys(overdue));
});

test("a link made for somebody is told to them and to the other administrators", async () => {
  const t = await team();
  const second = await t.person("administrator", "Sơn");
  expect((await t.boss.post(`/staff/${t.lan.actor.id}/reset`, { code: await t.boss.code() })).status).toBe(200);
  expect(await told(second)).toMatchObject([{ kind: "link_made", actor: "Bình", account: "Lan" }]);
  expect(await kinds(t.boss)).toEqual([]);
  const ofLan = await listNotices(t.db, toldAs(t.lan, "contributor"), NOW, () => true);
  expect(ofLan).toMatchObject([{ kind: "link_made", account: null }]);
});

test("a link made for an administrator is told to each of them once", async () => {
  const t = await team();
  const second = await t.person("administrator", "Sơn");
  const third = await t.person("administrator", "Vy");
  expect((await t.boss.post(`/staff/${second.actor.id}/reset`, { code: await t.boss.code() })).status).toBe(200);
  const toldTo = (who: typeof third) => listNotices(t.db, toldAs(who, "administrator"), NOW, () => true);
  for (const one of [second, third])
    expect(await toldTo(one)).toMatchObject([{ kind: "link_made", actor: "Bình", account: "Sơn" }]);
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test("whoever is named to read a publication early by their account is told so, and has it in their list", async () => {
  const t = await team();
  const minh = await t.person("contributor", "Minh");
  const named = ({ actor }: typeof minh) => ({ staff: actor.id, name: "", role: "Vụ trưởng" });
  const publishAt = new Date(NOW.getTime() + 3 * 3_600_000).toISOString();
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const early = async (who: typeof minh) =>
    (await read(who.get("/submissions?early=true"))).items.map(({ id }: Json) => id);
  const { version } = await read(t.review(t.hoa, sent, { approve: "all", publishAt, earlyReaders: [named(minh)] }));
  expect(await told(minh)).toMatchObject([{ kind: "early_reader", submission: sent.id, actor: "Hoa" }]);
  const added = await t.hoa.post(`/submissions/${sent.id}/early-readers`, { readers: [named(t.boss)] }, t.at(version));
  expect(added.status).toBe(200);
  expect(await told(t.boss)).toMatchObject([{ kind: "early_reader", submission: sent.id, actor: "Hoa" }]);
  expect([await early(minh), await early(t.boss), await early(t.lan)]).toEqual([[sent.id], [sent.id], []]);
  expect(JSON.stringify(await told(minh))).not.toContain("42");
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test("early readers are told that a schedule was taken back or failed; nobody is named on it twice", async () => {
  let now = NOW;
  const t = await team({ now: () => now });
  const minh = await t.person("contributor", "Minh");
  const named = { staff: minh.actor.id, name: "", role: "" };
  const an = { staff: null, name: "An", role: "Vụ trưởng" };
  const publishAt = new Date(NOW.getTime() + 3 * 3_600_000).toISOString();
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const schedule = async (one: Json, earlyReaders: Json[]) =>
    read(t.review(t.hoa, one as typeof sent, { approve: "all", publishAt, earlyReaders }));
  const twice = await schedule(sent, [named, an, named]);
  expect(twice.errors).toMatchObject([{ pointer: "/earlyReaders/2" }]);
  expect((await schedule(sent, [an, { ...an, name: "AN" }])).errors[0].pointer).toBe("/earlyReaders/1");
  expect(await kinds(minh)).toEqual([]);
  const { version } = await schedule(sent, [named, an]);
  const add = (reader: Json) =>
    read(t.hoa.post(`/submissions/${sent.id}/early-readers`, { readers: [reader] }, t.at(version)));
  for (const again of [named, an]) expect((await add(again)).errors[0].pointer).toBe("/readers/0");
  const { items } = await read(t.hoa.get("/scheduled"));
  expect(items[0].earlyReaders.map(({ name }: Json) => name)).toEqual(["Minh", "An"]);
  const back = await read(t.hoa.post(`/submissions/${sent.id}/unschedule`, { reason: "chờ bản in" }, t.at(version)));
  expect(await told(minh)).toMatchObject([
    { kind: "unscheduled", submission: sent.id, actor: "Hoa" },
    { kind: "early_reader" },
  ]);
  await schedule({ id: sent.id, version: back.version }, [named]);
  await t.review(t.hoa, await t.submit(t.lan, await t.draft(t.lan, gii2026)), { approve: "all" });
  now = new Date(publishAt);
  await publishDue(t.db, now);
  expect(await kinds(minh)).toEqual(["failed", "early_reader", "unscheduled", "early_reader"]);
  expect(await findTampering({ db: t.db, now })).toBeNull();
});

test("a sign-in is told of where it is from another device than those before", async () => {
  const server = await accounts();
  const lan = await server.setUp("lan@example.vn");
  const toldAfter = async (device: string) => {
    const { cookie } = await server.open(lan.email, { code: await lan.code() }, device);
    server.wait(30);
    const { items } = await read(server.ask("GET", "/notices", undefined, { cookie }));
    return items.map((one: Json) => one.address);
  };
  expect(await toldAfter(lan.device)).toEqual([]);
  expect(await toldAfter("")).toEqual(["127.0.0.1"]);
});
