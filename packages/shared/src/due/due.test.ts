import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ObsStatus } from "../figure/fields.ts";
import type { IndicatorDefinition } from "../schema/indicator.ts";
import { cells, dueBy } from "./due.ts";

type Schedule = NonNullable<IndicatorDefinition["schedule"]>;
const schedule = (more: Partial<Schedule> = {}): Schedule => ({
  everyYears: 1,
  month: 9,
  lagYears: 0,
  link: null,
  note: null,
  ...more,
});
const figure = (timePeriod: number, status: ObsStatus = "A") => ({ timePeriod, value: "44", obsStatus: [status] });
const discontinued = { from: "2024-09-12", reason: { vi: "x", en: "x" }, source: "X" };
const grid = (
  given: { schedule: Schedule | null; discontinued?: IndicatorDefinition["discontinued"] },
  figures: ReturnType<typeof figure>[],
  from: number,
  to: number,
  today: string,
) =>
  cells({ discontinued: null, ...given }, figures, { from, to }, today).map(
    (c) => `${c.timePeriod} ${c.state}${c.wanted ? ` ${c.wanted} ${c.wantedState} ${c.dueBy}` : ""}`,
  );

describe("GII 2026, out in September", () => {
  const gii = (today: string) => grid({ schedule: schedule() }, [figure(2024), figure(2025)], 2023, 2027, today);
  test("is expected before, due in, and overdue after its month; the next one is expected", () => {
    expect(gii("2026-08-31")[3]).toBe("2026 expected figure expected 2026-09-30");
    expect(gii("2026-09-01")[3]).toBe("2026 due figure due 2026-09-30");
    expect(gii("2026-09-30")[3]).toBe("2026 due figure due 2026-09-30");
    expect(gii("2026-10-01")[3]).toBe("2026 overdue figure overdue 2026-09-30");
    expect(gii("2026-10-01")[4]).toBe("2027 expected figure expected 2027-09-30");
  });
  test("an older hole is a gap, not a task", () => expect(gii("2026-10-01")[0]).toBe("2023 gap"));
});

test("a biennial survey has no edition in between, counted from the newest one", () =>
  expect(grid({ schedule: schedule({ everyYears: 2 }) }, [figure(2024)], 2023, 2027, "2026-10-01")).toEqual([
    "2023 none",
    "2024 entered",
    "2025 none",
    "2026 overdue figure overdue 2026-09-30",
    "2027 none",
  ]));

test("an estimate keeps the final figure wanted, until the publisher's next edition and beyond", () => {
  const estimate = (today: string) =>
    grid({ schedule: schedule({ month: 1, lagYears: 1 }) }, [figure(2025, "E")], 2025, 2025, today);
  expect(estimate("2026-11-21")).toEqual(["2025 entered final due 2027-01-31"]);
  expect(estimate("2027-01-31")).toEqual(["2025 entered final due 2027-01-31"]);
  expect(estimate("2027-02-01")).toEqual(["2025 entered final overdue 2027-01-31"]);
});

test("an estimate of a measure that has ended by its next edition stays what it is, from the day that is known", () => {
  const ended = { ...discontinued, from: "2026-09-30" };
  const estimate = (today: string, from = ended.from) =>
    grid({ schedule: schedule(), discontinued: { ...ended, from } }, [figure(2025, "E")], 2025, 2025, today);
  expect(estimate("2026-09-29")).toEqual(["2025 entered final due 2026-09-30"]);
  expect(estimate("2026-09-30")).toEqual(["2025 entered"]);
  expect(estimate("2026-10-31", "2026-10-01")).toEqual(["2025 entered final overdue 2026-09-30"]);
});

test("a year recorded as missing is neither due nor the newest edition", () => {
  const missing = { timePeriod: 2025, value: null, obsStatus: ["M" as const] };
  const all = cells(
    { schedule: schedule({ everyYears: 2 }), discontinued: null },
    [figure(2022), missing],
    { from: 2024, to: 2026 },
    "2026-10-01",
  );
  expect(all.map((c) => [c.timePeriod, c.state, c.grade, c.wanted, c.dueBy])).toEqual([
    [2024, "overdue", null, "figure", "2024-09-30"],
    [2025, "recorded_missing", null, null, null],
    [2026, "overdue", null, "figure", "2026-09-30"],
  ]);
});

