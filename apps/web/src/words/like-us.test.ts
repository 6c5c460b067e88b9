import type { OthersLikeUs } from "@moc2030/shared/schema/outlook";
import { expect, test } from "vitest";
import { realText } from "./data.fixture.ts";
import { othersSentence, othersWorking } from "./like-us.ts";

const [vi, en] = [realText("vi"), realText("en")];
const gii: OthersLikeUs = {
  ...{ windows: 205, hits: 46, economies: 56, share: 0.2257, low: 0.1477, high: 0.329, horizon: 5, from: 2011 },
  ...{ shown: true, reason: null },
  replay: { cases: 60, said: 0.2627, happened: 0.2667, brier: 0.1931, brierNever: 0.2667, brierShare: 0.1956 },
};

test("the past of others is told in counts, with the economies named and no forecast", () => {
  expect(othersSentence(gii, "nền kinh tế", vi)).toBe(
    "Đếm kết quả đã qua: 46 trong 205 giai đoạn 5 năm của 56 nền kinh tế ở vị trí tương tự đã đạt mức cải thiện mà mục tiêu này đòi hỏi. Không phải dự báo cho Việt Nam.",
  );
  expect(othersSentence(gii, "economies", en)).toMatch(
    /^A count of the past: 46 of 205 periods of 5 years, of 56 economies .*not a forecast/,
  );
});

test("no share of others' past is written, which would read as a chance", () => {
  for (const text of [vi, en]) {
    const told = [othersSentence(gii, "-", text), ...othersWorking(gii, "-", text).flatMap(Object.values)].join("\n");
    expect(told.replace(/90%/, "")).not.toMatch(/%|tần suất|xác suất|khả năng|frequency|chance|likel|probab/i);
  }
});

test("numbers that are not shown stay out of the sentence, and stand in the working", () => {
  for (const reason of ["no_skill", "few_cases"] as const) {
    const hidden = { ...gii, shown: false, reason };
    expect(othersSentence(hidden, "quốc gia", vi)).toMatch(/^Chưa rút ra được kết luận: [^0-9]+$/);
    // The numbers stand below it: a sentence that denied them would be contradicted by its own table.
    for (const text of [vi, en])
      expect(othersSentence(hidden, "-", text)).not.toMatch(/Không nêu|number is given|Brier/);
    expect(othersWorking(hidden, "quốc gia", vi).map(({ value }) => value)).toEqual([
      "205",
      "46",
      "56",
      "30–67 trong 205 giai đoạn",
      "60",
      "15,8; 16",
      "0,1931; 0,2667; 0,1956",
    ]);
  }
  expect(othersWorking({ ...gii, replay: null }, "quốc gia", vi)).toHaveLength(4);
  for (const reason of ["no_pool", "no_window"] as const) {
    expect(othersSentence({ reason }, "quốc gia", vi)).toMatch(/^Chưa so sánh được/);
    expect(othersWorking({ reason }, "quốc gia", vi)).toEqual([]);
  }
});
