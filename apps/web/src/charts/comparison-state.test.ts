import { describe, expect, it } from "vitest";
import { chartWords } from "../words/words.ts";
import { comparisonLayout, nearestArea } from "./comparison-layout.ts";
import { type ComparisonFigures, comparedEntry, comparisonState } from "./comparison-state.ts";
import { point, rankFormat } from "./indicators.fixture.ts";
import { egdiPeers, giiPeers } from "./peers.fixture.ts";

const giiFigures: ComparisonFigures = { valueKind: "rank", frequency: "A", unit: "", lines: giiPeers, focus: "VNM" };
const egdiFigures: ComparisonFigures = { ...giiFigures, frequency: "A2", lines: egdiPeers };
const stateOf = (figures: ComparisonFigures) => comparisonState(figures, chartWords.vi, rankFormat);
const yearsOf = (figures: ComparisonFigures, area: string) =>
  stateOf(figures)
    .runs.filter((run) => run.area === area)
    .map((run) => run.marks.map((mark) => mark.timePeriod));

describe("a comparison", () => {
  it("leaves a gap where an area is not in an edition or its rank was only recalled", () => {
    expect(yearsOf(giiFigures, "BRN")).toEqual([
      [2011, 2012],
      [2013],
      [2014],
      [2017],
      [2018],
      [2019, 2020, 2021, 2022, 2023, 2024, 2025],
    ]);
    expect(yearsOf(egdiFigures, "VNM")).toHaveLength(1);
  });

  it("takes the editions of the others as known, so that a missing one of them is a gap", () => {
    const lines = [
      { area: "VNM", name: "Việt Nam", points: [2016, 2018, 2019].map((year) => point(year, 1)) },
      { area: "LAO", name: "Lào", points: [2016, 2019].map((year) => point(year, 2)) },
    ];
    expect(yearsOf({ ...giiFigures, frequency: "A2", lines }, "LAO")).toEqual([[2016], [2019]]);
  });

  it("draws the focus last and leaves out an area without figures", () => {
    const state = stateOf({
      ...egdiFigures,
      lines: [...egdiPeers, { area: "XXX", name: "?", points: [point(2024, null)] }],
    });
    expect(state.ends.at(-1)?.area).toBe("VNM");
    expect(state.ends).toHaveLength(11);
  });

  it("says of which year a figure is where the area is not in the latest edition", () => {
    const lines = [
      egdiPeers[0],
      { area: "BRN", name: "Brunei", points: [point(2022, 68)] },
    ] as ComparisonFigures["lines"];
    expect(stateOf({ ...egdiFigures, lines }).ends.map((end) => end.text)).toEqual(["68 (2022)", "71"]);
  });

  it("says flags in words", () => {
    const state = stateOf(giiFigures);
    const key = state.runs.find((run) => run.area === "LAO" && run.marks[0]?.timePeriod === 2024)?.key ?? "";
    expect(comparedEntry(state, key, 2024, chartWords.vi, rankFormat)).toEqual({
      area: "LAO",
      name: "Lào",
      text: "111, chưa xác minh",
    });
    expect(comparedEntry(state, "none", 2024, chartWords.vi, rankFormat)).toBeNull();
  });

  it("stacks the end labels without overlap from 300 to 1900 px, in the order of the lines", () => {
    for (const figures of [giiFigures, egdiFigures]) {
      const state = stateOf(figures);
      for (let width = 300; width <= 1900; width += 80) {
        const layout = comparisonLayout(state, width, 420, rankFormat.tick);
        const sorted = layout.labels.toSorted((a, b) => a.y - b.y);
        sorted.forEach((label, index) => {
          if (index) expect(label.y - (sorted[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(layout.pitch - 1e-6);
        });
        const byRank = state.ends.toSorted((a, b) => a.last.value - b.last.value).map((end) => end.area);
        expect(sorted.map((label) => label.area)).toEqual(byRank);
        expect(layout.plot.right - layout.plot.left).toBeGreaterThan(width * 0.4);
      }
    }
  });

  it("writes names, not codes, on a narrow screen too; of one that does not fit the beginning", () => {
    const long = { area: "VCT", name: "Saint Vincent và Grenadines", points: [point(2024, 100)] };
    const state = stateOf({ ...egdiFigures, lines: [...egdiPeers, long] });
    const names = (width: number) => comparisonLayout(state, width, 420, rankFormat.tick).labels.map((l) => l.name);
    expect(names(340)).toEqual(expect.arrayContaining(["Việt Nam", "Philippines", "Timor-Leste"]));
    expect(names(340).find((name) => name.startsWith("Saint"))).toMatch(/^Saint \S.*…$/);
    expect(names(1100)).toContain(long.name);
    const { labels, column } = comparisonLayout(state, 340, 420, rankFormat.tick);
    expect(column).toBeLessThanOrEqual(340 * 0.4 + 22);
    expect(labels.map(({ whole }) => whole)).toContain("Saint Vincent và Grenadines 100");
  });

  it("finds the area under the pointer, if one is near", () => {
    const state = stateOf(egdiFigures);
    const layout = comparisonLayout(state, 800, 420, rankFormat.tick);
    expect(nearestArea(state, layout, 2024, layout.y(71) + 1)).toBe("VNM");
    expect(nearestArea(state, layout, 2024, layout.y(25))).toBeNull();
    expect(nearestArea(state, layout, 2023, layout.y(71))).toBeNull();
  });

  it("leaves out figures of before a break that are on another scale, and says so; says where an axis begins", () => {
    const scores = (area: string, ...values: [number, number][]) => ({
      ...{ area, name: area, points: values.map(([year, value]) => point(year, value)) },
    });
    const lines = [
      scores("VNM", [2014, 0.324], [2018, 0.7], [2020, 94.5], [2024, 99.7]),
      scores("SGP", [2020, 98.5], [2024, 99.8]),
    ];
    const of = (breaks: number[]) => stateOf({ ...giiFigures, valueKind: "index", unit: "điểm", lines, breaks });
    expect(of([2020]).unit).toBe("điểm · số liệu 2014–2018 theo thang khác: xem bảng");
    expect([of([2020]).years, of([2020]).values.length, of([2018]).years]).toEqual([[2020, 2024], 4, [2014, 2024]]);
    const said = (breaks: number[], width = 800) => comparisonLayout(of(breaks), width, 420, rankFormat.tick).unit;
    expect(said([2020]).join(" ")).toMatch(/ · trục bắt đầu từ 94/);
    expect(said([2020], 340).length).toBeGreaterThan(1);
    expect(said([])).toEqual(["điểm"]);
  });

  it("stands without lines", () => {
    const state = stateOf({ ...egdiFigures, lines: [] });
    expect(comparisonLayout(state, 320, 420, rankFormat.tick).labels).toEqual([]);
  });

  it("reaches as far as a target, which is labelled like a line; the latest figures stay those of an edition", () => {
    const base = { timePeriod: 2020, value: 86 };
    const target = { key: "T", year: 2030, value: 50, text: "≤ 50 năm 2030", shortText: "≤ 50", base, latest: null };
    const [plain, aimed] = [stateOf(egdiFigures), stateOf({ ...egdiFigures, targets: [target] })];
    expect([plain.years[1], aimed.years[1]]).toEqual([2024, 2030]);
    expect(aimed.ends.slice(0, -1)).toEqual(plain.ends);
    expect(aimed.ends.at(-1)).toMatchObject({ area: "T", isTarget: true, text: "≤ 50 năm 2030" });
  });
});
