import type { TrackRecord } from "@moc2030/shared/schema/track-record";
import { expect, test } from "vitest";
import { realText } from "./data.fixture.ts";
import { hitsText, trackSentence } from "./track-record.ts";

const [vi, en] = [realText("vi"), realText("en")];
const row = (found: TrackRecord["classes"][number]["class"], hits: number, cases: number) => ({
  ...{ class: found, hits, cases, economies: cases, enough: cases >= 20 },
});
const record: TrackRecord = {
  ...{ targetId: "T", indicator: "EGDI_RANK", from: 2008, to: 2024, years: 4, of: 10, economies: 90 },
  classes: [
    row("met", 4, 11),
    row("on_track", 6, 70),
    row("behind", 0, 23),
    row("off_track", 3, 81),
    row("moving_away", 1, 201),
  ],
};

test("the sentence tells of the class that is asked for, and says that it speaks of the rule", () => {
  expect(trackSentence(record, "Thứ hạng EGDI", "on_track", vi)).toBe(
    "Thử lại quy tắc trên số liệu thứ hạng EGDI 2008–2024: 70 trường hợp từng được xếp “đúng tiến độ”; 6 trường hợp sau đó đạt mức cải thiện tương đương. Các nước đó không đặt mục tiêu này; kết quả nói về quy tắc xếp loại, không nói về Việt Nam.",
  );
  expect(trackSentence(record, "EGDI rank", "moving_away", en)).toMatch(
    /on EGDI rank, .* 201 cases .* 1 of them .*not of Viet Nam\.$/,
  );
});

test("a class with fewer than 20 cases is not told of: on track in its place, else the class with the most", () => {
  expect(trackSentence(record, "EGDI", "met", vi)).toMatch(/70 trường hợp/);
  const classes = record.classes.filter((one) => one.class !== "on_track");
  expect(trackSentence({ ...record, classes }, "EGDI", null, vi)).toMatch(/201 trường hợp/);
  expect(trackSentence({ ...record, classes: [row("met", 4, 11)] }, "EGDI", "met", vi)).toMatch(/chưa đủ trường hợp/);
  expect([row("met", 4, 11), row("on_track", 6, 70)].map((one) => hitsText(one, vi))).toEqual([
    "4 trong 11 (chưa đủ trường hợp)",
    "6 trong 70",
  ]);
});
