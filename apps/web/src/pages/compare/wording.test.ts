import { describe, expect, test } from "vitest";
import { aFigure, anIndicator, realText } from "../../words/data.fixture.ts";
import { type Compared, positions } from "../../words/positions.ts";
import { comparisonSummary, comparisonTitle } from "./wording.ts";

const gii = anIndicator({});
const line = (
  area: string,
  name: string,
  figures: Record<number, number>,
  pool: Record<number, number> = {},
): Compared => ({
  area,
  name,
  figures: Object.entries(figures).map(([year, value]) =>
    aFigure(Number(year), value, { refArea: area, rankPool: pool[Number(year)] ?? null }),
  ),
});
const pools = { 2011: 125, 2025: 139 };
const asean = [
  line("VNM", "Việt Nam", { 2010: 71, 2011: 51, 2025: 44 }, pools),
  line("SGP", "Singapore", { 2011: 3, 2025: 5 }),
  line("MYS", "Malaysia", { 2011: 31, 2025: 34 }),
  line("IDN", "Indonesia", { 2011: 99, 2025: 55 }),
  line("THA", "Thái Lan", { 2025: 45 }),
];
const members = asean.map(({ area }) => area);
const facts = (lines: Compared[], measure = gii) => ({
  measure,
  lines,
  group: positions(asean, measure.direction),
  members,
});
const vi = realText("vi");
const en = realText("en");

describe("the title", () => {
  test("says the place in the group and who is ahead", () => {
    expect(comparisonTitle(facts(asean), vi)).toBe(
      "Thứ hạng GII: Việt Nam thứ 3 trong ASEAN, ấn bản 2025, sau Singapore và Malaysia",
    );
    expect(comparisonTitle(facts(asean), en)).toBe(
      "Thứ hạng GII: Việt Nam 3rd of ASEAN, 2025 edition, behind Singapore and Malaysia",
    );
  });
  test("says nothing of a place that rests on unverified figures", () => {
    const shaky = asean.map((one) =>
      one.area === "SGP"
        ? { ...one, figures: one.figures.map((o) => ({ ...o, confidence: "unverified" as const })) }
        : one,
    );
    const said = comparisonTitle({ ...facts(shaky), group: positions(shaky, "lower") }, vi);
    expect(said).toBe("Thứ hạng GII của 5 nền kinh tế, 2010–2025");
  });
  test("names those with figures where not all members have one, and an edition that few are in does not count", () => {
    const more = [...asean, line("LAO", "Lào", { 2011: 110 }), line("TLS", "Timor-Leste", {})];
    const all = { ...facts(more), group: positions(more, "lower"), members: more.map(({ area }) => area) };
    expect(comparisonTitle(all, vi)).toBe(
      "Thứ hạng GII: Việt Nam thứ 3 trong 5 nước ASEAN có số liệu, ấn bản 2025, sau Singapore và Malaysia",
    );
    const late = more.map((one) =>
      one.area === "VNM" || one.area === "THA"
        ? { ...one, figures: [...one.figures, aFigure(2026, 30, { refArea: one.area })] }
        : one,
    );
    expect(comparisonTitle({ ...all, lines: late, group: positions(late, "lower") }, vi)).toContain("ấn bản 2025");
  });
  test("gives the figures of a few, the best first", () => {
    const few = [asean[0] as Compared, line("KOR", "Hàn Quốc", { 2025: 4 })];
    expect(comparisonTitle(facts(few), vi)).toBe("Thứ hạng GII, ấn bản 2025: Hàn Quốc 4, Việt Nam 44");
  });
  test("says so where there is nothing", () => {
    expect(comparisonTitle(facts([line("VNM", "Việt Nam", {})]), vi)).toBe("Thứ hạng GII: chưa có số liệu");
  });
});

describe("the summary", () => {
  test("tells the course, the pool, the places, and the largest gain and loss over the same years", () => {
    expect(comparisonSummary(facts(asean, { ...gii, poolNoun: "nền kinh tế" }), vi)).toBe(
      "Từ 2011 đến 2025, Việt Nam tăng 7 bậc (51 → 44); số nền kinh tế được xếp hạng từ 125 thành 139. " +
        "Trong ASEAN: thứ 3 trong 4 nước có số liệu năm 2011, thứ 3 trong 5 nước năm 2025. " +
        "Tăng nhiều nhất trong 4 nền kinh tế có số liệu ở cả hai năm: Indonesia, tăng 44 bậc (99 → 55). Giảm nhiều nhất: Malaysia, giảm 3 bậc (31 → 34).",
    );
  });
  test("does not repeat itself where the country itself gained most", () => {
    const three = [asean[0], asean[1], asean[2]] as Compared[];
    expect(comparisonSummary(facts(three), vi)).toMatch(
      /Đó là mức tăng lớn nhất trong 3 nền kinh tế có số liệu ở cả hai năm\. Giảm nhiều nhất: Malaysia, giảm 3 bậc/,
    );
  });
  test("never compares across a break", () => {
    const score = anIndicator({
      code: "GCI_SCORE",
      valueKind: "index",
      direction: "higher",
      breaks: [{ timePeriod: 2020, cause: "thang điểm", source: "S" }],
    });
    const lines = [line("VNM", "Việt Nam", { 2018: 0.69, 2020: 94.55, 2024: 99.74 })];
    expect(comparisonSummary(facts(lines, score), vi)).toMatch(/^Từ 2020 đến 2024, Việt Nam tăng 5,19 /);
    const before = [line("VNM", "Việt Nam", { 2017: 0.5, 2020: 94.55 })];
    expect(comparisonSummary(facts(before, score), vi)).toBe("Chưa đủ hai số liệu so sánh được để nói về thay đổi.");
  });
});
