import { assessment } from "@moc2030/shared/schema/assessment";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";

const { app, json } = await testApp();

type Row = [id: string, verdict: string, working?: Record<string, unknown>];
/** The verdict table of docs/method.md on the shipped data as of 2026-11-21, ratios to four decimals. */
const verdicts: Row[] = [
  ["2025-GII_RANK", "met", { "group.position": 3, "group.ahead": ["SGP", "MYS"], "group.edition": 2025 }],
  ["2025-GCI_RANK", "discontinued", { "last.value": 25, "last.timePeriod": 2020, "last.satisfies": true }],
  [
    "2025-EGDI_RANK",
    "missed",
    { "group.position": 5, "group.ahead": ["SGP", "THA", "MYS", "IDN"], "group.edition": 2024 },
  ],
  ["2025-DIGITAL_ECONOMY_GDP", "missed provisional", { "latest.value": 14.02, "latest.timePeriod": 2025 }],
  [
    "2025-LABOUR_PRODUCTIVITY_GROWTH",
    "missed provisional",
    { "average.toDate": 5.1703, "average.yearsCounted": [2021, 2022, 2023, 2024, 2025] },
  ],
  ["2025-FIBRE_HOUSEHOLDS", "met provisional", { "latest.value": 85.1 }],
  ["2025-FIBRE_COMMUNES", "no_observation"],
  ["2025-COVERAGE_5G", "no_definition"],
  ["2025-INTERNET_USERS", "met provisional", { "latest.value": 84.15 }],
  ["2025-ONLINE_SERVICES_L4", "discontinued", { "last.value": 30.1, "last.timePeriod": 2020, "last.satisfies": false }],
  ["2025-PAYMENT_ACCOUNTS", "met provisional", { "latest.value": 86, "latest.timePeriod": 2025 }],
  ["2025-SMART_CITIES", "no_definition"],
  ["2030-GII_RANK", "moving_away", { "pace.ratio": -2, "base.value": 42, "latest.value": 44 }],
  ["2030-GCI_RANK", "discontinued", { "last.value": 25, "last.satisfies": true }],
  [
    "2030-EGDI_RANK",
    "on_track",
    {
      "pace.ratio": 1.0417,
      "otherMethods.0.ratio": 0.8863,
      "otherMethods.0.class": "behind",
      "otherMethods.1.ratio": 0.9095,
      "otherMethods.1.class": "fair",
    },
  ],
  ["2030-DIGITAL_ECONOMY_GDP", "off_track provisional", { "pace.ratio": 0.1569 }],
  [
    "2030-LABOUR_PRODUCTIVITY_GROWTH",
    "behind provisional",
    { "average.toDate": 5.1703, "average.needed": 9.8813, "average.ratio": 0.6894 },
  ],
  ["2030-FIBRE_HOUSEHOLDS", "no_definition"],
  ["2030-COVERAGE_5G", "no_definition"],
  ["2030-DIGITAL_GOVERNMENT", "no_observation"],
  ["2030-SMART_CITIES", "no_definition"],
];

const at = (value: unknown, path: string) =>
  path.split(".").reduce((v, key) => (v as Record<string, unknown>)[key], value);
const rounded = (value: unknown) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value);

