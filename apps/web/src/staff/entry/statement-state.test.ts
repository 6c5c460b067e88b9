import type { Statement, StatementInput } from "@moc2030/shared/schema/statement";
import { expect, test } from "vitest";
import { fieldOf, inputOf, isAbout, missingIn, sameText, valuesOf } from "./statement-state.ts";

const remark: Statement = {
  kind: "remark",
  subject: "D2289-2030-GII_RANK",
  release: 63,
  content: {
    body: "MOST",
    assessedRelease: 62,
    text: { vi: "Đang rà soát", en: null },
    letter: { number: "123/BKHCN", date: "2026-11-18" },
    person: "Nguyễn Văn An",
  },
};
const source = { title: "Báo cáo", publisher: "Bộ", kind: "government" as const, date: null, url: null };
const duty: StatementInput = {
  kind: "trial",
  subject: "viettel-2020",
  content: {
    state: "evaluation",
    source: null,
    place: "tr. 4",
    checkedOn: "2026-11-20",
    note: { vi: "Ghi chú", en: "Note" },
    legalBasis: { vi: "Nghị định", en: null },
  },
  withdrawn: false,
  newSource: source,
  reasonText: "đã có báo cáo",
  evidence: ["a".repeat(64)],
  baseRelease: 60,
};
const verbatim: Statement = {
  kind: "verbatim",
  subject: "D2289-2030-GII_RANK",
  release: 71,
  content: {
    wording: { vi: "thuộc nhóm 40 nước", en: "among 40 countries" },
    ...{ clause: "Mục II.2.b", page: 3, source: "R71-1", checkedOn: "2026-11-20", differs: null },
  },
};
const common = { withdrawn: false, newSource: null, reasonText: null, evidence: [], baseRelease: null };
const correction: StatementInput = {
  ...{ kind: "correction", subject: "2026-11-21-a1b2", ...common },
  content: {
    ...{ indicators: ["GII_RANK"], pages: ["/strategy"], wrongSince: 60, rightSince: 62 },
    wrong: { vi: "hạng 45", en: "rank 45" },
    right: { vi: "hạng 44", en: null },
    why: { vi: "Chép nhầm.", en: null },
  },
};
const explanation: StatementInput = {
  ...{ kind: "explanation", subject: "GII_RANK-WIPO-2023", ...common },
  content: { revisedIn: 53, used: { vi: "Báo cáo 12", en: null }, answer: { vi: "Dùng số 46.", en: "Use 46." } },
};
const report: StatementInput = {
  ...{ kind: "report", subject: "2026-12-01-12-BC-BKHDT", ...common },
  content: { number: "12/BC-BKHĐT", date: "2026-12-01", period: "2026", dataRelease: 62, dataDay: "2026-11-30" },
};
const about = (one: { kind: Statement["kind"]; subject: string }) => ({ ...one, release: 62 });

test("what a form is filled with is what it sends, of a published statement and of a proposed one", () => {
  const { release, ...content } = remark;
  const asProposed = { ...content, withdrawn: false, newSource: null, reasonText: null, evidence: [] };
  expect(inputOf(valuesOf(about(remark), remark), release)).toEqual({ ...asProposed, baseRelease: 63 });
  expect(inputOf(valuesOf(about(duty), duty), 60)).toEqual(duty);
  for (const one of [correction, explanation, report]) expect(inputOf(valuesOf(about(one), one), null)).toEqual(one);
  const letter = {
    ...source,
    title: "Công văn số 12/BXD",
    date: "2026-11-05",
    letter: { number: "12/BXD", person: null },
  };
  const fromLetter: StatementInput = { ...duty, newSource: { ...letter, kind: "official_letter" } };
  expect(inputOf(valuesOf(about(duty), fromLetter), 60)).toEqual(fromLetter);
});

test("the words of a target are sent with page, day and what differs, which is asked for where something does", () => {
  const { release, ...content } = verbatim;
  const asProposed = { ...content, withdrawn: false, newSource: null, reasonText: null, evidence: [], baseRelease: 71 };
  const values = valuesOf(about(verbatim), verbatim);
  expect(inputOf(values, release)).toEqual(asProposed);
  const differing = { ...values, agrees: "no", differs: "Nhóm 45", differsEn: "" };
  expect(inputOf(differing, release).content).toMatchObject({ differs: { vi: "Nhóm 45", en: null } });
  expect(inputOf({ ...differing, agrees: "yes" }, release).content).toMatchObject({ differs: null });
  expect(missingIn(values, false)).toEqual(["evidence"]);
  expect(missingIn({ ...values, withdrawn: true }, true)).toEqual(["reasonText"]);
  expect(missingIn({ ...differing, differs: "", evidence: ["a"] }, false)).toEqual(["differs"]);
  const empty = valuesOf(about(verbatim), null);
  expect(missingIn({ ...empty, isNewSource: true }, false)).toEqual([
    ...["wording", "wordingEn", "clause", "page", "checkedOn", "agrees", "newSource", "evidence"],
  ]);
  expect(empty.newSource.kind).toBe("legal_text");
});

