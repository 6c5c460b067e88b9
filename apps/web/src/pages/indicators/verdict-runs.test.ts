import { expect, test } from "vitest";
import { realText } from "../../words/data.fixture.ts";
import { runsOf, stripDay } from "./verdict-runs.ts";

const known = (
  year: number,
  found: "met" | "not_assessable",
  reason: "one_point" | "no_observation" | null = null,
) => ({
  ...{ day: `${year}-12-31`, release: { id: 1, publishedAt: "" }, class: found, reason, provisional: false },
  ...{ latest: null, changedBy: null },
});

test("years of one class and reason are one run, which ends on its newest day", () => {
  const history = [
    known(2020, "not_assessable", "no_observation"),
    known(2021, "not_assessable", "one_point"),
    known(2022, "met"),
    known(2023, "met"),
    known(2024, "not_assessable", "one_point"),
  ];
  const classOf = (one: { class: string }) => one.class;
  expect(
    runsOf(history, classOf).map(({ first, newest, years }) => [first.day.slice(0, 4), newest.slice(0, 4), years]),
  ).toEqual([
    ["2020", "2020", 1],
    ["2021", "2021", 1],
    ["2022", "2023", 2],
    ["2024", "2024", 1],
  ]);
  expect(runsOf([], classOf)).toEqual([]);
});

test("days of one class on which it is called otherwise are two runs", () => {
  const history = [known(2029, "met"), known(2030, "met"), known(2031, "met")];
  const wordOf = ({ day }: { day: string }) => (day < "2030-12-31" ? "Hiện đạt" : "Đạt");
  expect(runsOf(history, wordOf).map(({ word, years }) => [word, years])).toEqual([
    ["Hiện đạt", 1],
    ["Đạt", 2],
  ]);
});

test("the last day is named whole", () =>
  expect([stripDay("2025-12-31", false, realText("vi")), stripDay("2026-11-21", true, realText("vi"))]).toEqual([
    "2025",
    "21/11/2026",
  ]));
