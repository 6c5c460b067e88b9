import { expect, test } from "vitest";
import { areaFinder } from "./area-name.ts";

const area = (code: string, vi: string, en: string) => ({ code, name: { vi, en } });
const find = areaFinder([
  area("VNM", "Việt Nam", "Viet Nam"),
  area("SGP", "Singapore", "Singapore"),
  area("USA", "Hoa Kỳ", "United States"),
  area("MYS", "Malaysia", "Malaysia"),
  area("CIV", "Bờ Biển Ngà", "Côte d’Ivoire"),
  area("ASEAN", "ASEAN", "ASEAN"),
  area("ZZZ", "Nơi không ai biết", "Nowhere"),
]);

test.each([
  ["VNM", ["VNM"]],
  ["vnm", ["VNM"]],
  ["Việt Nam", ["VNM"]],
  ["VIỆT NAM", ["VNM"]],
  ["Viet Nam", ["VNM"]],
  ["viet  nam", ["VNM"]],
  ["Vietnam", ["VNM"]],
  ["Việt Nam".normalize("NFD"), ["VNM"]],
  ["Singapore", ["SGP"]],
  ["Xinh-ga-po", ["SGP"]],
  ["SG", ["SGP"]],
  ["Cote d'Ivoire", ["CIV"]],
  ["ASEAN", ["ASEAN"]],
  ["Đông Nam Á", ["ASEAN"]],
  ["nowhere", ["ZZZ"]],
  ["Mỹ", ["USA"]],
  ["MY", ["MYS", "USA"]],
  ["Viet", []],
  ["Atlantis", []],
  ["-", []],
  ["", []],
])("“%s” is %j", (typed, codes) => expect(find(typed)).toEqual(codes));
