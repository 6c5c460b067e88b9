import { cpSync } from "node:fs";
import { join } from "node:path";
import { anIndicator } from "@moc2030/shared/schema/definitions.fixture";
import { expect, test } from "vitest";
import { emptyFolder, NOW, SEED_DIR, testApp } from "../app.fixture.ts";
import { openDb } from "../audit/open.ts";
import { hashRelease } from "../audit/seal.ts";
import { execute } from "../db/raw.fixture.ts";
import { fixtureFile } from "../older-database.fixture.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";
import { loadSeed } from "../seed/load.ts";

const define = { indicator: [anIndicator()] };
const dated = (year: number, published: string | null, some = {}) => aFigure(year, "44", { published, ...some });
const yearOnly = { published: "2025-12-31", publishedPrecision: "year" };

test("the last column states the precision of the publication date, as stored", async () => {
  const { get } = await testApp({
    db: await builtDb({ at: "2026-01-01", define, figures: [dated(2023, null), aFigure(2024, "44", yearOnly)] }),
  });
  const csv = await (await get("/observations.csv?include=target&labels=both")).text();
  const [head = "", ...rows] = csv.trim().split("\r\n");
  expect(head.split(",").at(-1)).toBe("PUBLISHED_PRECISION");
  expect(rows.map((row) => row.split(",").at(-1))).toEqual(["", "year"]);
});

test("a figure older than the column states its precision in the comment", async () => {
  const words = (text: string) => ({ obsComEn: `provisional; ~ published: only the ${text} is known` });
  const figures = [
    dated(2022, "2022-09-29"),
    dated(2023, "2023-05-31", words("month 2023-05")),
    dated(2024, "2024-12-31", words("year 2024")),
    dated(2025, null, { obsComEn: "~ date of publication unknown" }),
  ];
  const { json } = await testApp({ db: await builtDb({ at: "2026-01-01", define, figures }) });
  const { items } = await json("/observations");
  expect(items.map((o: { publishedPrecision: string }) => o.publishedPrecision)).toEqual([
    "day",
    "month",
    "year",
    null,
  ]);
});

test("the database rejects any other value", async () => {
  const wrong = aFigure(2024, "44", { published: "2025-12-31", publishedPrecision: "decade" });
  await expect(builtDb({ at: "2026-01-01", define, figures: [wrong] })).rejects.toThrow("to the day, the month");
});

test("a seal of an earlier field list still verifies, and detects values added to later fields", async () => {
  const db = await builtDb({ at: "2026-01-01", define, figures: [dated(2024, "2025-12-31")] });
  const [first, second] = [await hashRelease(db, 1, 1), await hashRelease(db, 1, 2)];
  expect(first).not.toBe(second);
  execute(db.file, "DROP TRIGGER observation_revision_no_update");
  execute(db.file, "UPDATE observation_revision SET published_precision = 'year'");
  expect(await hashRelease(db, 1, 1)).not.toBe(first);
  expect(await hashRelease(db, 1, 2)).not.toBe(second);
});

test("loading today's seed into a database of an earlier version revises no figure for the precision in its comments", async () => {
  const db = await openDb(fixtureFile(), NOW);
  const folder = join(emptyFolder(), "seed");
  cpSync(SEED_DIR, folder, { recursive: true });
  await loadSeed(db, folder, new Date("2026-11-27T00:00:00Z"));
  const same = [
    "obs_value",
    "value_limit",
    "obs_status",
    "confidence",
    "source",
    "published",
    "obs_com_vi",
    "obs_com_en",
  ];
  const rows = await db.all(`SELECT new.indicator FROM observation_revision new JOIN observation_revision old
    ON ${["indicator", "compiler", "ref_area", "time_period", ...same].map((c) => `new.${c} IS old.${c}`).join(" AND ")}
    WHERE new.release_id > 64 AND old.release_id <= 64`);
  expect(rows).toEqual([]);
});