describe("GET /assessments", async () => {
  const list = await json("/assessments");
  test("has the 21 targets of the Decision and the reference date", () => {
    expect(list.referenceDate).toBe("2026-11-21");
    expect(list.items.map((a: { targetId: string }) => a.targetId).sort()).toEqual(
      verdicts.map(([id]) => `D2289-${id}`).sort(),
    );
  });
  test.each(verdicts)("%s: %s", (id, verdict, working = {}) => {
    const found = list.items.find((a: { targetId: string }) => a.targetId === `D2289-${id}`);
    expect([found.reason ?? found.class, ...(found.provisional ? ["provisional"] : [])].join(" ")).toBe(verdict);
    for (const [path, value] of Object.entries(working))
      expect([path, rounded(at(found, path))]).toEqual([path, value]);
  });
  test("as of the end of 2024 the digital economy was moving away", async () => {
    const { assessment: then } = await json("/assessments/D2289-2030-DIGITAL_ECONOMY_GDP?asOf=2024-12-31");
    expect([then.class, then.pace.ratio.toFixed(6), then.referenceDate]).toEqual([
      "moving_away",
      "-0.063437",
      "2024-12-31",
    ]);
  });
  test("a release is assessed on its own day, and the response is immutable", async () => {
    const { id } = (await json("/assessments?asOf=2025-01-06")).release;
    const then = await json(`/assessments?release=${id}`);
    expect([then.referenceDate, then.release.id]).toEqual(["2025-01-06", id]);
  });
  test("has other documents only on request", async () => {
    const other = await json("/assessments?document=R52,D749");
    expect(new Set(other.items.map((a: { targetId: string }) => a.targetId.split("-")[0]))).toEqual(
      new Set(["R52", "D749"]),
    );
    expect((await json("/assessments?document=XX")).errors[0]).toMatchObject({ parameter: "document" });
  });
});

describe("the outlook", async () => {
  const outlook = async (id: string, query = "") =>
    (await json(`/assessments/D2289-2030-${id}${query}`)).assessment.outlook;
  const numbers = (of: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(of).map(([k, v]) => [k, rounded(v)]));
  const path = (of: { catchUp: { value: number }[] }) => of.catchUp.map(({ value }) => rounded(value));

  test("of the digital economy, productivity and the ranks for 2030", async () => {
    const digital = await outlook("DIGITAL_ECONOMY_GDP");
    expect(path(digital)).toEqual([17.216, 20.412, 23.608, 26.804, 30]);
    expect(numbers(digital.continuation)).toEqual({ value: 15.38, gap: -14.62, satisfies: false });
    expect(numbers(digital.record)).toMatchObject({ needed: 3.196, reached: 0, of: 5, since: 2020 });
    const productivity = await outlook("LABOUR_PRODUCTIVITY_GROWTH");
    expect(path(productivity)).toEqual([9.8813, 9.8813, 9.8813, 9.8813, 9.8813]);
    expect(numbers(productivity.continuation)).toMatchObject({ value: 5.1703, satisfies: false });
    expect(productivity.record).toMatchObject({ best: { from: 2025, to: 2025, perYear: 6.84 }, reached: 0, of: 11 });
    expect((await outlook("EGDI_RANK")).record).toMatchObject({ needed: 3.5, reached: 3, of: 8, since: 2008 });
    expect(numbers((await outlook("GII_RANK")).record)).toMatchObject({ needed: 0.8, reached: 7, of: 14, since: 2011 });
  });

  test("others in Viet Nam's place: EGDI's are counted and not shown, GII's are", async () => {
    const egdi = (await outlook("EGDI_RANK")).othersLikeUs;
    expect(numbers(egdi)).toMatchObject({
      ...{ hits: 37, windows: 344, economies: 84, share: 0.1087, low: 0.0646, high: 0.1772, horizon: 6, from: 2008 },
      ...{ shown: false, reason: "no_skill" },
    });
    expect(numbers(egdi.replay)).toEqual({
      ...{ said: 0.1123, happened: 0.1134, cases: 194, brier: 0.1007, brierNever: 0.1134, brierShare: 0.1005 },
    });
    const gii = (await outlook("GII_RANK")).othersLikeUs;
    expect(numbers(gii)).toMatchObject({
      ...{ hits: 46, windows: 205, economies: 56, share: 0.2257, low: 0.1477, high: 0.329, horizon: 5, from: 2011 },
      ...{ shown: true, reason: null },
    });
    expect(numbers(gii.replay)).toEqual({
      ...{ said: 0.2627, happened: 0.2667, cases: 60, brier: 0.1931, brierNever: 0.2667, brierShare: 0.1956 },
    });
  });

  test("as of the end of 2024 nothing of 2025 is used: GII is read with the pool of its edition 2024", async () => {
    const then = await outlook("GII_RANK", "?asOf=2024-12-31");
    expect(numbers(then.othersLikeUs)).toMatchObject({
      ...{ hits: 35, windows: 151, economies: 49, share: 0.2336, low: 0.1497, high: 0.3453, horizon: 6 },
    });
    expect(then.catchUp[0].timePeriod).toBe(2025);
  });

  test("is null for what is met, over, not assessable, or a position", async () => {
    const { items } = await json("/assessments");
    const without = items.filter((a: { outlook: unknown }) => a.outlook === null);
    expect(items.length - without.length).toBe(4);
    expect(without.map((a: { targetId: string }) => a.targetId)).toContain("D2289-2025-GII_RANK");
  });
});

