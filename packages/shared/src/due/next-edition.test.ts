import { expect, test } from "vitest";
import type { ObsStatus } from "../figure/fields.ts";
import type { IndicatorDefinition } from "../schema/indicator.ts";
import { nextEdition } from "./next-edition.ts";

type Schedule = NonNullable<IndicatorDefinition["schedule"]>;
const calendar = (more: Partial<Schedule> = {}) => ({
  schedule: { everyYears: 1, month: 9, lagYears: 0, link: null, note: null, ...more },
  discontinued: null,
});
const figure = (timePeriod: number, value: number | null = 44, status: ObsStatus = "A") => ({
  timePeriod,
  value,
  obsStatus: [status],
});
const gii = [figure(2024), figure(2025)];

test("GII 2026 is awaited until September is over, and then out without being here", () => {
  expect(nextEdition(calendar(), gii, "2026-09-30")).toEqual({
    timePeriod: 2026,
    dueBy: "2026-09-30",
    requestBy: null,
    isOut: false,
  });
  expect(nextEdition(calendar(), gii, "2026-10-01")).toEqual({
    timePeriod: 2026,
    dueBy: "2026-09-30",
    requestBy: null,
    isOut: true,
  });
});

test("a survey every second year skips the year between", () =>
  expect(nextEdition(calendar({ everyYears: 2 }), [figure(2024)], "2026-11-21")).toEqual({
    timePeriod: 2026,
    dueBy: "2026-09-30",
    requestBy: null,
    isOut: true,
  }));

test("a yearly share comes out in the January after", () =>
  expect(nextEdition(calendar({ month: 1, lagYears: 1 }), [figure(2025)], "2026-11-21")).toEqual({
    timePeriod: 2026,
    dueBy: "2027-01-31",
    requestBy: null,
    isOut: false,
  }));

test("a year recorded as missing is passed over, and a forecast does not stand for its year", () => {
  expect(nextEdition(calendar(), [...gii, figure(2026, null, "M")], "2026-11-21")?.timePeriod).toBe(2027);
  expect(nextEdition(calendar(), [...gii, figure(2026, 40, "F")], "2026-11-21")).toMatchObject({ timePeriod: 2026 });
});

test("it is counted from the newest year that has a value, however far years recorded as missing reach", () => {
  const rare = calendar({ everyYears: 2 });
  const missing = [2019, 2021].map((year) => figure(year, null, "M"));
  expect(nextEdition(rare, [figure(2010), figure(2017), ...missing], "2026-11-21")?.timePeriod).toBe(2023);
  // Four editions ahead and no further.
  const all = [2019, 2021, 2023].map((year) => figure(year, null, "M"));
  expect(nextEdition(rare, [figure(2017), ...all], "2026-11-21")?.timePeriod).toBe(2025);
  expect(nextEdition(rare, [figure(2017), ...all, figure(2025, null, "M")], "2026-11-21")).toBeNull();
});

test("only years without a value leave nothing to count from", () => {
  expect(nextEdition(calendar(), [figure(2025, null, "M")], "2026-11-21")).toBeNull();
});

test("a measure that ends after the next edition still awaits it", () => {
  const ending = { from: "2026-10-01", reason: { vi: "x", en: "x" }, source: "X" };
  const ask = (on: string) => nextEdition({ ...calendar(), discontinued: ending }, gii, on)?.timePeriod ?? null;
  expect([ask("2026-09-30"), ask("2026-10-01")]).toEqual([2026, 2026]);
  const over = [...gii, figure(2026)];
  expect(nextEdition({ ...calendar(), discontinued: ending }, over, "2026-09-30")?.timePeriod).toBe(2027);
  expect(nextEdition({ ...calendar(), discontinued: ending }, over, "2026-10-01")).toBeNull();
});

test("nothing is awaited without a calendar, without a figure, or once the measure has ended", () => {
  const ended = { from: "2024-09-12", reason: { vi: "x", en: "x" }, source: "X" };
  expect(nextEdition({ schedule: null, discontinued: null }, gii, "2026-11-21")).toBeNull();
  expect(nextEdition(calendar(), [], "2026-11-21")).toBeNull();
  expect(nextEdition({ ...calendar(), discontinued: ended }, gii, "2026-11-21")).toBeNull();
});

test("an announced day stands for that edition alone, and what is not published unasked is asked for before", () => {
  const days = [{ timePeriod: 2026, on: "2026-09-29", source: "S" }];
  expect(nextEdition(calendar({ days, requestDays: 30 }), gii, "2026-09-30")).toEqual({
    timePeriod: 2026,
    dueBy: "2026-09-29",
    requestBy: "2026-08-30",
    isOut: true,
  });
  expect(nextEdition(calendar({ days }), [...gii, figure(2026)], "2026-11-21")?.dueBy).toBe("2027-09-30");
});
