// @vitest-environment node
import { readFileSync } from "node:fs";
import * as names from "@moc2030/shared/text/area-names";
import { expect, test } from "vitest";
import { matching } from "../text/fold.ts";
import { areaOptions } from "./area-options.ts";

/** The economies of the reference data, in the shape of the API's areas. */
const yaml = readFileSync(new URL("../../../../data/seed/areas.yaml", import.meta.url), "utf8");
const areas = [...yaml.matchAll(/- code: (\S+)\n +name:\n +vi: (.+)\n +en: (.+)\n +kind: (\S+)/g)].map(
  ([, code = "", vi = "", en = "", kind = ""]) => ({ code, vi, en, kind }),
);
const optionsIn = (lang: "vi" | "en") =>
  areaOptions(
    areas.map((area) => ({ ...area, name: area[lang] })),
    lang,
    names,
  );
const options = { vi: optionsIn("vi"), en: optionsIn("en") };
const found = (lang: "vi" | "en", typed: string) => matching(options[lang], typed).map(({ value }) => value);

test("every economy that ships has its two letters, each another", () => {
  expect(areas.length).toBeGreaterThan(190);
  expect([...names.areaNames.keys()].sort()).toEqual(areas.map(({ code }) => code).sort());
  const letters = areas.map(({ code, kind }) => [kind, names.areaNames.get(code)?.alpha2 ?? "none"] as const);
  for (const [kind, alpha2] of letters) expect(alpha2).toMatch(kind === "group" ? /^$/ : /^[A-Z]{2}$/);
  const economies = letters.flatMap(([kind, alpha2]) => (kind === "group" ? [] : [alpha2]));
  expect(new Set(economies).size).toBe(economies.length);
});

test("no name is that of two economies", () => {
  for (const lang of ["vi", "en"] as const)
    for (const [code, known] of names.areaNames)
      for (const name of known.names) expect([name, found(lang, name)[0]]).toEqual([name, code]);
});

test.each([
  ["vietnam", "VNM"],
  ["uk", "GBR"],
  ["great britain", "GBR"],
  ["england", "GBR"],
  ["turkey", "TUR"],
  ["turkiye", "TUR"],
  ["republic of korea", "KOR"],
  ["lao pdr", "LAO"],
  ["czech republic", "CZE"],
  ["ivory coast", "CIV"],
  ["cote d'ivoire", "CIV"],
  ["Côte d’Ivoire", "CIV"],
  ["burma", "MMR"],
  ["east timor", "TLS"],
  ["timor leste", "TLS"],
  ["uae", "ARE"],
  ["u.s.a.", "USA"],
  ["VN", "VNM"],
  ["SG", "SGP"],
  ["antigua and barbuda", "ATG"],
  ["hongkong", "HKG"],
  ["mỹ", "USA"],
  ["hoa kì", "USA"],
  ["nam hàn", "KOR"],
  ["bắc hàn", "PRK"],
  ["gruzia", "GEO"],
  ["my", "USA"],
  ["thụy sỹ", "CHE"],
  ["thuy sy", "CHE"],
  ["cam-pu-chia", "KHM"],
  ["campuchia", "KHM"],
  ["phi-lip-pin", "PHL"],
  ["philippin", "PHL"],
  ["in-đô-nê-xi-a", "IDN"],
  ["xinh-ga-po", "SGP"],
  ["đông timor", "TLS"],
  ["thái lan", "THA"],
  ["thailan", "THA"],
  ["nga", "RUS"],
  ["anh", "GBR"],
  ["ý", "ITA"],
  ["đức", "DEU"],
  ["nhật", "JPN"],
  ["ả rập saudi", "SAU"],
])("“%s” finds first of all %s, in both languages", (typed, code) => {
  expect([found("vi", typed)[0], found("en", typed)[0]]).toEqual([code, code]);
});

test("economies stand in the language's order, groups before them", () => {
  const names = (lang: "vi" | "en") => options[lang].map(({ label }) => label);
  expect(names("vi").slice(0, 6)).toEqual(["ASEAN", "Ả Rập Xê-út", "Afghanistan", "Ai Cập", "Albania", "Algeria"]);
  expect(names("vi").indexOf("Đan Mạch")).toBeGreaterThan(names("vi").indexOf("Djibouti"));
  expect(names("en").slice(0, 4)).toEqual(["ASEAN", "Afghanistan", "Albania", "Algeria"]);
  expect(names("en").indexOf("Côte d’Ivoire")).toBeLessThan(names("en").indexOf("Croatia"));
});
