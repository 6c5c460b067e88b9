import { AUDIT_KINDS } from "@moc2030/shared/audit-actions";
import { expect, test } from "vitest";
import type { StaffText } from "../../text/staff-text.tsx";
import { realStaffText } from "../../words/data.fixture.ts";
import { csvOf, detailText, type Entry, type Names, subjectText } from "./audit-words.ts";

const text = (lang: "vi" | "en"): StaffText => ({
  lang,
  say: (id, values = {}) => [id, ...Object.values(values)].join(" "),
});

const names: Names = {
  person: (id) => (id === "1" ? "Lan" : undefined),
  indicator: () => "Thứ hạng GII",
  body: (id) => (id === "MOST" ? "Bộ Khoa học và Công nghệ" : undefined),
};

test("the parts of an entry are words; hashes and keys of the code are not among them", () => {
  const detail = {
    ...{ review: 7, approved: 2, rest: 1, reason: "thiếu văn bản", itemsHash: "abc", outcomesHash: "def" },
    ...{ state: "returned", handedIn: 3, earlyReaders: [{ staff: null, name: "An", role: "Vụ trưởng" }] },
  };
  expect(detailText({ detail }, text("vi"), names)).toBe(
    "audit.said.reason thiếu văn bản; audit.said.approved 2; audit.said.rest 1; audit.said.readers An, Vụ trưởng; state.returned",
  );
  expect(detailText({ detail: { hash: "abc", comment: 1, why: "unknown-slug" } }, text("vi"), names)).toBe("");
  expect(detailText({ detail: { role: "reviewer", roleBefore: "contributor" } }, text("vi"), names)).toBe(
    "role.contributor → role.reviewer",
  );
});

test("figures are counted, those that a letter asks for too", () => {
  const asked = JSON.stringify([{ indicator: "GII_RANK" }, { indicator: "EGDI_RANK" }]);
  for (const figures of [2, asked])
    expect(detailText({ detail: { figures } }, text("vi"), names)).toBe("mine.figures 2");
});

test("an absence is told by whose it is and its days as written", () => {
  const detail = { absence: 1, staff: "x", staffName: "Lan", fromDay: "2026-12-01", toDay: "2026-12-04" };
  expect(detailText({ detail }, text("vi"), names)).toBe("Lan; audit.said.days 01/12/2026 04/12/2026");
});

test("a subject is named where it has a name", () => {
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

test.each<[Entry["detail"], string, string]>([
  [
    { low: -1.5, high: 3, reason: "Đổi phương pháp" },
    "lý do: Đổi phương pháp; mức thay đổi hợp lý một năm: từ −1,5 đến 3",
    "reason: Đổi phương pháp; plausible change in a year: from −1.5 to 3",
  ],
  [{ low: null, high: null }, "mức thay đổi hợp lý: tính từ các năm trước", "plausible change: from earlier years"],
  [{ body: "MOST" }, "cơ quan: Bộ Khoa học và Công nghệ", "body: Bộ Khoa học và Công nghệ"],
  [{ body: null }, "không thuộc cơ quan nào", "of no body"],
  [
    { body: "GONE", bodyName: "Bộ cũ", dueOn: "2026-12-15", figures: "[{}]" },
    "cơ quan: Bộ cũ; hạn trả lời 15/12/2026; 1 số liệu",
    "body: Bộ cũ; answer due 15 December 2026; 1 figure",
  ],
  [
    { kind: "sent", number: "12/VP", onDay: "2026-11-10", reason: null },
    "số 12/VP; ngày 10/11/2026",
    "number 12/VP; on 10 November 2026",
  ],
  [{ staff: null }, "không giao cho ai", "assigned to nobody"],
  [{ why: "forbidden" }, "vai trò không được làm việc này", "their role does not allow it"],
  [
    { why: "own-work" },
    "việc do chính mình làm, phải do người khác quyết định",
    "their own work, which somebody else decides on",
  ],
  [{ why: "confirmation-needed" }, "chưa xác nhận bằng mã hoặc mã không đúng", "no code to confirm it, or a wrong one"],
])("limits, bodies, letters and reasons of refusals are told: %o", (detail, vi, en) =>
  expect([
    detailText({ detail }, realStaffText("vi"), names),
    detailText({ detail }, realStaffText("en"), names),
  ]).toEqual([vi, en]),
);

test("every kind of entry can be chosen, each once, by a name of its own", () => {
  expect(AUDIT_KINDS).toEqual(expect.arrayContaining(["limits", "request", "upgrade"]));
  for (const lang of ["vi", "en"] as const) {
    const labels = AUDIT_KINDS.map((kind) => realStaffText(lang).say(`audit.${kind}`));
    expect(new Set(labels).size).toBe(AUDIT_KINDS.length);
  }
});
