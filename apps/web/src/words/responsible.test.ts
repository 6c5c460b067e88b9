import { describe, expect, test } from "vitest";
import type { Body, IndicatorItem } from "../client/api.ts";
import { aBody, realText } from "./data.fixture.ts";
import { compilerBasis, leadSentence, leadShort, whoAnswers } from "./responsible.ts";

type Term = IndicatorItem["responsible"][number];
const term = (body: string | null, some: Partial<Term> = {}): Term => ({
  ...{ body, role: "lead", from: null, to: null, basis: `basis of ${body}`, paper: "Quyết định", source: "S" },
  ...some,
});
const merged = { kind: "merged", from: "2024-12-01", paper: "Nghị quyết", source: "S" } as const;
const bodies: Body[] = [
  aBody({ id: "OLD", name: "Bộ Cũ", to: "2024-11-30", successor: "NEW", succession: merged }),
  aBody({ id: "NEW", name: "Bộ Mới" }),
];
const ended = term("OLD", { to: "2024-11-30" });
const before = "2024-11-30";
const after = "2024-12-01";

describe("who leads, in a sentence and for a row", () => {
  const said = (on: string, terms: Term[], known = bodies, lang: "vi" | "en" = "vi") => {
    const text = realText(lang);
    const indicator = { responsible: terms };
    return [leadSentence(indicator, known, on, text), leadShort(indicator, known, on, text)];
  };

  test("after a merger: the last paper, what the body became, and that no paper since was seen", () => {
    expect(said(after, [ended])).toEqual([
      "Theo văn bản đã đọc: Bộ Cũ (đến hết 30/11/2024, nay hợp nhất vào Bộ Mới). Phân công sau hợp nhất: chưa thấy văn bản.",
      "Bộ Mới (liên quan do sắp xếp bộ máy)",
    ]);
    expect(said(after, [ended], bodies, "en")).toEqual([
      "According to the documents read: Bộ Cũ (until 30 November 2024, since merged into the Bộ Mới). Assignment since the merger: no document seen.",
      "Bộ Mới (related by reorganisation)",
    ]);
  });
  test("on the last day of a term, and where a later paper names another body: that body alone", () => {
    expect(said(before, [ended])).toEqual(["Theo văn bản đã đọc: Bộ Cũ.", "Bộ Cũ"]);
    expect(said(after, [ended, term("NEW", { from: after })])).toEqual(["Theo văn bản đã đọc: Bộ Mới.", "Bộ Mới"]);
  });
  test("after a renaming nothing is said to be merged; where no source says how, neither", () => {
    const become = (succession: Body["succession"]) => [
      aBody({ id: "OLD", name: "Bộ Cũ", to: "2024-11-30", successor: "NEW", ...(succession && { succession }) }),
      aBody({ id: "NEW", name: "Bộ Mới" }),
    ];
    expect(said(after, [ended], become({ ...merged, kind: "renamed" }))[0]).toBe(
      "Theo văn bản đã đọc: Bộ Cũ (đến hết 30/11/2024, nay là Bộ Mới). Phân công sau đó: chưa thấy văn bản.",
    );
    expect(said(after, [ended], become(undefined))[0]).toContain("cơ quan tiếp nhận: Bộ Mới");
  });
  test("a term that ended while its body goes on leads to no other", () => {
    expect(said(after, [term("NEW", { to: before })])).toEqual([
      "Theo văn bản đã đọc: Bộ Mới (đến hết 30/11/2024). Phân công sau đó: chưa thấy văn bản.",
      "Bộ Mới (đến hết 30/11/2024)",
    ]);
  });
  test("without a paper it says so, with one or after its end", () => {
    expect(said(after, [term("NEW", { paper: null })])).toEqual([
      "Theo nguồn đã đọc: Bộ Mới. Văn bản phân công: chưa thấy.",
      "Bộ Mới (chưa thấy văn bản giao)",
    ]);
    expect(said(after, [term("OLD", { to: before, paper: null })])[0]).toMatch(/^Theo nguồn đã đọc: Bộ Cũ \(đến hết/);
  });
  test("with a paper that only makes it monitor, it says which of the two was seen", () => {
    const both = [term("NEW", { paper: null }), term("NEW", { role: "monitor" })];
    expect(said(after, both)).toEqual([
      "Theo nguồn đã đọc: Bộ Mới, được giao theo dõi; chưa thấy văn bản giao chủ trì.",
      "Bộ Mới (được giao theo dõi; chưa thấy văn bản giao chủ trì)",
    ]);
    expect(said(after, [both[0] as Term, term("OLD", { role: "monitor" })])[1]).toBe("Bộ Mới (chưa thấy văn bản giao)");
  });
  test("nobody is named whom no source names, and who makes the figures does not lead", () => {
    const none = ["Chưa thấy văn bản phân công.", "chưa thấy văn bản phân công"];
    expect(said(after, [])).toEqual(none);
    expect(said(after, [term(null), term("NEW", { role: "compiler" })])).toEqual(none);
    expect(said(after, [], bodies, "en")).toEqual(["No document assigning it seen.", "no document assigning it seen"]);
  });
  test("who is in charge of the field is named beside them, and that no document gives it the indicator", () => {
    const inField = term("FLD", { role: "field", from: after, paper: null });
    const known = [...bodies, aBody({ id: "FLD", name: "Bộ Khác" })];
    expect(said(before, [ended, inField], known)[1]).toBe("Bộ Cũ");
    expect(said(after, [ended, inField], known)).toEqual([
      "Theo văn bản đã đọc: Bộ Cũ (đến hết 30/11/2024, nay hợp nhất vào Bộ Mới). Phân công sau hợp nhất: chưa thấy văn bản. Theo nguồn đã đọc: Bộ Khác phụ trách lĩnh vực này từ 01/12/2024; chưa thấy văn bản giao chỉ tiêu.",
      "Bộ Mới (liên quan do sắp xếp bộ máy); Bộ Khác (phụ trách lĩnh vực; chưa thấy văn bản giao)",
    ]);
    expect(said(after, [inField], known, "en")[0]).toBe(
      "No document assigning it seen. According to the sources read: Bộ Khác, in charge of the field from 1 December 2024; no document assigning the indicator seen.",
    );
    const text = realText("vi");
    expect(whoAnswers({ responsible: [ended, inField] }, known, after, text, "marked")).toEqual([
      "Bộ Mới*",
      "Bộ Khác**",
    ]);
    expect(said(after, [term("FLD", { role: "field", to: before })], known)[1]).toBe("chưa thấy văn bản phân công");
  });
  test("two that lead are both named; a body that is in no list goes by its id", () => {
    expect(said(after, [term("NEW"), term("XYZ")])).toEqual([
      "Theo văn bản đã đọc: Bộ Mới. Theo văn bản đã đọc: XYZ.",
      "Bộ Mới; XYZ",
    ]);
  });
});

test("the basis on which a body makes the figures is that of the day", () => {
  const indicator = {
    responsible: [
      term("OLD", { role: "compiler", to: before }),
      term("NEW", { role: "compiler", from: after }),
      term("NEW"),
    ],
  };
  expect(compilerBasis(indicator, before)).toBe("basis of OLD");
  expect(compilerBasis(indicator, after)).toBe("basis of NEW");
  expect(compilerBasis({ responsible: [term("OLD", { role: "compiler", to: before })] }, after)).toBeNull();
});