const preview = (body: unknown) =>
  app.request("/api/v1/assessments/preview", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const target = { year: 2030, kind: "level", comparator: "<=", value: 50, direction: "lower", baseYear: 2020 };
const observations = [
  { timePeriod: 2024, value: 71 },
  { timePeriod: 2020, value: 86 },
];

describe("POST /assessments/preview", () => {
  test("assesses as GET /assessments does, without target and indicator", async () => {
    const answer = await preview({ target, observations });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const body = assessment.parse(await answer.json());
    expect(body).toMatchObject({ targetId: null, indicator: null, class: "on_track", referenceDate: "2026-11-21" });
    expect(body.pace?.ratio).toBeCloseTo(1.041667, 6);
  });
  test("accepts no observations, a discontinued measure, another day", async () => {
    expect(await (await preview({ target, observations: [] })).json()).toMatchObject({ reason: "no_observation" });
    expect(await (await preview({ target, observations, discontinued: true })).json()).toMatchObject({
      reason: "discontinued",
      last: { value: 71, satisfies: false },
    });
    expect(await (await preview({ target, observations, asOf: "2031-01-01" })).json()).toMatchObject({
      class: "missed",
      referenceDate: "2031-01-01",
    });
  });
  test.each([
    [
      "two figures for one year",
      { target, observations: [...observations, { timePeriod: 2024, value: 70 }] },
      "/observations/2/timePeriod",
    ],
    ["another kind", { target: { ...target, kind: "wording" }, observations }, "/target/kind"],
    ["a missing window", { target: { ...target, kind: "period_average" }, observations }, "/target/window"],
    ["no target", { observations }, "/target"],
    ["a text for a number", { target, observations: [{ timePeriod: 2024, value: "71" }] }, "/observations/0/value"],
    [
      "an unknown status",
      { target, observations: [{ timePeriod: 2024, value: 71, obsStatus: ["Z"] }] },
      "/observations/0/obsStatus/0",
    ],
    ["an unknown field", { target, observations, note: "x" }, "/note"],
    ["an invalid date", { target, observations, asOf: "2026-13-01" }, "/asOf"],
  ])("refuses %s with a pointer", async (_what, body, pointer) => {
    const answer = await preview(body);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { errors: { pointer: string }[] }).errors.map((e) => e.pointer)).toContain(
      pointer,
    );
  });
  test("rejects a value that is not finite", async () => {
    const answer = await preview(
      '{"target":{"year":2030,"kind":"level","comparator":"<=","value":1e400,"direction":"lower","baseYear":2020},"observations":[]}',
    );
    expect(answer.status).toBe(422);
  });
  test("rejects invalid JSON (400), another media type (415), a large body (413) and another method (405)", async () => {
    expect((await preview("{nonsense")).status).toBe(400);
    expect((await preview("")).status).toBe(400);
    expect(
      (
        await app.request("/api/v1/assessments/preview", {
          method: "POST",
          body: "a=1",
          headers: { "content-type": "text/plain" },
        })
      ).status,
    ).toBe(415);
    expect((await preview(" ".repeat(1024 * 1024 + 1))).status).toBe(413);
    const got = await app.request("/api/v1/assessments/preview", {
      method: "PUT",
      headers: { "content-type": "application/json" },
    });
    expect(got.status).toBe(405);
    expect(got.headers.get("allow")).toContain("POST");
  });
});
