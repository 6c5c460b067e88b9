import { egdiYears, giiYears, ranks, unverified } from "./indicators.fixture.ts";

const asean: [string, string, (number | null)[]][] = [
  ["VNM", "Việt Nam", [97, 112, 105, 91, 90, 83, 99, 89, 88, 86, 86, 71]],
  ["SGP", "Singapore", [12, 8, 7, 23, 11, 10, 3, 4, 7, 11, 12, 3]],
  ["MYS", "Malaysia", [43, 42, 43, 34, 32, 40, 52, 60, 48, 47, 53, 57]],
  ["THA", "Thái Lan", [56, 50, 46, 64, 76, 92, 102, 77, 73, 57, 55, 52]],
  ["PHL", "Philippines", [33, 47, 41, 66, 78, 88, 95, 71, 75, 77, 89, 73]],
  ["IDN", "Indonesia", [70, 85, 96, 106, 109, 97, 106, 116, 107, 88, 77, 64]],
  ["BRN", "Brunei", [55, 63, 73, 87, 68, 54, 86, 83, 59, 60, 68, 75]],
  ["KHM", "Campuchia", [134, 129, 128, 139, 140, 155, 139, 158, 145, 124, 127, 120]],
  ["LAO", "Lào", [149, 144, 147, 156, 151, 153, 152, 148, 162, 167, 159, 152]],
  ["MMR", "Myanmar", [126, 123, 129, 144, 141, 160, 175, 169, 157, 146, 134, 138]],
  ["TLS", "Timor-Leste", [169, 174, 144, 155, 162, 170, 161, 160, 142, 134, 147, 159]],
];

/** EGDI ranks of the eleven members of ASEAN. */
export const egdiPeers = asean.map(([area, name, values]) => ({
  area,
  name,
  points: ranks(egdiYears, values),
}));

const giiAsean: [string, string, (number | null)[]][] = [
  ["VNM", "Việt Nam", [51, 76, 76, 71, 52, 59, 47, 45, 42, 42, 44, 48, 46, 44, 44]],
  ["SGP", "Singapore", [3, 3, 7, 7, 7, 6, 7, 5, 8, 8, 8, 7, 5, 4, 5]],
  ["MYS", "Malaysia", [31, 32, 31, 33, 32, 35, 37, 35, 35, 33, 36, 36, 36, 33, 34]],
  ["THA", "Thái Lan", [48, 57, 57, 48, 55, 52, 51, 44, 43, 44, 43, 43, 43, 41, 45]],
  ["PHL", "Philippines", [91, 95, 90, 100, 83, 74, 73, 73, 54, 50, 51, 59, 56, 53, 50]],
  ["IDN", "Indonesia", [99, 100, 85, 86, 97, 88, 87, 85, 85, 85, 87, 75, 61, 54, 55]],
  ["BRN", "Brunei", [75, 53, 74, 88, null, null, 71, 67, 71, 71, 82, 92, 87, 88, 88]],
  ["KHM", "Campuchia", [111, 129, 110, 106, 91, 95, 101, 98, 98, 110, 109, 97, 101, 103, 100]],
  ["LAO", "Lào", [null, 138, null, null, null, null, null, null, null, 113, 117, 112, 110, 111, 109]],
  ["MMR", "Myanmar", [null, null, null, 140, 138, null, null, null, null, 129, 127, 116, null, 125, 122]],
];

const recalled: Record<string, number[]> = {
  SGP: [2013],
  MYS: [2013],
  THA: [2013],
  BRN: [2013, 2018],
  IDN: [2014],
  KHM: [2016, 2024],
  LAO: [2023, 2024],
  MMR: [2024],
};

/** GII ranks of the ASEAN members that WIPO lists, with gaps and unverified ranks. */
export const giiPeers = giiAsean.map(([area, name, values]) => ({
  area,
  name,
  points: ranks(giiYears, values, Object.fromEntries((recalled[area] ?? []).map((year) => [year, unverified]))),
}));

const egdiValues: [string, string, number[]][] = [
  ["VNM", "Việt Nam", [0.357, 0.338, 0.364, 0.456, 0.445, 0.522, 0.47, 0.514, 0.593, 0.667, 0.679, 0.771]],
  ["SGP", "Singapore", [0.746, 0.834, 0.85, 0.701, 0.748, 0.847, 0.908, 0.883, 0.881, 0.915, 0.913, 0.969]],
  ["THA", "Thái Lan", [0.446, 0.51, 0.552, 0.503, 0.465, 0.509, 0.463, 0.552, 0.654, 0.756, 0.766, 0.835]],
  ["LAO", "Lào", [0.192, 0.233, 0.242, 0.238, 0.264, 0.293, 0.266, 0.309, 0.306, 0.329, 0.376, 0.44]],
];

/** EGDI values of four members: higher is better, so the axis is not reversed. */
export const egdiValuePeers = egdiValues.map(([area, name, values]) => ({
  area,
  name,
  points: ranks(egdiYears, values),
}));