test("before the first figure editions are counted from year 0, and without any nothing is a gap", () => {
  const biennial = { schedule: schedule({ everyYears: 2 }) };
  expect(grid(biennial, [], 2025, 2028, "2026-10-01")).toEqual([
    "2025 none",
    "2026 overdue figure overdue 2026-09-30",
    "2027 none",
    "2028 expected figure expected 2028-09-30",
  ]);
  expect(grid({ schedule: null }, [], 2025, 2026, "2026-10-01")).toEqual(["2025 none", "2026 none"]);
  expect(grid(biennial, [], 2026, 2025, "2026-10-01")).toEqual([]);
});

test("a discontinued measure is never due", () =>
  expect(grid({ schedule: schedule(), discontinued }, [figure(2020)], 2023, 2026, "2026-10-01")).toEqual([
    "2023 overdue figure overdue 2023-09-30",
    "2024 discontinued",
    "2025 discontinued",
    "2026 discontinued",
  ]));

test("an older hole of the first year counted is a gap, its newest year is not", () => {
  const holes = [figure(2020), { timePeriod: 2022, value: null, obsStatus: ["M" as const] }, figure(2023)];
  const states = cells({ schedule: null, discontinued: null }, holes, { from: 2018, to: 2024 }, "2026-10-01").map(
    (c) => `${c.timePeriod} ${c.state}`,
  );
  expect(states).toEqual([
    "2018 none",
    "2019 none",
    "2020 entered",
    "2021 gap",
    "2022 recorded_missing",
    "2023 entered",
    "2024 none",
  ]);
});

test("without a schedule nothing is due", () =>
  expect(grid({ schedule: null }, [figure(2020), figure(2022)], 2020, 2026, "2026-10-01")).toEqual([
    "2020 entered",
    "2021 gap",
    "2022 entered",
    "2023 none",
    "2024 none",
    "2025 none",
    "2026 none",
  ]));

test("time only moves a cell from expected to due to overdue, and a figure always ends it", () => {
  const order = ["expected", "due", "overdue"];
  const input = fc.record({
    everyYears: fc.integer({ min: 1, max: 5 }),
    month: fc.integer({ min: 1, max: 12 }),
    lagYears: fc.integer({ min: 0, max: 3 }),
    year: fc.integer({ min: 2018, max: 2032 }),
    days: fc.tuple(
      fc.date({ min: new Date("2015-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
      fc.nat(4000),
    ),
  });
  fc.assert(
    fc.property(input, ({ year, days: [start, later], ...given }) => {
      const day = (date: Date) => date.toISOString().slice(0, 10);
      const at = (today: string) =>
        cells({ schedule: schedule(given), discontinued: null }, [], { from: year, to: year }, today)[0]?.state ?? "";
      const [a, b] = [at(day(start)), at(day(new Date(start.getTime() + later * 86_400_000)))];
      if (a === "none") return void expect(b).toBe("none");
      expect(order.indexOf(b)).toBeGreaterThanOrEqual(order.indexOf(a));
      expect(dueBy(schedule(given), year).slice(5, 7)).toBe(String(given.month).padStart(2, "0"));
      const [entered] = cells(
        { schedule: schedule(given), discontinued: null },
        [figure(year)],
        { from: year, to: year },
        day(start),
      );
      expect([entered?.state, entered?.wanted]).toEqual(["entered", null]);
    }),
  );
});

test("no final figure is wanted of a publisher that never brings one out", () => {
  const ministry = schedule({ month: 12, finals: false, requestDays: 31 });
  expect(grid({ schedule: ministry }, [figure(2024, "P")], 2024, 2025, "2026-11-21")).toEqual([
    "2024 entered",
    "2025 overdue figure overdue 2025-12-31",
  ]);
  const [cell] = cells({ schedule: ministry, discontinued: null }, [], { from: 2026, to: 2026 }, "2026-11-21");
  expect(cell).toMatchObject({ dueBy: "2026-12-31", requestBy: "2026-11-30" });
});
