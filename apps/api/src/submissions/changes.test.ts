import { expect, test } from "vitest";
import { queryColumn, queryScalar } from "../db/raw.fixture.ts";
import { gii2026, type Json, read, revision, slug, team } from "./team.fixture.ts";

const move = {
  indicator: "DIGITAL_ECONOMY_GDP",
  compiler: "NSO",
  refArea: "VNM",
  from: 2024,
  to: 2026,
  reasonText: "ghi nhầm năm",
};
const t = await team();
const path = (s: { id: number }, rest = "") => `/submissions/${s.id}${rest}`;
const change = (s: Json & { id: number; version: number }, item: number, input: Json) =>
  t.lan.put(path(s, `/items/${item}`), input, t.at(s.version));
const remove = (s: { id: number; version: number }, item: number) =>
  t.lan.ask("DELETE")(path(s, `/items/${item}`), undefined, t.at(s.version));
const inputOf = ({ indicator, compiler, refArea, timePeriod, kind, value, source, reason, reasonText }: Json) => ({
  ...{ indicator, compiler, refArea, timePeriod, kind, value, source, reason, reasonText },
});

test("adding a figure with an unlisted source to a draft increments its version", async () => {
  const draft = await t.draft(t.lan, revision);
  const added = await read(t.lan.post(path(draft, "/items?join=true"), gii2026, t.at(draft.version)));
  expect(added).toMatchObject({ version: draft.version + 1, items: [{ value: "13.30" }, { value: "42" }] });
  expect(added.items[1].newSource.title).toBe(gii2026.newSource.title);
  expect((await t.lan.post(path(draft, "/items?join=true"), gii2026, t.at(draft.version))).status).toBe(412);
});

test("each figure stores the revision that its author saw, by default or as sent", async () => {
  const published = (await read(t.lan.get("/entry/figure?indicator=DIGITAL_ECONOMY_GDP&year=2024"))).current.release;
  const draft = await t.draft(t.lan, revision, { ...revision, timePeriod: 2023, baseRelease: 1 }, gii2026);
  expect(draft.items.map((i: Json) => i.baseRelease)).toEqual([published, 1, null]);
  expect(draft.items.map((i: Json) => i.moved)).toEqual([false, true, false]);
});

test("one half of a move can change its value, but not its year, kind or indicator", async () => {
  const draft = await t.draft(t.lan);
  const moved = await read(t.lan.post(path(draft, "/moves"), move, t.at(draft.version)));
  const [out, into] = moved.items;
  for (const other of [{ timePeriod: 2027 }, { kind: "withdraw" }, { indicator: "GII_RANK" }]) {
    const refused = await change(moved, into.id, { ...inputOf(into), ...other });
    expect([other, refused.status, await slug(refused)]).toEqual([other, 409, "conflict"]);
  }
  expect((await change(moved, into.id, { ...inputOf(into), reasonText: "ghi nhầm" })).status).toBe(200);
  const whole = await read(t.lan.get(path(moved)));
  const left = await read(remove(whole, out.id));
  expect(left.items).toEqual([]);
});

test("a figure is moved to another indicator and area in one step, and its year may stay", async () => {
  const draft = await t.draft(t.lan);
  const to = { to: move.from, toIndicator: "LABOUR_PRODUCTIVITY_GROWTH", toArea: "LAO" };
  const { items } = await read(t.lan.post(path(draft, "/moves"), { ...move, ...to }, t.at(draft.version)));
  expect(
    items.map(({ kind, indicator, refArea, timePeriod, reason }: Json) => [
      kind,
      indicator,
      refArea,
      timePeriod,
      reason,
    ]),
  ).toEqual([
    ["withdraw", move.indicator, "VNM", move.from, "own_error"],
    ["enter", "LABOUR_PRODUCTIVITY_GROWTH", "LAO", move.from, "own_error"],
  ]);
  expect(items.map((item: Json) => item.pair)).toEqual([items[1].id, items[0].id]);
});

test("removing a figure that is not half of a move removes only that figure", async () => {
  const draft = await t.draft(t.lan, revision, gii2026);
  const left = await read(remove(draft, draft.items[0].id));
  expect(left.items.map((i: Json) => i.indicator)).toEqual(["GII_RANK"]);
  expect((await remove(left, draft.items[0].id)).status).toBe(404);
});

test.each([
  ["to the same year", { to: 2024 }, "invalid"],
  ["to where it is, said in full", { to: 2024, toIndicator: "DIGITAL_ECONOMY_GDP", toArea: "VNM" }, "invalid"],
  ["from a year without a figure", { from: 2026, to: 2027 }, "conflict"],
  [
    "from a year whose figure is missing",
    { indicator: "GII_RANK", compiler: "WIPO", from: 2008, to: 2026 },
    "conflict",
  ],
])("a move %s is refused", async (_, other, expected) => {
  const draft = await t.draft(t.lan);
  expect(await slug(t.lan.post(path(draft, "/moves"), { ...move, ...other }, t.at(draft.version)))).toBe(expected);
});

test("a partly approved submission with nothing left to decide is closed and cannot be withdrawn", async () => {
  const made = await t.submit(t.lan, await t.draft(t.lan, gii2026, { ...revision, value: "13.31" }));
  await t.review(t.hoa, made, { approve: [made.items[0].id], rest: "return", reason: "xem lại số này" });
  const back = await read(t.lan.get(path(made)));
  expect(back.state).toBe("returned");
  expect(await slug(t.lan.post(path(back, "/withdraw"), undefined, t.at(back.version)))).toBe("conflict");
  const done = await read(remove(back, made.items[1].id));
  expect(done).toMatchObject({ state: "approved", items: [{ state: "approved" }] });
  const finished = await queryColumn(t.db, "SELECT detail FROM audit WHERE action = 'submission.finished'");
  expect(finished.map((detail) => JSON.parse(String(detail)))).toEqual([{ title: "Tháng 11", state: "approved" }]);
});

test("an emptied draft stays a draft", async () => {
  const draft = await t.draft(t.lan, revision);
  expect(await read(remove(draft, draft.items[0].id))).toMatchObject({ state: "draft", items: [] });
});

test("the audit log has the title of submitted work, not of drafts", async () => {
  const titles = async (s: { id: number; version: number }) => {
    await t.lan.post(path(s, "/withdraw"), undefined, t.at(s.version));
    const sql = "SELECT detail FROM audit WHERE action = 'submission.withdrawn' ORDER BY id DESC LIMIT 1";
    return JSON.parse(String(await queryScalar(t.db, sql))).title;
  };
  expect(await titles(await t.draft(t.lan, revision))).toBeUndefined();
  expect(await titles(await t.submit(t.lan, await t.draft(t.lan, { ...revision, value: "13.32" })))).toBe("Tháng 11");
});

test("the second item for a figure is reported with the first; decided items are not checked again", async () => {
  const draft = await t.draft(t.lan, revision, revision);
  const codes = (i: { errors: { code: string }[] }) => i.errors.map((e) => e.code);
  expect(draft.items.map(codes)).toEqual([[], ["duplicate"]]);
});
