import type { Statement, StatementInput } from "@moc2030/shared/schema/statement";
import { expect, test } from "vitest";
import { fieldOf, inputOf, isAbout, missingIn, valuesOf } from "./statement-state.ts";

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
const about = (one: { kind: Statement["kind"]; subject: string }) => ({ ...one, release: 62 });

test("what a form is filled with is what it sends, of a published statement and of a proposed one", () => {
  const { release, ...content } = remark;
  const asProposed = { ...content, withdrawn: false, newSource: null, reasonText: null, evidence: [] };
  expect(inputOf(valuesOf(about(remark), remark), release)).toEqual({ ...asProposed, baseRelease: 63 });
  expect(inputOf(valuesOf(about(duty), duty), 60)).toEqual(duty);
  const letter = {
    ...source,
    title: "Công văn số 12/BXD",
    date: "2026-11-05",
    letter: { number: "12/BXD", person: null },
  };
  const fromLetter: StatementInput = { ...duty, newSource: { ...letter, kind: "official_letter" } };
  expect(inputOf(valuesOf(about(duty), fromLetter), 60)).toEqual(fromLetter);
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
});

test.each([
  ["/statements/0/content/text/vi", "text"],
  ["/statements/1/content/text/en", "textEn"],
  ["/statements/0/content/letter/date", "date"],
  ["/statements/0/content/checkedOn", "checkedOn"],
  ["/statements/0/content/legalBasis/en", "legalBasisEn"],
  ["/statements/0/newSource/url", "source-url"],
  ["/statements/0/newSource/title", "newSource"],
  ["/statements/0/reasonText", "reasonText"],
])("an error at %s stands beside the field %s", (pointer, field) => expect(fieldOf(pointer)).toBe(field));

test("two bodies' remarks on one target are two", () => {
  const values = valuesOf(about(remark), remark);
  expect([isAbout(values, remark), isAbout({ ...values, body: "MIC" }, remark)]).toEqual([true, false]);
});
