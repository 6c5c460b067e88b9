import { describe, expect, test } from "vitest";
import { testApp } from "../test-app.ts";

const { json } = await testApp();

describe("the ledger", async () => {
  const { items } = await json("/releases?lang=en");
  test("numbers releases 1, 2, 3 … in order of publication, newest first, one a day", () => {
    const ids = items.map((r: { id: number }) => r.id);
    expect(ids).toEqual(ids.map((_: number, i: number) => ids.length - i));
    const days = items.map((r: { publishedAt: string }) => r.publishedAt);
    expect(days).toEqual([...new Set(days)].sort().reverse());
    expect(items.every((r: { reconstructed: boolean; reason: string }) => r.reconstructed && r.reason)).toBe(true);
  });
  test("begins each day at midnight in Viet Nam", () => {
    expect(items.every((r: { publishedAt: string }) => r.publishedAt.endsWith("T17:00:00.000Z"))).toBe(true);
  });
});

describe("one release", () => {
  test("says what changed, old and new, and which statuses changed with it", async () => {
    const { items } = await json("/releases");
    const { id } = items.find((r: { publishedAt: string }) => r.publishedAt === "2025-01-05T17:00:00.000Z");
    const detail = await json(`/releases/${id}`);
    const of2023 = detail.observations.find((o: { new: { timePeriod: number } }) => o.new.timePeriod === 2023);
    expect([of2023.old.value, of2023.new.value]).toEqual([12.33, 12.87]);
    expect(detail.statuses).toContainEqual({
      targetId: "D2289-2030-DIGITAL_ECONOMY_GDP",
      before: { class: "moving_away", reason: null },
      after: { class: "off_track", reason: null },
    });
  });
  test("the Decision's targets came with the Decision, and a new source is not a changed status", async () => {
    const { items } = await json("/releases?asOf=2020-12-31");
    const detail = await json(`/releases/${items[0].id}`);
    expect(
      detail.definitions.filter((d: { kind: string; id: string }) => d.kind === "target" && d.id.startsWith("D2289")),
    ).toHaveLength(21);
    expect(detail.statuses).toHaveLength(21);
    expect(detail.statuses.every((s: { before: unknown }) => s.before === null)).toBe(true);
  });
  test("the end of ITU's ranking ended the verdicts on it", async () => {
    const { items } = await json("/releases?asOf=2024-09-12");
    const { statuses } = await json(`/releases/${items[0].id}`);
    expect(statuses.map((s: { targetId: string; after: { reason: string } }) => [s.targetId, s.after.reason])).toEqual(
      expect.arrayContaining([
        ["D2289-2030-GCI_RANK", "discontinued"],
        ["D2289-2025-GCI_RANK", "discontinued"],
      ]),
    );
  });
});
