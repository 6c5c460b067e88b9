import { describe, expect, it } from "vitest";
import { chartWords } from "../words/words.ts";
import { indicatorLayout } from "./indicator-layout.ts";
import type { IndicatorFigures } from "./indicator-parts.ts";
import { indicatorState } from "./indicator-state.ts";
import {
  digitalEconomy,
  egdi,
  gci,
  gii,
  growthFormat,
  point,
  productivity,
  rankFormat,
  shareFormat,
} from "./indicators.fixture.ts";
import { overlaps } from "./labels.ts";
import type { ChartFormat } from "./model.ts";
import { indicatorTooltips } from "./tooltips.ts";

const stateOf = (figures: IndicatorFigures, format: ChartFormat = rankFormat) =>
  indicatorState(figures, chartWords.vi, format);
const reference = "đường tham chiếu từ năm 2020";
const texts = (figures: IndicatorFigures, format?: ChartFormat) => stateOf(figures, format).labels.map((l) => l.text);

describe("the state of an indicator chart", () => {
  it("cuts the line at skipped editions and leaves recalled ranks alone", () => {
    const runs = stateOf(gii).runs.map((run) => run.marks.map((mark) => mark.timePeriod));
    expect(runs.slice(0, 3)).toEqual([[2007], [2008], [2009]]);
    expect(runs[3]).toEqual([2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]);
  });

  it("draws targets with a number, and no position within a group on a rank axis", () => {
    expect(stateOf(gii).targets.map((target) => target.text)).toEqual(["≤ 40 năm 2030"]);
    expect(stateOf(gci).targets.map((target) => target.value)).toEqual([40, 30]);
    const wording = { ...gii.targets[0], kind: "wording" as const, value: null } as IndicatorFigures["targets"][number];
    expect(stateOf({ ...gii, targets: [wording] }).targets).toEqual([]);
  });

  it("draws a period target over its years", () => {
    expect(stateOf(productivity).averages).toMatchObject([
      { from: 2021, to: 2025, value: 7 },
      { from: 2021, to: 2030, value: 7.5 },
    ]);
  });

  it("keeps compilers apart and names them where there are two", () => {
    const state = stateOf(digitalEconomy, shareFormat);
    for (const run of state.runs) expect(new Set(run.marks.map(() => run.series.compiler)).size).toBe(1);
    expect(state.labels.map((label) => label.text.replaceAll("\u00a0", " "))).toEqual([
      "khoảng 20% năm 2025",
      "khoảng 30% năm 2030",
      "Cục Thống kê 14,02% (2025, ước tính)",
      "Bộ TT&TT 18,3% (2024, sơ bộ)",
      "đường tham chiếu từ năm 2020",
      "12,66%",
      "13,17%",
    ]);
  });

  it("does not cut another compiler's line at a break of the official measure", () => {
    const other = { ...digitalEconomy.series[1], points: [2020, 2021, 2022].map((year) => point(year, 10)) };
    const state = stateOf({
      ...digitalEconomy,
      series: [digitalEconomy.series[0], other] as IndicatorFigures["series"],
      breaks: [{ timePeriod: 2022, cause: "định nghĩa mới" }],
    });
    expect(state.runs.map((run) => [run.series.compiler, run.marks.length])).toEqual([
      ["NSO", 2],
      ["NSO", 4],
      ["MIC", 3],
    ]);
  });

  it("labels the first, the base and the latest figure, the pool with the latest", () => {
    expect(texts(egdi)).toEqual(["≤ 50 năm 2030", "71/193 (2024)", reference, "86", "97"]);
    expect(texts(gii)).toEqual(["≤ 40 năm 2030", "44/139 (2025)", reference, "42", "71"]);
  });

  it("marks a bound as one, wherever it stands", () => {
    expect(texts(productivity, growthFormat)).toContain("≤ 5%");
    const least = {
      ...productivity,
      series: [{ ...productivity.series[0], points: [point(2025, 90, { valueLimit: ">=" })] }],
    };
    expect(texts(least as IndicatorFigures, shareFormat)).toContain("≥ 90% (2025)");
  });

  it("labels what was only recalled when there is nothing else", () => {
    const only = [point(2020, 8.2, { confidence: "unverified" })];
    const state = stateOf(
      { ...digitalEconomy, targets: [], ways: [], series: [{ ...digitalEconomy.series[0], points: only }] as never },
      shareFormat,
    );
    expect(state.labels.map((label) => label.text)).toEqual(["8,2% (2020, chưa\u00a0xác\u00a0minh)"]);
  });

  it("says which way a rank axis runs", () => {
    expect(stateOf(gii).unit).toBe("thứ hạng (1 là cao nhất)");
    expect(indicatorState(gii, chartWords.en, rankFormat).unit).toBe("rank (1 is best)");
    expect(stateOf(digitalEconomy).unit).toBe("% GDP");
  });

  it("lets the reader step through years with a figure or a target, path value included", () => {
    const rows = stateOf(egdi).rows;
    expect(rows.map((row) => row.year)).toEqual([
      2003, 2004, 2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2030,
    ]);
    expect(rows.find((row) => row.year === 2024)?.reference).toBeCloseTo(71.6, 10);
  });

  it("numbers the milestones it can show by date", () => {
    const milestones = [
      { id: "later", date: "2025-03", title: "b" },
      { id: "outside", date: "1999", title: "c" },
      { id: "earlier", date: "2020-12-31", title: "a" },
    ];
    expect(stateOf({ ...egdi, milestones }).milestones.map(({ id, number }) => [id, number])).toEqual([
      ["earlier", 1],
      ["later", 2],
    ]);
  });

  it("stands without any figure", () => {
    const empty = stateOf({
      ...gci,
      targets: [],
      series: [{ compiler: "ITU", name: "ITU", official: true, points: [] }],
    });
    expect(empty.rows).toEqual([]);
    expect(indicatorLayout(empty, 320, 360, rankFormat.tick).axis.ticks).toEqual([1, 2]);
  });
});

