import { expect, test } from "vitest";
import { checkForm, hasUnsavableInput, inputOf, statusOf, valuesOf } from "./form-state.ts";

const key = { indicator: "DIGITAL_ECONOMY_GDP", compiler: "NSO", refArea: "VNM", timePeriod: 2025 };
const context = {
  indicator: {
    code: "DIGITAL_ECONOMY_GDP",
    range: { min: 0, max: 100 },
    valueKind: "share" as const,
    decimals: 2,
    compiler: "NSO",
    discontinued: null,
  },
  knows: { compiler: true, area: true },
  current: null,
  series: [],
  limits: null,
  today: "2026-11-21",
};
const filled = { ...valuesOf(null, "vi"), source: "S" };
const codes = (values: typeof filled, lang: "vi" | "en" = "vi") =>
  checkForm(values, key, context, new Set(["S"]), lang).errors.map(({ field, code }) => `${field} ${code}`);

test("a number is read in the reader's own form, and kept as published", () => {
  expect(inputOf({ ...filled, value: "14,02" }, key, "vi", null).value).toBe("14.02");
  expect(inputOf({ ...filled, value: "14.02" }, key, "en", null).value).toBe("14.02");
  expect(codes({ ...filled, value: "14,02" })).toEqual([]);
  expect(codes({ ...filled, value: "14.02" })).toEqual(["value use_decimal_comma"]);
});

test("what is no number stays with the form, and says what was met", () => {
  for (const [typed, code] of [
    ["14.02", "use_decimal_comma"],
    ["about 14", "not_a_number"],
    ["1.234", "ambiguous_number"],
    ["86,7%", "percent_sign"],
    ["..", "no_figure_sign"],
  ] as const) {
    const values = { ...filled, value: typed };
    expect(inputOf(values, key, "vi", null).value).toBeNull();
    expect(hasUnsavableInput(values, "vi")).toBe(true);
    expect(codes(values)).toEqual([`value ${code}`]);
  }
  expect(hasUnsavableInput({ ...filled, value: "14,02" }, "vi")).toBe(false);
  expect(hasUnsavableInput({ ...filled, value: "?", grade: "missing" }, "vi")).toBe(false);
});

test("a draft of before, which held in quotes what was no number, comes back as it was typed", () =>
  expect(valuesOf({ ...inputOf(filled, key, "vi", null), value: '"about 14"' } as never, "vi").value).toBe("about 14"));

test("a day stands in figures, is kept as ISO 8601 in either language, and stays with the form where it is none", () => {
  const published = (typed: string) => ({ ...filled, value: "5", published: typed });
  expect(valuesOf(inputOf(published("06/01/2025"), key, "en", null) as never, "en").published).toBe("06/01/2025");
  expect(inputOf(published("2025-09-16"), key, "vi", null).published).toBe("2025-09-16");
  for (const [typed, code] of [
    ["31/2/2025", "no_such_day"],
    ["9/2025", "day_form"],
  ] as const) {
    expect(inputOf(published(typed), key, "vi", null).published).toBeNull();
    expect(hasUnsavableInput(published(typed), "vi")).toBe(true);
    expect(codes(published(typed))).toEqual([`published ${code}`]);
  }
});

test("an empty value is one problem, unless there is no figure", () => {
  expect(codes(filled)).toEqual(["value missing_value"]);
  expect(codes({ ...filled, grade: "missing" })).toEqual([]);
  expect(inputOf({ ...filled, grade: "missing", value: "14,02" }, key, "vi", null)).toMatchObject({
    value: null,
    obsStatus: ["M"],
  });
});

test("grade and flags come to status codes, and back", () => {
  expect(statusOf(filled)).toEqual(["A"]);
  expect(statusOf({ ...filled, flags: ["B"] })).toEqual(["A", "B"]);
  expect(statusOf({ ...filled, grade: "estimate", flags: ["U"] })).toEqual(["E", "U"]);
  const kept = inputOf({ ...filled, value: "5", grade: "provisional", flags: ["D"] }, key, "vi", null);
  expect(valuesOf(kept as never, "vi")).toMatchObject({ grade: "provisional", flags: ["D"], value: "5" });
});

test("a text with a hidden character stays with the form, and is named by its field and place", () => {
  const values = { ...filled, value: "5", obsComVi: "Một\nhai\u200b", edition: "GII\u202e" };
  expect(inputOf(values, key, "vi", null)).toMatchObject({ obsComVi: null, edition: null });
  expect(hasUnsavableInput(values, "vi")).toBe(true);
  expect(checkForm(values, key, context, new Set(["S"]), "vi").errors).toEqual([
    { code: "hidden_character", field: "edition", values: { mark: "U+202E", at: 4 } },
    { code: "hidden_character", field: "obsComVi", values: { mark: "U+200B", at: 8 } },
  ]);
  const source = { ...filled.newSource, title: "GII\u200b", publisher: "WIPO" };
  expect(codes({ ...filled, value: "5", isNewSource: true, newSource: source })).toEqual([
    "newSource hidden_character",
  ]);
  const shown = inputOf({ ...filled, value: "5", obsComVi: "Tỷ lệ\r\nhai".normalize("NFD") }, key, "vi", null);
  expect(shown.obsComVi).toBe("Tỷ lệ\nhai");
});

test("half a new source is said to be half, not to be missing", () => {
  const half = { ...filled, value: "5", isNewSource: true, newSource: { ...filled.newSource, title: "Report" } };
  expect(codes(half)).toEqual(["newSource source_incomplete"]);
  const whole = { ...half, newSource: { ...half.newSource, publisher: "NSO" } };
  expect(codes(whole)).toEqual([]);
  expect(codes({ ...whole, newSource: { ...whole.newSource, url: "nso" } })).toEqual(["newSource not_a_link"]);
  const withName = { ...whole.newSource, url: "https://lan:secret@nso.gov.vn" };
  expect(codes({ ...whole, newSource: withName })).toEqual(["newSource not_a_link"]);
});

test("an official letter is named by its number, and needs day and sender", () => {
  const typed = { ...filled.newSource, kind: "official_letter" as const, number: "12/BKHCN", person: "Lan" };
  const half = { ...filled, value: "5", isNewSource: true, newSource: typed };
  expect(codes(half)).toEqual(["newSource letter_incomplete"]);
  const newSource = { ...typed, publisher: "Bộ Khoa học và Công nghệ", date: "05/11/2026" };
  expect(codes({ ...half, newSource: { ...newSource, date: "31/2/2026" } })).toEqual(["newSource letter_incomplete"]);
  const sent = inputOf({ ...half, newSource }, key, "vi", null);
  expect(sent.newSource).toEqual({
    title: "Công văn số 12/BKHCN",
    publisher: "Bộ Khoa học và Công nghệ",
    kind: "official_letter",
    date: "2026-11-05",
    url: null,
    letter: { number: "12/BKHCN", person: "Lan" },
  });
  const shown = valuesOf(sent as never, "vi");
  expect(inputOf(shown, key, "vi", null).newSource).toEqual(sent.newSource);
});
