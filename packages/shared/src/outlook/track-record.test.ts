import { expect, test } from "vitest";
import type { PanelEdition } from "./panel.ts";
import { trackRecord } from "./track-record.ts";

const at = (timePeriod: number, value: number) => ({ timePeriod, value });
const edition = (timePeriod: number, ranks: Record<string, number>): PanelEdition => ({
  ...{ timePeriod, pool: 100 },
  ranks: new Map(Object.entries(ranks)),
});
/** From 50 towards 25 in four years, classed after two. */
const panel = [
  edition(2010, { MET: 50, ON: 50, BEHIND: 50, OFF: 50, AWAY: 50, FAR: 90, EDGE: 25, GONE: 50 }),
  edition(2012, { MET: 25, ON: 37, BEHIND: 42, OFF: 48, AWAY: 51, FAR: 90, EDGE: 19, GONE: 50 }),
  edition(2014, { MET: 26, ON: 25, BEHIND: 40, OFF: 24, AWAY: 60, FAR: 90, EDGE: 13 }),
];
const goal = { latest: at(2022, 40), target: at(2024, 25) };
const record = (editions: PanelEdition[], latest = goal.latest) =>
  trackRecord(editions, 100, at(2020, 50), { ...goal, latest }).classes.map((c) => [c.class, c.hits, c.cases]);

test("each start near our base is classed as many years in as we are, by the same pace, and seen at the end", () =>
  expect(record(panel)).toEqual([
    ["met", 0, 1],
    // EDGE, at 25, is just near enough; its goal is 13, a half rounded up.
    ["on_track", 2, 2],
    ["behind", 0, 1],
    ["off_track", 1, 1],
    ["moving_away", 0, 1],
  ]));

test("a class is marked that has fewer than twenty cases", () => {
  const many = (of: (i: number) => [string, number][]) =>
    Object.fromEntries(Array.from({ length: 20 }, (_, i) => of(i)).flat());
  const editions = [50, 60, 60].map((rank, i) =>
    edition(
      2010 + 2 * i,
      many((n) => [[`A${n}`, rank], ...(n === 0 ? [["B", i === 1 ? 37 : rank] as [string, number]] : [])]),
    ),
  );
  const { classes, economies } = trackRecord(editions, 100, at(2020, 50), goal);
  expect(economies).toBe(21);
  expect(classes.filter(({ enough }) => enough)).toEqual([
    { class: "moving_away", hits: 0, cases: 20, economies: 20, enough: true },
  ]);
  expect(classes.find((one) => one.class === "on_track")).toMatchObject({ cases: 1, enough: false });
});

test("nothing after our latest figure is used, and a goal that asks for nothing is no case", () => {
  expect(record(panel, at(2012, 40)).every(([, , cases]) => cases === 0)).toBe(true);
  const held = trackRecord(panel, 100, at(2020, 50), { ...goal, target: at(2024, 50) });
  expect(held.classes.every(({ cases }) => cases === 0)).toBe(true);
});
