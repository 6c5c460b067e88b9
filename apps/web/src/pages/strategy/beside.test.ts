import { describe, expect, test } from "vitest";
import { aTarget, realText } from "../../words/data.fixture.ts";
import { besideTarget, onlyElsewhere, strictnessText, targetsByYear, whereMoreIsAsked } from "./beside.ts";
import { parseStrategy } from "./search.ts";

const own2025 = aTarget({ id: "D2289-2025-GII_RANK", year: 2025, kind: "rank_in_group", value: 3, group: "ASEAN" });
const own2030 = aTarget({ kind: "maintain", qualifier: "maintain" });
const d749 = aTarget({ id: "D749-2025-GII_RANK", document: "D749", year: 2025, value: 35 });
const recalled = aTarget({ id: "D749-2030-GII_RANK", document: "D749", value: 30, confidence: "unverified" });
const later = aTarget({ id: "R57-2045-GII_RANK", document: "R57", year: 2045, value: 20 });
const payments = aTarget({
  id: "D942-2025-ONLINE_DOSSIERS",
  document: "D942",
  indicator: "ONLINE_DOSSIERS",
  year: 2025,
});
const all = [own2025, own2030, d749, recalled, later, payments];
const issued = (id: string) => ({ D749: "2020-06-03", R57: "2024-12-22", D942: "2021-06" })[id] ?? "2020-12-31";
const beside = (target: typeof own2030) => besideTarget(target, all, issued).map((one) => one.target.id);

describe("what stands beside a target of the Strategy", () => {
  test("the targets of its year, earlier ones that already ask for more, later ones that nothing is nearer to", () => {
    expect(beside(own2025)).toEqual(["D749-2025-GII_RANK"]);
    expect(beside(own2030)).toEqual(["D749-2025-GII_RANK", "D749-2030-GII_RANK", "R57-2045-GII_RANK"]);
  });
  test("every other target of the indicator stands somewhere", () => {
    const shown = new Set([...beside(own2025), ...beside(own2030)]);
    expect(shown).toEqual(new Set(["D749-2025-GII_RANK", "D749-2030-GII_RANK", "R57-2045-GII_RANK"]));
    expect(onlyElsewhere(all, "D2289").map((t) => t.id)).toEqual(["D942-2025-ONLINE_DOSSIERS"]);
  });
  test("the first 35 by 2025 is more than the first 40 by 2030; a recalled target claims nothing", () => {
    const found = whereMoreIsAsked(all, "D2289");
    expect(found.map(({ target, other }) => [target.id, other.id])).toEqual([[own2030.id, d749.id]]);
  });
  test("years come in order", () => {
    expect(targetsByYear(all, "D2289").map(([year]) => year)).toEqual([2025, 2030]);
  });
});

describe("how strict it is, in words", () => {
  const said = (base: typeof own2030, other: typeof own2030, lang: "vi" | "en" = "vi") => {
    const one = besideTarget(base, [base, other], issued)[0];
    return one ? strictnessText(one, realText(lang)) : "nothing";
  };
  test("stricter and earlier", () => {
    expect(said(own2030, d749)).toBe("yêu cầu cao hơn, sớm hơn 5 năm");
    expect(said(own2030, d749, "en")).toBe("stricter, 5 years earlier");
  });
  test("the same number, with the word of the Decision that hedges it", () => {
    const about = aTarget({ comparator: ">=", value: 30, qualifier: "about" });
    const atLeast = aTarget({ ...about, id: "R57-2030-GII_RANK", document: "R57", qualifier: "at_least" });
    expect(said(about, atLeast)).toBe("cùng mức (Quyết định viết “khoảng”)");
  });
  test("what cannot be compared says why", () => {
    const bare = aTarget({ kind: "wording", comparator: null, value: null });
    expect(said(own2025, d749)).toBe("thước đo khác, không so trực tiếp");
    expect(said(own2030, recalled)).toBe("chưa xác minh nên không so");
    expect(said(bare, aTarget({ ...bare, id: "X", document: "R52" }))).toBeNull();
    expect(said(bare, aTarget({ id: "X", document: "R52" }))).toBe("Quyết định không nêu ngưỡng để so");
    expect(said(own2030, aTarget({ ...bare, id: "X", document: "R52" }))).toBeNull();
  });
});

test("an unknown topic in an address is dropped", () => {
  expect(parseStrategy({ topic: "hcmc_centre" })).toEqual({ topic: "hcmc_centre" });
  expect(parseStrategy({ topic: "nothing" })).toEqual({});
});
