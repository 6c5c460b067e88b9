import { anIndicator } from "@moc2030/shared/schema/definitions.fixture";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { aFigure, builtDb, type TestRelease } from "../seed/data.fixture.ts";

const both = (vi: string, en = vi) => ({ vi, en });
const september = { everyYears: 1, month: 9, lagYears: 0, link: "https://wipo.example/gii", note: null };
const january = { ...september, month: 1, lagYears: 1, link: null };
const announced = (on: string) => ({ ...september, days: [{ timePeriod: 2026, on, source: "S" }] });
const rank = (schedule: object = september, some: object = {}) =>
  anIndicator({ code: "GII_RANK", shortName: both("Thứ hạng GII", "GII rank"), ...some, schedule } as never);
const score = (schedule: object = september) =>
  anIndicator({ code: "GII_SCORE", order: 160, shortName: both("Điểm GII", "GII score"), schedule } as never);
const share = anIndicator({
  ...{ code: "SHARE", order: 40, compiler: "NSO", shortName: both("Kinh tế số", "Digital economy") },
  ...{ schedule: january, responsible: [] },
} as never);
const resolution = {
  ...{ id: "NQ03", number: "03/NQ-CP", title: both("Chương trình"), issuer: both("Chính phủ"), issued: "2025-01-09" },
  ...{ url: "https://example.vn/nq03", source: "S", strategy: false, signedTextRead: false, implements: null },
  ...{ objective: null, note: null },
};
const figures = [
  aFigure(2025, "44", { edition: "GII 2025" }),
  aFigure(2025, "36.4", { indicator: "GII_SCORE", edition: "GII 2025" }),
  aFigure(2025, "14.02", { indicator: "SHARE", compiler: "NSO" }),
];
const FIRST: TestRelease = {
  ...{ at: "2026-02-01", figures },
  define: { indicator: [rank(), score(), share], document: [resolution] },
};

type Event = Record<string, string>;
async function calendarOf(...releases: TestRelease[]) {
  const { get } = await testApp({ db: await builtDb(...releases), origin: "https://moc2030.example" });
  const text = async (query = "") => (await get(`/calendar.ics${query}`)).text();
  const events = async (query = ""): Promise<Event[]> =>
    (await text(query))
      .replaceAll("\r\n ", "")
      .split("BEGIN:VEVENT\r\n")
      .slice(1)
      .map((event) => event.split("\r\nEND:VEVENT")[0] as string)
      .map((event) =>
        Object.fromEntries(
          event.split("\r\n").map((line) => [line.split(/[;:]/)[0], line.slice(line.indexOf(":") + 1)]),
        ),
      );
  const edition = async (query: string) => (await events(query)).find(({ UID }) => UID?.includes("GII_RANK"));
  return { text, events, edition };
}

describe("the calendar of a day before September", async () => {
  const { events, text } = await calendarOf(FIRST);
  test("has one event a publication, and the reporting days of this and the next year", async () => {
    expect((await events("?asOf=2026-08-01")).map((e) => [e.UID, e.DTSTART])).toEqual([
      ["urn:moc2030:closing:2026-06-15", "20260615"],
      ["urn:moc2030:edition:GII_RANK:2026", "20260901"],
      ["urn:moc2030:closing:2026-12-01", "20261201"],
      ["urn:moc2030:edition:SHARE:2026", "20270101"],
      ["urn:moc2030:closing:2027-06-15", "20270615"],
      ["urn:moc2030:closing:2027-12-01", "20271201"],
    ]);
  });
  test("says that only the month is known, whose figures they are, and where they come out", async () => {
    const [closing, gii, , digital] = await events("?asOf=2026-08-01&lang=en");
    expect(gii).toMatchObject({
      SUMMARY: "Figures expected in September 2026: GII 2026 (WIPO)",
      URL: "https://wipo.example/gii",
    });
    expect(gii?.DESCRIPTION).toMatch(
      /^Indicators: GII rank\\; GII score\.\\nOnly the month\\, September 2026\\, is known.*\\nPublisher: WIPO\\, https:/,
    );
    expect(digital).toMatchObject({
      SUMMARY: "Figures expected in January 2027: Digital economy\\, 2026 (NSO)",
      URL: "https://nso.example",
    });
    expect(closing).toMatchObject({
      SUMMARY: "Ministries and provinces report before 15 June 2026",
      DESCRIPTION: expect.stringMatching(/^Resolution 03\/NQ-CP of 9 January 2025\\, III\.3: /),
      URL: "https://example.vn/nq03",
    });
    expect((await events("?asOf=2026-08-01")).map((e) => e.SUMMARY)).toEqual([
      "Bộ\\, ngành và địa phương báo cáo trước ngày 15/6/2026",
      "Dự kiến có số liệu trong tháng 9/2026: GII 2026 (WIPO)",
      "Bộ\\, ngành và địa phương báo cáo trước ngày 01/12/2026",
      "Dự kiến có số liệu trong tháng 01/2027: Kinh tế số\\, năm 2026 (NSO)",
      ...["15/6/2027", "01/12/2027"].map((day) => `Bộ\\, ngành và địa phương báo cáo trước ngày ${day}`),
    ]);
  });
  test("of an indicator has the event of its publication as it is for all, and no reporting days", async () => {
    const all = await events("?asOf=2026-08-01");
    expect(await events("?asOf=2026-08-01&indicator=GII_SCORE")).toEqual([all[1]]);
    expect(await text("?indicator=GII_SCORE")).toMatch(/\r\nNAME:Mốc 2030: Điểm GII: lịch số liệu và báo cáo\r\n/);
  });
  test("before the first release, and without the document that sets them, has none of either", async () => {
    expect(await events("?asOf=1990-01-01")).toEqual([]);
    expect(await text("?asOf=1990-01-01")).toMatch(
      /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n(?:(?!BEGIN)[\s\S])*END:VCALENDAR\r\n$/,
    );
    const { events: without } = await calendarOf({ at: "2026-02-01", figures, define: { indicator: [rank()] } });
    expect((await without("?release=1")).map((e) => e.UID)).toEqual(["urn:moc2030:edition:GII_RANK:2026"]);
  });
});

