import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { egdi, point } from "./indicators.fixture.ts";
import { dotOf, marksOf, runsOf } from "./runs.ts";

const years = (runs: ReturnType<typeof runsOf>) => runs.map((run) => run.map((mark) => mark.timePeriod));
const unverified = { confidence: "unverified" } as const;

describe("runs", () => {
  it("break an annual line at a missing year", () => {
    const points = [2018, 2019, 2021, 2022].map((year) => point(year, 1));
    expect(years(runsOf(points, "A"))).toEqual([
      [2018, 2019],
      [2021, 2022],
    ]);
  });

  it("join editions that follow each other two or three years apart, and part where a biennial one is skipped", () => {
    expect(years(runsOf(egdi.series[0]?.points ?? [], "A2"))).toHaveLength(1);
    const skipped = [2016, 2018, 2022, 2024].map((year) => point(year, 1));
    expect(years(runsOf(skipped, "A2"))).toEqual([
      [2016, 2018],
      [2022, 2024],
    ]);
  });

  it("join an irregular series whatever its distances, unless an edition is known to lie between", () => {
    const points = [2014, 2017, 2020].map((year) => point(year, 1));
    expect(years(runsOf(points, "_O"))).toEqual([[2014, 2017, 2020]]);
    expect(years(runsOf(points, "_O", { editions: [2014, 2017, 2018, 2020] }))).toEqual([[2014, 2017], [2020]]);
  });

  it("part where a missing value is recorded", () => {
    expect(years(runsOf([point(2014, 1), point(2017, null), point(2020, 1)], "_O"))).toEqual([[2014], [2020]]);
  });

  it("part before a break, told by the page or by the figure's own status", () => {
    const points = [2019, 2020, 2021, 2022].map((year) => point(year, 1));
    const expected = [
      [2019, 2020],
      [2021, 2022],
    ];
    expect(years(runsOf(points, "A", { breaks: [2021] }))).toEqual(expected);
    const flagged = points.map((item) => (item.timePeriod === 2021 ? { ...item, obsStatus: ["B" as const] } : item));
    expect(years(runsOf(flagged, "A"))).toEqual(expected);
  });

  it("leave an unverified figure and a forecast alone", () => {
    const points = [point(2020, 1), point(2021, 1, unverified), point(2022, 1), point(2023, 1, { obsStatus: ["F"] })];
    expect(years(runsOf(points, "A"))).toEqual([[2020], [2021], [2022], [2023]]);
  });

  it("lead to provisional figures, which are hollow", () => {
    const points = [point(2020, 1), point(2021, 1, { obsStatus: ["P"] }), point(2022, 1, { obsStatus: ["E"] })];
    const runs = runsOf(points, "A");
    expect(years(runs)).toEqual([[2020, 2021, 2022]]);
    expect(runs[0]?.map((mark) => mark.dot)).toEqual(["solid", "hollow", "hollow"]);
  });

  it("show an unverified figure as such even where it is provisional too", () => {
    expect(dotOf({ confidence: "unverified", obsStatus: ["P"] })).toBe("unverified");
    expect(dotOf({ confidence: "derived", obsStatus: ["A"] })).toBe("solid");
    expect(dotOf({ confidence: "sourced", obsStatus: ["B", "E"] })).toBe("hollow");
  });

  it("hold every figure once, by year, in whatever order they come", () => {
    const figure = fc.record({
      year: fc.integer({ min: 1990, max: 2030 }),
      value: fc.option(fc.double({ noNaN: true, min: -100, max: 100 })),
      confidence: fc.constantFrom("sourced" as const, "derived" as const, "unverified" as const),
    });
    const series = fc
      .uniqueArray(figure, { selector: (item) => item.year, maxLength: 30 })
      .map((list) => list.map(({ year, value, confidence }) => point(year, value, { confidence })));
    fc.assert(
      fc.property(series, fc.constantFrom("A" as const, "A2" as const, "_O" as const), (points, frequency) => {
        const runs = runsOf(points, frequency);
        expect(runs.flat()).toEqual(marksOf(points));
        expect(runsOf([...points].reverse(), frequency)).toEqual(runs);
        for (const run of runs) if (run.length > 1) expect(run.every((mark) => mark.dot !== "unverified")).toBe(true);
      }),
    );
  });
});
