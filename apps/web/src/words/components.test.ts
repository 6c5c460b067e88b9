import { changeBetween } from "@moc2030/shared/outlook/components";
import type { ComponentChanges } from "@moc2030/shared/schema/components";
import { expect, test } from "vitest";
import { barName, barSentence, besideSentence, changeSentence, distanceSentence, signed } from "./components.ts";
import { realText } from "./data.fixture.ts";

const [vi, en] = [realText("vi"), realText("en")];
const edition = (timePeriod: number, value: number, osi: number | null, tii: number) => ({
  ...{ timePeriod, value },
  components: [
    { indicator: "OSI", value: osi },
    { indicator: "TII", value: tii },
  ],
});
const all: ComponentChanges = {
  indicator: "INDEX",
  components: [
    { indicator: "OSI", weight: 0.5, name: "Online services (OSI)", topic: "dịch vụ trực tuyến" },
    { indicator: "TII", weight: 0.5, name: "Infrastructure (TII)", topic: "hạ tầng viễn thông" },
  ],
  editions: [
    edition(2018, 0.5, null, 0.4),
    edition(2020, 0.6, 0.6, 0.6),
    edition(2022, 0.65, 0.7, 0.6),
    edition(2024, 0.75, 0.7, 0.8),
  ],
  changes: [],
  beside: [],
  targets: [
    {
      ...{ targetId: "T", rank: 50 },
      bar: [
        { timePeriod: 2022, area: "BRA", rank: 49, value: 0.78 },
        { timePeriod: 2024, area: "BRA", rank: 50, value: 0.84 },
      ],
      distance: {
        ...{ timePeriod: 2024, area: "BRA", change: 0.09 },
        components: [
          { indicator: "OSI", change: 0.12 },
          { indicator: "TII", change: -0.03 },
        ],
      },
    },
  ],
};
const [bar] = all.targets as [ComponentChanges["targets"][number]];
const nameOf = (code: string) => (code === "BRA" ? "Brazil" : code);

test("a change is told with its components, the largest first", () => {
  const said = (some: { from?: number; to?: number }, text = vi) => {
    const found = changeBetween(all, some);
    return found.ok && found.change && changeSentence(all, found.change, "index", text);
  };
  expect(said({ from: 2020, to: 2024 })).toBe(
    "Từ 2020 đến 2024 tăng 0,1500, trong đó: hạ tầng viễn thông +0,1000, dịch vụ trực tuyến +0,0500.",
  );
  expect(said({ from: 2020, to: 2024 }, en)).toMatch(/^From 2020 to 2024 it rose by 0\.1500: .* \+0\.1000, /);
  const fall = { from: 2022, to: 2024, change: -0.26, components: [{ indicator: "OSI", change: -0.26 }] };
  expect(changeSentence({ ...all, editions: [edition(2024, 14, 8, 6)] }, fall, "share", vi)).toBe(
    "Từ 2022 đến 2024 giảm 0,26 điểm phần trăm, trong đó: dịch vụ trực tuyến −0,26.",
  );
  expect(changeSentence(all, { ...fall, change: 0, components: [] }, "index", vi)).toMatch(/không thay đổi/);
  expect([signed(0.00001, 4, vi), signed(-0.0237, 4, en)]).toEqual(["0,0000", "−0.0237"]);
});

test("the distance names who holds the rank, what it consists of and its largest part", () => {
  expect(distanceSentence(all, bar, nameOf, vi)).toBe(
    "Giá trị ở hạng 50 của ấn bản 2024 (Brazil) là 0,8400, cao hơn Việt Nam 0,0900. Khoảng cách theo thành phần: dịch vụ trực tuyến +0,1200, hạ tầng viễn thông −0,0300. Phần lớn nhất của khoảng cách: dịch vụ trực tuyến.",
  );
  const alone = { ...bar, distance: bar.distance && { ...bar.distance, components: [] } };
  expect(distanceSentence({ ...all, components: [] }, alone, nameOf, vi)).toBe(
    "Điểm ở hạng 50 của ấn bản 2024 (Brazil) là 0,8400, cao hơn Việt Nam 0,0900.",
  );
  const ahead = { ...bar, distance: bar.distance && { ...bar.distance, change: -0.01 } };
  for (const none of [ahead, { ...bar, distance: null }]) expect(distanceSentence(all, none, nameOf, vi)).toBeNull();
});

test("a value at a better rank than the target's is never said to be that of the target's rank", () => {
  const [, last] = bar.bar as [unknown, (typeof bar.bar)[number]];
  const nearest = {
    ...bar,
    bar: [
      { ...last, timePeriod: 2022 },
      { ...last, rank: 48 },
    ],
  };
  expect(distanceSentence(all, nearest, nameOf, vi)).toMatch(
    "Giá trị ở hạng 48 của ấn bản 2024 (Brazil, hạng gần nhất cao hơn hạng 50 mà số liệu xác định được) là 0,8400",
  );
  expect(barName(nearest, vi)).toBe("Giá trị ở hạng 50 hoặc hạng cao hơn gần nhất");
  expect(barName({ ...bar, bar: [last] }, vi)).toBe("Giá trị ở hạng 50");
  expect(barSentence(all, nearest, en)).toBe(
    "Value at rank 50 or the nearest better one: 0.8400 (2022), 0.8400 (rank 48, 2024).",
  );
});

test("whether the bar rises is told from its first and last edition", () => {
  expect(barSentence(all, bar, vi)).toBe(
    "Giá trị ở hạng 50 hoặc hạng cao hơn gần nhất tăng từ 0,7800 (hạng 49, 2022) lên 0,8400 (2024).",
  );
  expect(barSentence(all, { ...bar, bar: bar.bar.toReversed() }, vi)).not.toMatch(/tăng/);
  expect(barSentence(all, { ...bar, bar: bar.bar.slice(1) }, vi)).toBeNull();
});

test("ranks beside a rank are those of the latest edition that all of them have", () => {
  const ranks = (topic: string, ...figures: [number, number][]) => ({
    ...{ indicator: topic, name: topic, topic, valueKind: "rank" as const },
    figures: figures.map(([timePeriod, value]) => ({ timePeriod, value })),
  });
  const beside = [ranks("đầu vào GII", [2024, 53], [2025, 50]), ranks("đầu ra GII", [2024, 36], [2025, 37], [2026, 1])];
  expect(besideSentence({ ...all, beside }, vi)).toBe("Ấn bản 2025: đầu vào GII hạng 50 và đầu ra GII hạng 37.");
  expect(besideSentence(all, vi)).toBeNull();
});

test("growths beside a growth are those of the latest year that all of them have", () => {
  const growth = (topic: string, ...figures: [number, number][]) => ({
    ...{ indicator: topic, name: topic, topic, valueKind: "growth" as const },
    figures: figures.map(([timePeriod, value]) => ({ timePeriod, value })),
  });
  const [gdp, jobs] = [growth("tăng trưởng GDP", [2024, 7.09], [2025, 8.02]), growth("tăng lao động", [2025, 1.1])];
  expect(besideSentence({ ...all, beside: [gdp, jobs] }, vi)).toBe(
    "Năm 2025: tăng trưởng GDP 8,02%/năm và tăng lao động 1,1%/năm.",
  );
  expect(besideSentence({ ...all, beside: [gdp, growth("tăng lao động", [2023, 1])] }, vi)).toBeNull();
});