describe("the tooltip", () => {
  it("says value, flags, bound, edition and source in words", () => {
    const format = { ...growthFormat, source: () => "Niên giám" };
    const years = indicatorTooltips(stateOf(productivity, format), chartWords.vi, format);
    const said = (year: number) =>
      years.find((one) => one.year === year)?.lines.map(({ name, text, note }) => [name, text, note].join("|"));
    expect(said(2020)).toContain("Cục Thống kê|≤ 5%/năm|nguồn chỉ cho mức cao nhất; nguồn: Niên giám");
    expect(said(2025)?.[0]).toContain("6,84%/năm, ước tính, tính từ nguồn");
    const path = indicatorTooltips(stateOf(digitalEconomy, shareFormat), chartWords.vi, shareFormat);
    expect(path.find(({ year }) => year === 2030)?.lines.at(-1)).toEqual({
      name: "đường tham chiếu từ năm 2020",
      text: "30%",
    });
    expect(said(2023)).toContain("Mục tiêu|> 7%/năm, bình\u00a0quân 2021–2025|");
  });

  it("says a rank that is needed as the whole place that suffices", () => {
    const points = [
      { timePeriod: 2025, value: 44 },
      { timePeriod: 2026, value: 43.2 },
    ];
    const ways = [{ kind: "needed" as const, text: "mức cần đạt từng năm", points }];
    const years = indicatorTooltips(stateOf({ ...gii, ways }), chartWords.vi, rankFormat);
    expect(years.find(({ year }) => year === 2026)?.lines).toEqual([{ name: "mức cần đạt từng năm", text: "43" }]);
  });
});

describe("the layout of an indicator chart", () => {
  const charts: [string, IndicatorFigures, ChartFormat][] = [
    ["GII", gii, rankFormat],
    ["GCI", gci, rankFormat],
    ["EGDI", egdi, rankFormat],
    ["digital economy", digitalEconomy, shareFormat],
    ["productivity", productivity, growthFormat],
  ];

  it.each(charts)(
    "places the labels of %s without overlap, inside the picture, from 300 to 1900 px",
    (_, figures, format) => {
      const state = stateOf(figures, format);
      for (let width = 300; width <= 1900; width += 40) {
        const { labels } = indicatorLayout(state, width, 360, format.tick);
        const asked = state.labels.filter((label) => label.role !== "point").map((label) => label.id);
        expect(labels.filter((label) => label.role !== "point").map((label) => label.id)).toEqual(asked);
        labels.forEach((label, index) => {
          for (const other of labels.slice(index + 1)) expect(overlaps(label.rect, other.rect)).toBe(false);
          expect(label.rect.x).toBeGreaterThanOrEqual(0);
          expect(label.rect.x + label.rect.width).toBeLessThanOrEqual(width);
        });
      }
    },
  );

  it("puts the hairline half a year before the first year of the new measure", () => {
    const layout = indicatorLayout(stateOf(productivity, growthFormat), 800, 360, growthFormat.tick);
    expect(layout.breaks[0]?.x).toBeCloseTo((layout.x(2020) + layout.x(2021)) / 2, 6);
  });

  it("turns the rank axis: a better rank is higher", () => {
    const layout = indicatorLayout(stateOf(egdi), 800, 360, rankFormat.tick);
    expect(layout.y(1)).toBeLessThan(layout.y(71));
    expect(layout.y(1)).toBeCloseTo(layout.plot.top, 6);
  });

  it("lets milestones that stand too close share a tick", () => {
    const state = stateOf(egdi);
    expect(indicatorLayout(state, 2600, 360, rankFormat.tick).milestones.map((tick) => tick.text)).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
    expect(indicatorLayout(state, 340, 360, rankFormat.tick).milestones.map((tick) => tick.text)).toEqual(["1–3", "4"]);
  });
});
