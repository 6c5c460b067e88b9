import { expect, test } from "vitest";
import { NOW } from "../../app.fixture.ts";
import { gii2026, read, team } from "../team.fixture.ts";
import { publishDue } from "./scheduled.ts";

test("all that waits for its instant is listed for every colleague, soonest first, with its early readers and no figure", async () => {
  let now = NOW;
  const t = await team({ now: () => now });
  const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();
  const wait = async (hours: number, earlyReaders: object[]) => {
    const sent = await t.submit(t.lan, await t.draft(t.lan, { ...gii2026, value: String(40 + hours) }));
    expect((await t.review(t.hoa, sent, { approve: "all", publishAt: at(hours), earlyReaders })).status).toBe(200);
    return sent.id;
  };
  const late = await wait(2, []);
  const soon = await wait(1, [{ name: "Trần Văn An", role: "Chánh Văn phòng" }]);
  const { items } = await read(t.boss.get("/scheduled"));
  const by = { author: { id: t.lan.actor.id, name: "Lan" }, approvedBy: { id: t.hoa.actor.id, name: "Hoa" } };
  expect(items).toEqual([
    {
      ...{ submission: soon, title: "Tháng 11", publishAt: at(1), ...by, onBehalfOf: null },
      earlyReaders: [{ name: "Trần Văn An", role: "Chánh Văn phòng", from: NOW.toISOString() }],
    },
    { submission: late, title: "Tháng 11", publishAt: at(2), ...by, onBehalfOf: null, earlyReaders: [] },
  ]);
  now = new Date(at(1));
  await publishDue(t.db, now);
  expect(
    (await read(t.lan.get("/scheduled"))).items.map(({ submission }: { submission: number }) => submission),
  ).toEqual([late]);
});
