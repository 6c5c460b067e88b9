import { anIndicator } from "@moc2030/shared/schema/definitions.fixture";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { expect, test } from "vitest";
import { latestRelease } from "../observations/read-point.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";
import { editionsOf } from "./editions.ts";

const schedule = { everyYears: 1, month: 9, lagYears: 0, link: null, note: null };

/** Editions as of a release, for a rank published every September. */
async function editions(figures: ReturnType<typeof aFigure>[], at = "2026-11-01", ended: string | null = null) {
  const discontinued = ended === null ? null : { from: ended, reason: { vi: "x", en: "x" }, source: "S" };
  const indicator = anIndicator({ schedule, discontinued });
  const db = await builtDb({ at, figures, define: { indicator: [indicator] } });
  const release = await latestRelease(db);
  expect(release && dayInVietNam(new Date(release.publishedAt))).toBe(at);
  // A later reference date with the same release must not change the file.
  return editionsOf(db, { release, referenceDate: "2030-01-01" }, indicator);
}

test("the next edition follows the newest one and is expected by the end of the calendar's month", async () => {
  expect(await editions([aFigure(2024, "44"), aFigure(2025, "44", { published: "2025-09-16" })])).toEqual({
    last: { timePeriod: 2025, published: "2025-09-16" },
    next: { timePeriod: 2026, by: "2026-09" },
  });
});

test("a forecast is not an edition, and a year recorded as missing is not expected", async () => {
  const forecast = aFigure(2026, "40", { obsStatus: "F" });
  expect(await editions([aFigure(2025, "44"), forecast])).toMatchObject({
    last: { timePeriod: 2025 },
    next: { timePeriod: 2026 },
  });
  expect(await editions([aFigure(2025, "44"), aFigure(2026, null)])).toMatchObject({ next: { timePeriod: 2027 } });
});

test("a measure discontinued before the release expects no edition", async () => {
  expect(await editions([aFigure(2025, "44")], "2026-11-01", "2026-01-01")).toEqual({
    last: { timePeriod: 2025, published: null },
    next: null,
  });
});
