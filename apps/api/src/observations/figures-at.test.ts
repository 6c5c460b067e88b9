import { expect, test } from "vitest";
import type { Db } from "../db/database.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";
import { type FigureFilter, figureParams, figuresAt, figuresSql, NEWEST } from "./figures-at.ts";

const built = () =>
  builtDb(
    { at: "2023-01-01", figures: [aFigure(2022, "48"), aFigure(2022, "5", { refArea: "SGP" })] },
    { at: "2024-01-01", figures: [aFigure(2023, "46"), aFigure(2022, "47", { compiler: "NSO" })] },
    { at: "2025-01-01", figures: [aFigure(2022, "49", { obsStatus: "B;P" }), aFigure(2023, null)] },
  );

/** The selected figures in short form. */
const brief = async (db: Db, release: number, filter: FigureFilter = {}) =>
  (await figuresAt(db, release, filter)).map(
    (f) => `${f.compiler} ${f.refArea} ${f.timePeriod} ${f.value} r${f.release}`,
  );

test("selects the latest revision of each key at a release, in file order", async () => {
  const db = await built();
  expect(await brief(db, 0)).toEqual([]);
  expect(await brief(db, 1)).toEqual(["WIPO SGP 2022 5 r1", "WIPO VNM 2022 48 r1"]);
  expect(await brief(db, 2)).toEqual([
    "NSO VNM 2022 47 r2",
    "WIPO SGP 2022 5 r1",
    "WIPO VNM 2022 48 r1",
    "WIPO VNM 2023 46 r2",
  ]);
  const newest = ["NSO VNM 2022 47 r2", "WIPO SGP 2022 5 r1", "WIPO VNM 2022 49 r3", "WIPO VNM 2023 null r3"];
  expect(await brief(db, 3)).toEqual(newest);
  expect(await brief(db, NEWEST)).toEqual(newest);
});

test("every filter narrows the selection, with one code as well as a list", async () => {
  const db = await built();
  expect(await brief(db, 3, { indicator: "GII_SCORE" })).toEqual([]);
  expect(await brief(db, 3, { compiler: "NSO" })).toEqual(["NSO VNM 2022 47 r2"]);
  expect(await brief(db, 3, { compiler: ["NSO"] })).toEqual(await brief(db, 3, { compiler: "NSO" }));
  expect(await brief(db, 3, { refArea: ["SGP", "THA"] })).toEqual(["WIPO SGP 2022 5 r1"]);
  expect(await brief(db, 3, { timePeriod: 2023 })).toEqual(["WIPO VNM 2023 null r3"]);
  expect(await brief(db, 3, { from: 2023 })).toEqual(await brief(db, 3, { timePeriod: 2023 }));
  expect(await brief(db, 3, { to: 2022, refArea: "VNM", compiler: "WIPO" })).toEqual(["WIPO VNM 2022 49 r3"]);
  expect(await brief(db, 3, { after: 1, refArea: "VNM", compiler: "WIPO" })).toEqual([
    "WIPO VNM 2022 49 r3",
    "WIPO VNM 2023 null r3",
  ]);
});

test("the history has every revision up to the release, oldest first", async () => {
  const db = await built();
  const key = { indicator: "GII_RANK", compiler: "WIPO", refArea: "VNM", timePeriod: 2022 };
  expect(await brief(db, 3, { ...key, history: true })).toEqual(["WIPO VNM 2022 48 r1", "WIPO VNM 2022 49 r3"]);
  expect(await brief(db, 2, { ...key, history: true })).toEqual(["WIPO VNM 2022 48 r1"]);
});

test("selects the requested fields only, status codes as a list", async () => {
  const db = await built();
  const filter = { compiler: "WIPO", refArea: "VNM", timePeriod: 2022 };
  expect(await figuresAt(db, 3, filter, ["value", "obsStatus"])).toEqual([{ value: "49", obsStatus: ["B", "P"] }]);
  expect(await figuresAt(db, 1, filter, ["value", "obsStatus"])).toEqual([{ value: "48", obsStatus: ["A"] }]);
});

test("storedAs is set only where the stored text differs from the published one", async () => {
  const db = await builtDb({ at: "2023-01-01", figures: [aFigure(2022, "48")] });
  expect((await figuresAt(db, 1, {}))[0]).not.toHaveProperty("storedAs");
});

test("figuresSql selects the same rows", async () => {
  const db = await built();
  const filter = { refArea: ["VNM"], compiler: "WIPO" };
  const sql = figuresSql("r.time_period AS year, r.obs_value AS value", filter);
  expect(await db.all(sql, figureParams(2, filter))).toEqual([
    { year: 2022, value: "48" },
    { year: 2023, value: "46" },
  ]);
});
