import { expect, test } from "vitest";
import { aFigure, anIndicator } from "../../words/data.fixture.ts";
import { releaseLines } from "./release-lines.ts";

const share = { indicator: "DIGITAL_ECONOMY_GDP", compiler: "NSO" };
const indicators = [
  anIndicator({ code: "DIGITAL_ECONOMY_GDP", compiler: "NSO", order: 40 }),
  anIndicator({ code: "GII_RANK", order: 10 }),
];
const old = aFigure(2023, 12.33, { ...share, release: 52 });
const now = aFigure(2023, 12.87, { ...share, release: 53 });

test("a revised figure stands once, with what it was before", () => {
  const { lines, left, others } = releaseLines(
    {
      observations: 4,
      figures: [
        { old, new: now },
        { old: null, new: aFigure(2024, 13.17, { ...share, release: 53 }) },
        { old: null, new: aFigure(2025, 44, { release: 53 }) },
      ],
    },
    indicators,
  );
  expect(lines.map((l) => [l.figure.indicator, l.figure.timePeriod, l.old?.value ?? null, l.figure.value])).toEqual([
    ["GII_RANK", 2025, null, 44],
    ["DIGITAL_ECONOMY_GDP", 2024, null, 13.17],
    ["DIGITAL_ECONOMY_GDP", 2023, 12.33, 12.87],
  ]);
  expect([left, others]).toEqual([0, 1]);
});

test("official figures come first, and a long release is cut", () => {
  const figures = [
    aFigure(2020, 8.2, { ...share, compiler: "MIC", release: 7 }),
    ...[2021, 2022, 2023, 2024, 2025].map((year) => aFigure(year, 44, { release: 7 })),
  ].map((figure) => ({ old: null, new: figure }));
  const { lines, left } = releaseLines({ observations: 6, figures }, indicators);
  expect(lines.map((l) => l.figure.timePeriod)).toEqual([2025, 2024, 2023, 2022]);
  expect(left).toBe(2);
});
