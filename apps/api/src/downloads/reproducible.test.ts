import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, NOW, SEED_DIR, seededDb } from "../app.fixture.ts";
import { openDb } from "../audit/open.ts";
import { type Format, formats } from "../http/formats.ts";
import { loadDrawChart, loadWriteReport, program } from "../programs.fixture.ts";
import { loadSeed } from "../seed/load.ts";
import { hashAnswers } from "./hash-answers.fixture.ts";

const web = { drawChart: await loadDrawChart(), writeReport: await loadWriteReport() };
const hashed = (file: string, addresses: string[], now: string) => hashAnswers(file, addresses, now, web);

const inAnotherProcess = (file: string, addresses: string[], env: Record<string, string>, now: string) =>
  JSON.parse(
    execFileSync(process.execPath, [program("hash-answers"), file, now, ...addresses], {
      encoding: "utf8",
      env: { PATH: process.env.PATH, ...env },
    }),
  ) as Record<string, string>;

const everything = "area=ASEAN&labels=both&include=target&history=true&lang=en";
const addresses = [
  ...(Object.keys(formats) as Format[]).flatMap((format) => [
    `/observations.${format}?release=53&from=2020`,
    `/observations.${format}?release=53&${everything}`,
    `/observations.${format}?asOf=2025-03-01&area=ASEAN&include=target`,
  ]),
  "/observations.csv?release=53&locale=vi&bom=true",
  "/targets.csv?release=53",
  "/assessments.csv?release=53",
  "/assessments.csv?asOf=2025-03-01",
  "/indicators/GII_RANK/dataset.jsonld?release=53",
  "/report?release=53",
  "/report.docx?release=53&compare=40",
  "/report.docx?asOf=2025-03-01&lang=en",
  "/report.xlsx?asOf=2025-03-01&period=2025-H1",
];

const later = "2028-03-04T20:30:00Z";
let file: string;
let before: Record<string, string>;
beforeAll(async () => {
  const db = await seededDb();
  file = db.file;
  await db.close();
  before = await hashed(file, addresses, NOW.toISOString());
}, 60_000);

describe("the same query of the same release has the same bytes in every format", { timeout: 60_000 }, () => {
  test("from a server started again", async () => {
    expect(await hashed(file, addresses, NOW.toISOString())).toEqual(before);
  });
  test("on another day, years later", async () => {
    expect(await hashed(file, addresses, later)).toEqual(before);
  });
  test.each([
    ["America/New_York", "en_US.UTF-8"],
    ["Asia/Ho_Chi_Minh", "vi_VN.UTF-8"],
    ["Pacific/Kiritimati", "tr_TR.UTF-8"],
    ["Antarctica/Troll", "C"],
  ])("in %s, %s", (zone, locale) => {
    const env = { TZ: zone, LANG: locale, LC_ALL: locale };
    expect(inAnotherProcess(file, addresses, env, NOW.toISOString())).toEqual(before);
  });
  test("after a later release that revises figures, names and targets", async () => {
    const now = ["csv", "xlsx", "zip"].map((format) => `/observations.${format}?lang=en`);
    const current = await hashed(file, now, NOW.toISOString());
    const seed = emptyFolder();
    cpSync(SEED_DIR, seed, { recursive: true });
    const edit = (path: string, from: RegExp, to: string) => {
      const text = readFileSync(join(seed, path), "utf8");
      expect(text).toMatch(from);
      writeFileSync(join(seed, path), text.replace(from, to));
    };
    edit("observations/INTERNET_USERS.MIC.csv", /MIC,VNM,2025,84\.15/, "MIC,VNM,2025,84.25");
    edit("indicators/GII_RANK.yaml", /en: Rank in/, "en: Position in");
    edit("targets/D2289.yaml", /among the three leading/, "among the 3 leading");
    edit("compilers.yaml", /World Intellectual/, "The World Intellectual");
    const db = await openDb(file, NOW);
    expect(await loadSeed(db, seed, new Date("2026-12-01T00:00:00Z"))).toEqual({ releases: 1 });
    await db.close();
    expect(await hashed(file, addresses, later)).toEqual(before);
    const env = { TZ: "America/New_York", LANG: "vi_VN.UTF-8" };
    expect(inAnotherProcess(file, addresses, env, later)).toEqual(before);
    const changed = await hashed(file, now, later);
    for (const address of now) expect(changed[address]).not.toBe(current[address]);
  });
});
