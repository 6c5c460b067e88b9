import { expect, test } from "vitest";
import { day, dayOfInstant, figure, figures, list, number, observed, reducedDay, span } from "./format.ts";

test("numbers have the language's decimal mark and a true minus", () => {
  expect(number(14.02, "vi")).toBe("14,02");
  expect(number(14.02, "en")).toBe("14.02");
  expect(number(-2, "vi", 2)).toBe("−2,00");
  expect(number(-0.001, "vi", 2)).toBe("0,00");
  expect(number(-0, "en")).toBe("0");
  expect(number(3.1960000000000006, "vi", 2)).toBe("3,20");
});

test("figures are dressed as their kind asks", () => {
  expect(figure(44, "rank", "vi", { pool: 139 })).toBe("44/139");
  expect(figure(14.02, "share", "vi")).toBe("14,02%");
  expect(figure(14.02, "share", "en")).toBe("14.02%");
  expect(figure(5.88, "growth", "vi")).toBe("5,88%/năm");
  expect(figure(5.88, "growth", "en")).toBe("5.88% a year");
  expect(figure(0.7709, "index", "vi")).toBe("0,7709");
  expect(figure(1, "tier", "vi")).toBe("Nhóm 1");
});

test("figures from one to another say their unit once", () => {
  expect(figures(51, 72, "rank", "vi", 0)).toBe("51–72");
  expect(figures(17.87, 20.89, "share", "vi", 2)).toBe("17,87–20,89%");
  expect(figures(0, 4.49, "growth", "en", 2)).toBe("0–4.49% a year");
  expect(figures(1, 2, "tier", "vi", 0)).toBe("Nhóm 1–2");
});

test("decimals stay as published, and a bound stays a bound", () => {
  const six = { value: 6, decimals: 1, rankPool: null, valueLimit: null };
  expect(observed(six, "growth", "vi")).toBe("6,0%/năm");
  expect(observed({ ...six, value: 90, decimals: 0, valueLimit: ">=" }, "share", "vi")).toBe("≥ 90%");
  expect(observed({ ...six, value: null }, "share", "vi")).toBeNull();
});

test("days are written as the language writes them, in Viet Nam's time", () => {
  expect(day("2025-09-16", "vi")).toBe("16/9/2025");
  expect(day("2025-09-16", "en")).toBe("16 September 2025");
  expect(dayOfInstant("2026-01-30T17:00:00.000Z", "vi")).toBe("31/01/2026");
});

test("a date is written as far as it is known", () => {
  const written = (lang: "vi" | "en") =>
    ["2019-09-27", "2017-05", "2017-02", "2018"].map((date) => reducedDay(date, lang));
  expect(written("vi")).toEqual(["27/9/2019", "tháng 5/2017", "tháng 02/2017", "2018"]);
  expect(written("en")).toEqual(["27 September 2019", "May 2017", "February 2017", "2018"]);
});

test("lists and spans read as sentences do", () => {
  expect(list(["Singapore", "Thái Lan", "Malaysia"], "vi")).toBe("Singapore, Thái Lan và Malaysia");
  expect(span([2021, 2022, 2025])).toBe("2021–2025");
  expect(span([2021])).toBe("2021");
});
