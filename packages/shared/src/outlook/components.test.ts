import { expect, test } from "vitest";
import { contributions, holderOf } from "./components.ts";

const components = ["EGDI_OSI", "EGDI_TII", "EGDI_HCI"].map((indicator) => ({ indicator, weight: 1 / 3 }));
const values = (osi: number, tii: number, hci: number) =>
  new Map([
    ["EGDI_OSI", osi],
    ["EGDI_TII", tii],
    ["EGDI_HCI", hci],
  ]);

test("each component adds its weight times its change", () => {
  const found = contributions(components, values(0.5, 0.4, 0.9), values(0.8, 0.7, 0.6));
  expect(found.map(({ change }) => change?.toFixed(6))).toEqual(["0.100000", "0.100000", "-0.100000"]);
});

test("a component without both values adds nothing that is known", () =>
  expect(contributions(components.slice(0, 1), new Map(), values(1, 1, 1))).toEqual([
    { indicator: "EGDI_OSI", change: null },
  ]));

test("a rank that nobody held is read from the next better one, a shared one from the first by code", () => {
  const edition = { timePeriod: 2018, pool: 4, ranks: new Map(Object.entries({ THA: 2, LAO: 4, BRN: 2, SGP: 1 })) };
  expect(holderOf(edition, 3)).toEqual({ area: "BRN", rank: 2 });
  expect(holderOf(edition, 4)).toEqual({ area: "LAO", rank: 4 });
  expect(holderOf(edition, 0)).toBeNull();
});
