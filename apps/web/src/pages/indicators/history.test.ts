import fc from "fast-check";
import { expect, test } from "vitest";
import type { ObservationItem } from "../../client/api.ts";
import { aFigure } from "../../words/data.fixture.ts";
import { current, revisedYears, revisions, vintages } from "./history.ts";

const of = (year: number, value: number | null, release: number, more: Partial<ObservationItem> = {}) =>
  aFigure(year, value, { compiler: "NSO", release, published: `20${release}-01-06`, ...more });
const history = [
  of(2022, 12.67, 23),
  of(2022, 12.63, 24),
  of(2022, 12.83, 25),
  of(2023, 12.33, 24),
  of(2023, 12.87, 25),
  of(2024, 13.17, 25),
];

test("the newest version of each figure is the one that counts", () =>
  expect(current(history).map((o) => [o.timePeriod, o.value])).toEqual([
    [2022, 12.83],
    [2023, 12.87],
    [2024, 13.17],
  ]));

test("every change is told with what it was, the newest release first", () =>
  expect(revisions(history).map((r) => [r.new.release, r.new.timePeriod, r.old.value, r.new.value])).toEqual([
    [25, 2023, 12.33, 12.87],
    [25, 2022, 12.63, 12.83],
    [24, 2022, 12.67, 12.63],
  ]));

test("a year that was revised is told once, with every step to what is known now", () => {
  const ministry = [of(2024, 18.6, 24, { compiler: "MIC" }), of(2024, 18.3, 25, { compiler: "MIC" })];
  expect(
    revisedYears([...ministry, ...history], "NSO").map(({ compiler, timePeriod, steps }) => [
      compiler,
      timePeriod,
      steps.map((step) => [step.old.value, step.new.value]),
    ]),
  ).toEqual([
    ["NSO", 2023, [[12.33, 12.87]]],
    [
      "NSO",
      2022,
      [
        [12.67, 12.63],
        [12.63, 12.83],
      ],
    ],
    ["MIC", 2024, [[18.6, 18.3]]],
  ]);
});

test("a figure said again is no revision, another compiler's is none either, a new grade is one", () => {
  expect(revisions([of(2022, 1, 1), of(2022, 1, 2)])).toEqual([]);
  expect(revisions([of(2022, 1, 1), of(2022, 2, 2, { compiler: "MIC" })])).toEqual([]);
  expect(revisions([of(2022, 1, 1, { obsStatus: ["E"] }), of(2022, 1, 2)])).toHaveLength(1);
});

test("a vintage is the whole series as its release knew it, with what the release said marked", () => {
  const { years, rows } = vintages(history, "NSO");
  expect(years).toEqual([2024, 2023, 2022]);
  expect(rows.map((r) => [r.release, ...r.figures.map((f) => f && `${f.figure.value}${f.isNew ? "!" : ""}`)])).toEqual([
    [25, "13.17!", "12.87!", "12.83!"],
    [24, null, "12.33!", "12.63!"],
    [23, null, null, "12.67!"],
  ]);
});

test("the newest vintage holds the figures that count, and revisions lead from the first to them", () => {
  const rows = fc.uniqueArray(
    fc.record({
      year: fc.integer({ min: 2018, max: 2025 }),
      release: fc.integer({ min: 1, max: 9 }),
      value: fc.nat(5),
    }),
    { selector: (r) => `${r.year} ${r.release}`, minLength: 1 },
  );
  fc.assert(
    fc.property(rows, (list) => {
      const all = list
        .sort((a, b) => a.year - b.year || a.release - b.release)
        .map(({ year, value, release }) => of(year, value, release));
      const known = current(all);
      expect(vintages(all, "NSO").rows[0]?.figures.map((f) => f?.figure)).toEqual(known.toReversed());
      for (const figure of known) {
        const steps = revisions(all).filter((r) => r.new.timePeriod === figure.timePeriod);
        if (steps[0]) expect(steps[0].new.value).toBe(figure.value);
      }
    }),
  );
});