test("the next target of the same page begins with its source, page, day and scan, and with no words", () => {
  const last = { ...valuesOf(about(verbatim), verbatim), evidence: ["a".repeat(64)] };
  const next = {
    ...valuesOf({ kind: "verbatim", subject: "D2289-2030-GCI_RANK", release: 71 }, null),
    ...sameText(last),
  };
  expect(next).toMatchObject({ page: "3", checkedOn: "20/11/2026", source: "R71-1", evidence: last.evidence });
  expect([next.wording, next.clause, next.agrees]).toEqual(["", "", ""]);
});

test("a day is shown and taken as officials write it, and what is no day goes to the API as typed", () => {
  const values = valuesOf(about(remark), remark);
  expect(values.date).toBe("18/11/2026");
  expect(valuesOf(about(duty), duty).checkedOn).toBe("20/11/2026");
  expect(inputOf({ ...values, date: "06/01/2026" }, 63).content).toMatchObject({ letter: { date: "2026-01-06" } });
  expect(inputOf({ ...values, date: "31/2/2026" }, 63).content).toMatchObject({ letter: { date: "31/2/2026" } });
});

test("an empty form speaks of the newest release, and of a duty says that there is no information", () => {
  expect(valuesOf({ kind: "remark", subject: "", release: 62 }, null)).toMatchObject({ assessedRelease: "62" });
  expect(valuesOf({ kind: "commitment", subject: "a", release: 62 }, null)).toMatchObject({ state: "no_information" });
  expect(valuesOf({ kind: "trial", subject: "a", release: 62 }, null)).toMatchObject({ state: "proposed" });
});

test("what may not be empty is named: evidence of a state, the letter of a remark, the reason of a change", () => {
  const empty = valuesOf({ kind: "remark", subject: "", release: 62 }, null);
  expect(missingIn(empty, false)).toEqual(["subject", "body", "number", "date", "person", "text"]);
  const state = { ...valuesOf({ kind: "commitment", subject: "a", release: 62 }, null), checkedOn: "2026-11-20" };
  expect(missingIn(state, false)).toEqual([]);
  expect(missingIn({ ...state, state: "done" }, false)).toEqual(["source"]);
  expect(missingIn({ ...state, state: "done", isNewSource: true }, false)).toEqual(["newSource"]);
  expect(missingIn({ ...state, state: "done", source: "S" }, true)).toEqual(["reasonText"]);
  expect(missingIn(valuesOf(about(duty), duty), true)).toEqual([]);
  const wrong = valuesOf({ kind: "correction", subject: "a", release: 62 }, null);
  expect(missingIn(wrong, false)).toEqual(["indicators", "wrong", "right", "why", "wrongSince"]);
  expect(missingIn({ ...valuesOf(about(correction), correction), indicators: [] }, false)).toEqual([]);
  const answer = valuesOf({ kind: "explanation", subject: "a", release: 62 }, null);
  expect(missingIn(answer, false)).toEqual(["revisedIn", "used", "answer"]);
});

test.each([
  ["/statements/0/content/text/vi", "text"],
  ["/statements/1/content/text/en", "textEn"],
  ["/statements/0/content/letter/date", "date"],
  ["/statements/0/content/checkedOn", "checkedOn"],
  ["/statements/0/content/legalBasis/en", "legalBasisEn"],
  ["/statements/0/content/used/en", "usedEn"],
  ["/statements/0/content/indicators", "indicators"],
  ["/statements/0/newSource/url", "source-url"],
  ["/statements/0/content/wording/vi", "wording"],
  ["/statements/0/content/wording/en", "wordingEn"],
  ["/statements/0/content/page", "page"],
  ["/statements/0/evidence", "evidence"],
  ["/statements/0/newSource/title", "newSource"],
  ["/statements/0/reasonText", "reasonText"],
])("an error at %s stands beside the field %s", (pointer, field) => expect(fieldOf(pointer)).toBe(field));

test("two bodies' remarks on one target are two", () => {
  const values = valuesOf(about(remark), remark);
  expect([isAbout(values, remark), isAbout({ ...values, body: "MIC" }, remark)]).toEqual([true, false]);
});
