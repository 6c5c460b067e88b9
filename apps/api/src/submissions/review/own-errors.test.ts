import { expect, test } from "vitest";
import { HEAD, NOW } from "../../app.fixture.ts";
import { findTampering } from "../../verify/verify.ts";
import { gii2026, type Json, read, revision, team } from "../team.fixture.ts";

const why = "Chép nhầm dòng của bảng xếp hạng";
const wrong = {
  ...{ ...gii2026, timePeriod: 2025, value: "41", edition: "GII 2025" },
  ...{ reason: "own_error", reasonText: why, confirmation: "x" },
};
const corrections = async (t: Awaited<ReturnType<typeof team>>): Promise<Json[]> =>
  (await read(t.get("/corrections"))).items;

test("an approved figure that puts our own error right comes out with its notice, in the same release", async () => {
  const t = await team();
  const sent = await t.submit(t.lan, await t.draft(t.lan, wrong, { ...revision, value: "13.35" }));
  expect(await corrections(t)).toEqual([]);
  expect((await t.review(t.hoa, sent, { approve: "all" })).status).toBe(200);
  const [first] = await t.db.all<{ release: number }>(
    "SELECT min(release_id) AS release FROM observation_revision WHERE indicator = 'GII_RANK' AND ref_area = 'VNM' AND time_period = 2025",
  );
  expect(await corrections(t)).toMatchObject([
    {
      indicators: ["GII_RANK"],
      wrong: { vi: "Thứ hạng GII, 2025: hạng 44/139" },
      right: { vi: "Thứ hạng GII, 2025: hạng 41/139" },
      why: { vi: why, en: null },
      ...{ wrongSince: first?.release, rightSince: HEAD + 1, release: HEAD + 1, isShown: true },
    },
  ]);
  expect((await corrections(t))[0]?.pages).toContain("/indicators/GII_RANK");
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test.each([
  ["DIGITAL_ECONOMY_GDP", "NSO", 2024, "13.31", ": 13,31% GDP", ": 13.31% of GDP"],
  ["EGDI_VALUE", "UNDESA", 2024, "0.771", ": 0,771 điểm", ": score 0.771"],
  ["LABOUR_PRODUCTIVITY_GROWTH", "NSO", 2024, "5.8", ": 5,8%/năm", ": 5.8% a year"],
  ["GCI_TIER", "ITU", 2024, "2", ": nhóm 2", ": tier 2"],
] as const)(
  "a notice gives the figures of %s with their unit",
  async (indicator, compiler, timePeriod, value, vi, en) => {
    const t = await team();
    const source = (
      await t.db.one<{ source: string }>(
        "SELECT source FROM observation_revision WHERE indicator = @indicator AND time_period = @timePeriod AND ref_area = 'VNM'",
        { indicator, timePeriod },
      )
    )?.source;
    const own = { ...wrong, indicator, compiler, timePeriod, value, newSource: null, source, rankPool: null };
    const sent = await t.submit(t.lan, await t.draft(t.lan, own));
    expect((await t.review(t.hoa, sent, { approve: "all" })).status).toBe(200);
    const [notice] = (await corrections(t)) as { right: { vi: string; en: string } }[];
    expect([notice?.right.vi.slice(-vi.length), notice?.right.en.slice(-en.length)]).toEqual([vi, en]);
  },
);

test("a figure that moves to its own year is one notice, and what the compiler revises is none", async () => {
  const t = await team();
  await t.review(t.hoa, await t.submit(t.lan, await t.draft(t.lan, { ...revision, value: "13.35" })), {
    approve: "all",
  });
  expect(await corrections(t)).toEqual([]);
  const draft = await t.draft(t.lan);
  const move = { indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", from: 2025, to: 2026, reasonText: why };
  const moved = await read(t.lan.post(`/submissions/${draft.id}/moves`, move, t.at(draft.version)));
  const sent = await t.submit(t.lan, moved);
  expect((await t.review(t.hoa, sent, { approve: "all" })).status).toBe(200);
  expect(await corrections(t)).toMatchObject([
    {
      wrong: { vi: "Thứ hạng GII, 2025: hạng 44/139\nThứ hạng GII, 2026: không có số liệu" },
      right: { vi: "Thứ hạng GII, 2025: không có số liệu\nThứ hạng GII, 2026: hạng 44/139" },
      why: { vi: why },
    },
  ]);
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});