test("once its day has passed an edition is overdue, by its words, sequence and time", async () => {
  const { edition } = await calendarOf(FIRST);
  const [before, after] = [await edition("?asOf=2026-09-30&lang=vi"), await edition("?asOf=2026-10-01&lang=vi")];
  expect(after?.SUMMARY).toBe("Đã qua ngày dự kiến công bố (30/9/2026)\\, hệ thống chưa có số: GII 2026 (WIPO)");
  expect([before?.SEQUENCE, before?.DTSTAMP]).toEqual(["2", "20260131T170000Z"]);
  expect([after?.SEQUENCE, after?.DTSTAMP]).toEqual(["3", "20260930T170000Z"]);
  const told = { SUMMARY: "", SEQUENCE: "", DTSTAMP: "" };
  expect({ ...after, ...told }).toEqual({ ...before, ...told });
  // The same on every later day.
  expect(await edition("?asOf=2026-10-20&lang=vi")).toEqual(after);
});

test("a day that changes raises the sequence to the release that changed it, with its time; nothing else does", async () => {
  const { edition } = await calendarOf(
    FIRST,
    { at: "2026-03-01", define: { indicator: [rank(september, { name: both("Tên mới") })] } },
    { at: "2026-04-01", define: { indicator: [rank(announced("2026-09-29")), score(announced("2026-09-29"))] } },
    { at: "2026-05-01", define: { indicator: [rank(announced("2026-09-29"), { decimals: 1 })] } },
    { at: "2026-06-01", define: { indicator: [rank(announced("2026-10-02")), score(announced("2026-10-02"))] } },
    // Of the last of its month: the day is the same, and no longer announced.
    { at: "2026-07-01", define: { indicator: [rank(announced("2026-09-30")), score(announced("2026-09-30"))] } },
    { at: "2026-08-01", define: { indicator: [rank(), score()] } },
  );
  const told = [];
  for (let release = 1; release <= 7; release++) {
    const found = await edition(`?release=${release}`);
    told.push([found?.UID, found?.DTSTART, found?.SEQUENCE, found?.DTSTAMP]);
  }
  const uid = "urn:moc2030:edition:GII_RANK:2026";
  expect(told).toEqual([
    [uid, "20260901", "2", "20260131T170000Z"],
    [uid, "20260901", "2", "20260131T170000Z"],
    [uid, "20260929", "6", "20260331T170000Z"],
    [uid, "20260929", "6", "20260331T170000Z"],
    [uid, "20261002", "10", "20260531T170000Z"],
    [uid, "20260930", "12", "20260630T170000Z"],
    [uid, "20260901", "14", "20260731T170000Z"],
  ]);
  expect((await edition("?release=3&lang=en"))?.SUMMARY).toBe("Figures expected: GII 2026 (WIPO)");
});

test("a day set after it had passed, or moved to one to come, raises the sequence again", async () => {
  const { edition } = await calendarOf(
    { at: "2026-10-15", figures, define: { indicator: [rank(), score()] } },
    { at: "2026-10-20", define: { indicator: [rank(announced("2026-11-10")), score(announced("2026-11-10"))] } },
  );
  const told = [];
  for (const day of ["2026-10-15", "2026-10-20", "2026-11-11"]) {
    const found = await edition(`?asOf=${day}`);
    told.push([found?.SEQUENCE, found?.DTSTAMP]);
  }
  expect(told).toEqual([
    ["3", "20261014T170000Z"],
    ["4", "20261019T170000Z"],
    ["5", "20261110T170000Z"],
  ]);
});

test("with a release the bytes are the same whatever the day; the figure makes way for the next edition", async () => {
  const db = await builtDb(FIRST, { at: "2026-09-30", figures: [aFigure(2026, "43", { edition: "GII 2026" })] });
  const on = async (day: string) => {
    const { get } = await testApp({ db, now: () => new Date(day) });
    return (await get("/calendar.ics?release=1")).text();
  };
  expect(await on("2026-10-05T05:00:00Z")).toBe(await on("2031-01-01T05:00:00Z"));
  const { events } = await calendarOf(FIRST, {
    at: "2026-09-30",
    figures: [aFigure(2026, "43", { edition: "GII 2026" })],
  });
  expect((await events("?release=2&indicator=GII_RANK")).map((e) => [e.UID, e.SUMMARY])).toEqual([
    ["urn:moc2030:edition:GII_RANK:2027", "Dự kiến có số liệu trong tháng 9/2027: GII 2027 (WIPO)"],
  ]);
});

test("a body’s calendar has the editions of its indicators, and the reporting days", async () => {
  const lead = {
    ...{ body: "MPI", role: "lead", from: null, to: null, basis: both("Giao"), paper: null, source: "S" },
  };
  const { events } = await calendarOf({
    ...FIRST,
    define: { indicator: [rank(september, { responsible: [lead] }), score(), share], document: [resolution] },
  });
  const uids = async (body: string) => (await events(`?asOf=2026-08-01&body=${body}`)).map((e) => e.UID);
  expect((await uids("MPI")).filter((uid) => uid?.includes("edition"))).toEqual(["urn:moc2030:edition:GII_RANK:2026"]);
  expect((await uids("MOF")).every((uid) => uid?.includes("closing"))).toBe(true);
  expect(await uids("MOF")).toHaveLength(4);
});
