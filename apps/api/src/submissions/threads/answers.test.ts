import { expect, test } from "vitest";
import { NOW } from "../../app.fixture.ts";
import { remark, state } from "../statements/statements.fixture.ts";
import { gii2026, type Json, read, revision, team } from "../team.fixture.ts";

async function timedTeam() {
  let now = NOW;
  const wait = () => {
    now = new Date(now.getTime() + 60_000);
  };
  return { ...(await team({ now: () => now })), wait };
}
type Team = Awaited<ReturnType<typeof team>>;
const second = { ...revision, value: "13.35" };
const third = { ...second, timePeriod: 2022 };
const shown = async (who: Team["lan"], id: number) => read(who.get(`/submissions/${id}`));
const handIn = async ({ lan, at }: Team, id: number) =>
  read(lan.post(`/submissions/${id}/submit`, undefined, at((await shown(lan, id)).version)));
const pointers = ({ errors }: { errors: { pointer: string }[] }) => errors.map(({ pointer }) => pointer);

test("each figure that went back with a reason of its own is changed, taken out or answered before it is handed in again", async () => {
  const t = await timedTeam();
  const { id, version, items } = await t.submit(t.lan, await t.draft(t.lan, gii2026, second, third));
  const [changed, dropped, replied] = items.map((item: Json) => item.id) as [number, number, number];
  // What was said before the return answers nothing.
  await t.answer(t.lan, id, { item: replied });
  t.wait();
  const reasons = items.map((item: Json) => ({ item: item.id, text: "Thiếu trang" }));
  await t.review(t.hoa, { id, version }, { approve: [], reasons });
  expect((await shown(t.lan, id)).unanswered).toEqual({ items: [changed, dropped, replied], whole: false });
  expect((await shown(t.hoa, id)).unanswered).toEqual({ items: [], whole: false });
  const refused = await handIn(t, id);
  expect([refused.type, pointers(refused)]).toEqual([
    "urn:moc2030:problem:invalid",
    ["/items/0", "/items/1", "/items/2"],
  ]);
  const { version: now } = await shown(t.lan, id);
  const put = await read(t.lan.put(`/submissions/${id}/items/${changed}`, { ...gii2026, value: "43" }, t.at(now)));
  await t.lan.del(`/submissions/${id}/items/${dropped}`, undefined, t.at(put.version));
  expect(pointers(await handIn(t, id))).toEqual(["/items/1"]);
  await t.answer(t.lan, id, { item: replied });
  expect((await shown(t.lan, id)).unanswered).toEqual({ items: [], whole: false });
  expect(await handIn(t, id)).toMatchObject({ state: "submitted" });
});

test("figures that went back with others need no answer; a reason for all needs one for at least one figure", async () => {
  const t = await timedTeam();
  const { id, version, items } = await t.submit(t.lan, await t.draft(t.lan, gii2026, second));
  await t.review(t.hoa, { id, version }, { approve: [], reasons: [{ item: items[0].id, text: "Thiếu trang" }] });
  await t.answer(t.lan, id, { item: items[0].id });
  const again = await handIn(t, id);
  t.wait();
  await t.review(t.hoa, again, { approve: [], reason: "Xem lại cả bản" });
  expect((await shown(t.lan, id)).unanswered).toEqual({ items: [], whole: true });
  expect(pointers(await handIn(t, id))).toEqual(["/items"]);
  const { version: now } = await shown(t.lan, id);
  await t.lan.del(`/submissions/${id}/items/${items[1].id}`, undefined, t.at(now));
  expect(await handIn(t, id)).toMatchObject({ state: "submitted" });
});

test("statements that went back are changed or answered too; what was taken back by its author needs nothing", async () => {
  const t = await timedTeam();
  const { id, version, statements } = await t.submit(t.lan, await state(t, remark));
  await t.review(t.hoa, { id, version }, { reason: "Thiếu trang" });
  expect(pointers(await handIn(t, id))).toEqual(["/items"]);
  await t.answer(t.lan, id, { statement: statements[0].id });
  const again = await handIn(t, id);
  await t.lan.post(`/submissions/${id}/recall`, undefined, t.at(again.version));
  expect(await handIn(t, id)).toMatchObject({ state: "submitted" });
});
