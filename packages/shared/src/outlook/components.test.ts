import { expect, test } from "vitest";
import { type AskedChange, changeBetween, comparable, contributions, holderOf } from "./components.ts";

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

const edition = (timePeriod: number, value: number, osi: number | null, tii: number) => ({
  ...{ timePeriod, value },
  components: [
    { indicator: "OSI", value: osi },
    { indicator: "TII", value: tii },
  ],
});
const index = {
  components: ["OSI", "TII"].map((indicator) => ({ indicator, weight: 0.5, name: indicator, topic: indicator })),
  editions: [
    ...[edition(2018, 0.5, null, 0.4), edition(2020, 0.6, 0.6, 0.6)],
    ...[edition(2022, 0.65, 0.7, 0.6), edition(2024, 0.75, 0.7, 0.8)],
  ],
};
const years = (wanted: AskedChange) => {
  const found = changeBetween(index, wanted);
  return found.ok && found.change ? [found.change.from, found.change.to] : found;
};

test("two editions are compared where all components are known: the last two, or two that are asked for in order", () => {
  expect(comparable(index)).toEqual([2020, 2022, 2024]);
  const found = changeBetween(index, { from: 2020, to: 2024 });
  expect(found.ok && found.change?.change.toFixed(2)).toBe("0.15");
  expect(found.ok && found.change?.components.map(({ change }) => change?.toFixed(2))).toEqual(["0.05", "0.10"]);
  expect([years({}), years({ from: 2020 }), years({ to: 2022 })]).toEqual([
    [2022, 2024],
    [2020, 2024],
    [2020, 2022],
  ]);
});

test("an end that no change can have is named, with the editions that it could be", () => {
  expect(years({ from: 2018, to: 2024 })).toEqual({ ok: false, field: "from", expected: [2020, 2022] });
  expect(years({ from: 2024, to: 2020 })).toMatchObject({ field: "from" });
  expect(years({ from: 2022, to: 2022 })).toEqual({ ok: false, field: "to", expected: [2024] });
  expect(years({ to: 2020 })).toEqual({ ok: false, field: "to", expected: [2022, 2024] });
});

test("without components there is no change, and none can be asked for", () => {
  for (const none of [null, { ...index, components: [] }]) {
    expect(changeBetween(none, {})).toEqual({ ok: true, change: null });
    expect(changeBetween(none, { to: 2024 })).toEqual({ ok: false, field: "to", expected: [] });
  }
});
