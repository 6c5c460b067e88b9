import { folded } from "@moc2030/shared/text/fold";
import { expect, test } from "vitest";
import { matching } from "./fold.ts";

const countries = [
  { value: "KOR", label: "Hàn Quốc" },
  { value: "CHN", label: "Trung Quốc" },
  { value: "HKG", label: "Đặc khu Hồng Kông" },
  { value: "MMR", label: "Myanmar (Miến Điện)" },
  { value: "DEU", label: "Đức" },
];
const found = (typed: string) => matching(countries, typed).map((item) => item.value);

test("diacritics, đ and capitals do not matter, composed or not", () => {
  expect(folded("Đặc khu HỒNG Kông")).toBe("dac khu hong kong");
  expect(folded("Hàn".normalize("NFD"))).toBe(folded("Hàn".normalize("NFC")));
});

test("names that begin with it come first, then words that do, then the rest", () => {
  expect(found("h")).toEqual(["KOR", "HKG"]);
  expect(found("quoc")).toEqual(["KOR", "CHN"]);
  expect(found("d")).toEqual(["HKG", "DEU", "MMR"]);
  expect(found("mien")).toEqual(["MMR"]);
});

test("a code is found, nothing typed is everything, nonsense is nothing", () => {
  expect(found("kor")).toEqual(["KOR"]);
  expect(found(" ")).toHaveLength(5);
  expect(found("zz")).toEqual([]);
});
