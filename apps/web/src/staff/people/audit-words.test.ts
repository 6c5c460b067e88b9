import { expect, test } from "vitest";
import type { StaffText } from "../../text/staff-text.tsx";
import { csvOf, detailText, subjectText } from "./audit-words.ts";

const text = (lang: "vi" | "en"): StaffText => ({
  lang,
  say: (id, values = {}) => [id, ...Object.values(values)].join(" "),
});

test("the parts of an entry are words; hashes and keys of the code are not among them", () => {
  const detail = {
    ...{ review: 7, approved: 2, rest: 1, reason: "thiếu văn bản", itemsHash: "abc", outcomesHash: "def" },
    ...{ state: "returned", handedIn: 3, earlyReaders: [{ staff: null, name: "An", role: "Vụ trưởng" }] },
  };
  expect(detailText({ detail }, text("vi"))).toBe(
    "audit.said.reason thiếu văn bản; audit.said.approved 2; audit.said.rest 1; audit.said.readers An, Vụ trưởng; state.returned",
  );
  expect(detailText({ detail: { hash: "abc", comment: 1, why: "unknown-slug" } }, text("vi"))).toBe("");
  expect(detailText({ detail: { role: "reviewer", roleBefore: "contributor" } }, text("vi"))).toBe(
    "role.contributor → role.reviewer",
  );
});

test("figures are counted, those that a letter asks for too", () => {
  const asked = JSON.stringify([{ indicator: "GII_RANK" }, { indicator: "EGDI_RANK" }]);
  for (const figures of [2, asked]) expect(detailText({ detail: { figures } }, text("vi"))).toBe("mine.figures 2");
});

test("an absence is told by whose it is and its days as written", () => {
  const detail = { absence: 1, staff: "x", staffName: "Lan", fromDay: "2026-12-01", toDay: "2026-12-04" };
  expect(detailText({ detail }, text("vi"))).toBe("Lan; audit.said.days 01/12/2026 04/12/2026");
});

test("a subject is named where it has a name", () => {
  const names = { person: (id: string) => (id === "1" ? "Lan" : undefined), indicator: () => "Thứ hạng GII" };
  expect(subjectText("staff 1", text("vi"), names)).toBe("audit.staff: Lan");
  expect(subjectText("indicator GII_RANK", text("vi"), names)).toBe("grid.indicator: Thứ hạng GII");
  expect(subjectText("submission 12", text("vi"), names)).toBe("audit.submission: 12");
  expect(subjectText(`evidence ${"a".repeat(64)}`, text("vi"), names)).toBe(`audit.evidence: ${"a".repeat(12)}`);
});

test("the file has a byte order mark, the separator of its language, and no formula", () => {
  expect(
    csvOf(
      [
        ["a", '=1+"x"'],
        ["-b", "c;d"],
        [" ＝1", "-5,2 điểm"],
      ],
      "vi",
    ),
  ).toBe('\ufeff"a";"\'=1+""x"""\r\n"\'-b";"c;d"\r\n"\' ＝1";"-5,2 điểm"\r\n');
  expect(csvOf([["a", "b"]], "en")).toBe('\ufeff"a","b"\r\n');
});
