import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { emptyFolder, HEAD, NOW, SEED_DIR, seededDb, testApp } from "../app.fixture.ts";
import { queryScalar } from "../db/raw.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { checkSeed, formatProblem } from "./check.ts";
import { readSeedFiles } from "./files.ts";
import { loadSeed, SeedError } from "./load.ts";

let dir: string;
beforeEach(() => {
  dir = join(emptyFolder(), "seed");
  cpSync(SEED_DIR, dir, { recursive: true });
});
const edit = (file: string, from: string | RegExp, to: string) => {
  const before = readFileSync(join(dir, file), "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(dir, file), after);
};
const problems = () => checkSeed(dir).problems.map(formatProblem);
const lineOf = (file: string, part: string) =>
  readFileSync(join(dir, file), "utf8")
    .split("\n")
    .findIndex((l) => l.includes(part)) + 1;

test("the shipped seed has no problems", () => expect(problems()).toEqual([]));

/** The seed with the country's rows only: reading them all dominates a check. */
const small = join(emptyFolder(), "seed");
cpSync(SEED_DIR, small, { recursive: true });
for (const name of ["GII_RANK", "GII_SCORE", "EGDI_RANK", "EGDI_VALUE", "EGDI_OSI", "EGDI_TII", "EGDI_HCI"]) {
  const file = join(small, `observations/${name}.csv`);
  const [head, ...rows] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [head, ...rows.filter((row) => row.includes(",VNM,")), ""].join("\n"));
}

describe("seed:check names file, line and field", () => {
  beforeEach(() => {
    rmSync(dir, { recursive: true });
    cpSync(small, dir, { recursive: true });
  });
  test("nothing for a correct seed", () => expect(problems()).toEqual([]));
  test("unknown source", () => {
    edit("observations/DIGITAL_ECONOMY_GDP.NSO.csv", ",DE-NSO-2601,", ",NOWHERE,");
    const line = lineOf("observations/DIGITAL_ECONOMY_GDP.NSO.csv", "NOWHERE");
    expect(problems()).toEqual([
      `data/seed/observations/DIGITAL_ECONOMY_GDP.NSO.csv:${line} SOURCE: unknown source NOWHERE`,
    ]);
  });
  test("a publisher named beside its source, which a page would say twice", () => {
    edit("indicators/GII_RANK.yaml", "GII2024-WIPO warns that", "WIPO (GII2024-WIPO) warns that");
    edit("targets/D2289.yaml", "VOV và SEED-4", "VOV và DEPROS (SEED-4)");
    expect(problems()).toEqual([
      `data/seed/indicators/GII_RANK.yaml:1 caution.en: names "WIPO", which stands in place of GII2024-WIPO on a page; expected it once`,
      expect.stringMatching(/targets\/D2289.yaml:\d+ note.vi: names "DEPROS Law Firm .*in place of SEED-4/),
    ]);
  });
  test("a commitment, orientation or objective without its source or document", () => {
    edit("commitments.yaml", /(id: hcmc-ten-events[\s\S]*?source: )SEED-2/, "$1NOWHERE");
    edit("orientations.yaml", /(id: D2289-people\n {2}document: )D2289/, "$1D1");
    edit("documents.yaml", "    source: SEED-1", "    source: GONE");
    edit("documents.yaml", "implements: R52", "implements: R1");
    expect(problems()).toEqual([
      `data/seed/commitments.yaml:${lineOf("commitments.yaml", "id: hcmc-ten-events")} source: unknown source NOWHERE`,
      expect.stringMatching(/documents.yaml:\d+ implements: unknown document R1/),
      expect.stringMatching(/documents.yaml:\d+ objective.source: unknown source GONE/),
      expect.stringMatching(/orientations.yaml:\d+ document: unknown document D1/),
    ]);
  });
  test("a companion that is not an indicator", () => {
    edit("indicators/GCI_RANK.yaml", "companion: GCI_TIER", "companion: GCI_NONE");
    expect(problems()).toEqual([
      expect.stringMatching(/indicators\/GCI_RANK.yaml:\d+ companion: unknown indicator GCI_NONE/),
    ]);
  });
  test("an index that is not the sum of its components, by the tolerance of its edition", () => {
    edit("observations/EGDI_OSI.csv", /(UNDESA,VNM,2008,0\.)\d+/, "$19");
    edit("observations/EGDI_TII.csv", /(UNDESA,VNM,2024,0\.)\d+/, "$19");
    edit("observations/EGDI_HCI.csv", /^UNDESA,VNM,2022,.*\n/m, "");
    const line = (year: number) => lineOf("observations/EGDI_VALUE.csv", `VNM,${year},`);
    expect(problems()).toEqual([
      expect.stringMatching(
        new RegExp(`EGDI_VALUE.csv:${line(2008)} OBS_VALUE: expected \\S+ by its components within 0.014, got 0.4558$`),
      ),
      expect.stringMatching(`EGDI_VALUE.csv:${line(2022)} OBS_VALUE: no EGDI_HCI of VNM 2022 to recompute it from`),
      expect.stringMatching(`EGDI_VALUE.csv:${line(2024)} OBS_VALUE: expected .* within 0.0001, got 0.77092`),
    ]);
  });
  test("a component or an index that is not there, components without a tolerance", () => {
    edit("indicators/EGDI_VALUE.yaml", "indicator: EGDI_TII", "indicator: EGDI_NONE");
    edit("indicators/EGDI_RANK.yaml", "score: EGDI_VALUE", "score: NO_INDEX");
    edit("indicators/GII_RANK.yaml", "score:", "tolerance:\n  - from: 2011\n    within: 0.1\nscore:");
    const found = problems().filter((p) => p.includes("indicators/"));
    expect(found).toEqual([
      expect.stringMatching(/EGDI_RANK.yaml:1 score: unknown indicator NO_INDEX/),
      expect.stringMatching(/EGDI_VALUE.yaml:1 components.indicator: unknown indicator EGDI_NONE/),
      expect.stringMatching(/GII_RANK.yaml:1 tolerance: components need a tolerance, and only they have one/),
    ]);
  });
  test("duplicate key", () => {
    const file = "observations/FIBRE_HOUSEHOLDS.csv";
    const text = readFileSync(join(dir, file), "utf8").trimEnd();
    const lines = text.split("\n");
    writeFileSync(join(dir, file), `${text}\n${lines.at(-1)}\n`);
    expect(problems()).toEqual([
      expect.stringMatching(
        new RegExp(`FIBRE_HOUSEHOLDS.csv:${lines.length + 1} PUBLISHED: duplicate key .* line ${lines.length}`),
      ),
    ]);
  });
  test("value out of range, and a rank above its pool", () => {
    edit("observations/INTERNET_USERS.MIC.csv", ",84.15,", ",184.15,");
    edit("observations/GII_RANK.csv", /(WIPO,VNM,2025,)44,/, "$1140,");
    expect(problems()).toEqual([
      expect.stringMatching(/GII_RANK.csv:\d+ OBS_VALUE: rank 140 is above its pool of 139/),
      expect.stringMatching(/MIC.csv:\d+ OBS_VALUE: expected 0 to 100, got 184.15/),
    ]);
  });
  test("a measurable target without comparator", () => {
    const id = "id: D2289-2030-EGDI_RANK";
    edit("targets/D2289.yaml", new RegExp(`(${id}[\\s\\S]*?comparator: )"?<="?`), "$1null");
    const [found] = problems();
    const start = lineOf("targets/D2289.yaml", id);
    expect(found).toMatch(/targets\/D2289.yaml:\d+ comparator: a target of kind level needs a comparator/);
    const line = Number(/:(\d+)/.exec(found ?? "")?.[1]);
    expect(line).toBeGreaterThan(start);
    expect(readFileSync(join(dir, "targets/D2289.yaml"), "utf8").split("\n")[line - 1]).toContain("comparator: null");
  });
  test("missing translation, in a text and in a comment", () => {
    edit("indicators/EGDI_RANK.yaml", /^( {2}en: ).+$/m, "$1''");
    edit("observations/FIBRE_HOUSEHOLDS.csv", /,[^,\n"]+\n$/, ",\n");
    expect(problems()).toEqual([
      expect.stringMatching(/indicators\/EGDI_RANK.yaml:\d+ \w+\.en: /),
      expect.stringMatching(/FIBRE_HOUSEHOLDS.csv:\d+ OBS_COM_EN: missing translation/),
    ]);
  });
  test("an unverified or undated row that would supersede another", () => {
    const file = "observations/DIGITAL_ECONOMY_GDP.NSO.csv";
    appendFileSync(
      join(dir, file),
      "NSO,VNM,2025,15.00,,E,unverified,,DE-NSO-2601,,2026-02-01,,\nNSO,VNM,2024,15.00,,E,sourced,,DE-NSO-2601,,,,\n",
    );
    expect(problems().filter((p) => p.includes("never supersedes"))).toHaveLength(2);
  });
  test("a formula, a broken file, a stray file", () => {
    edit("observations/FIBRE_HOUSEHOLDS.csv", /,[^,\n"]+,([^,\n"]+)\n$/, ",=1+1,$1\n");
    edit("areas.yaml", "vi: ASEAN", 'vi: " ＠SUM(1)"');
    writeFileSync(join(dir, "bodies.yaml"), "- id: [");
    writeFileSync(join(dir, "notes.txt"), "x");
    expect(problems().join("\n")).toMatch(
      /areas.yaml:3 name.vi: may not begin with[\s\S]*bodies.yaml:1 \(yaml\)[\s\S]*notes.txt[\s\S]*OBS_COM_VI: may not begin with/,
    );
  });
  test("a number that is not canonical", () => {
    edit("observations/DIGITAL_ECONOMY_GDP.NSO.csv", ",14.02,", ",014.02,");
    edit("observations/GII_RANK.csv", /(WIPO,VNM,2025,)44,/, "$14.4e1,");
    expect(problems()).toEqual([
      expect.stringMatching(/NSO.csv:\d+ OBS_VALUE: expected a plain decimal number .*no leading zeros/),
      expect.stringMatching(/GII_RANK.csv:\d+ OBS_VALUE: expected a plain decimal number .*no exponent/),
    ]);
  });
  test("a hidden character and a source URL with a password", () => {
    edit("observations/FIBRE_HOUSEHOLDS.csv", /,([^,\n"]+)\n$/, ",$1\u200b\n");
    edit("indicators/EGDI_RANK.yaml", /^( {2}en: )(.)/m, "$1\u202e$2");
    edit("sources.csv", "https://", "https://lan:secret@");
    expect(problems()).toEqual([
      expect.stringMatching(/EGDI_RANK.yaml:\d+ \w+\.en: hidden character U\+202E at position 1/),
      expect.stringMatching(/FIBRE_HOUSEHOLDS.csv:\d+ OBS_COM_EN: hidden character U\+200B at position \d+/),
      expect.stringMatching(/sources.csv:\d+ url: expected an address/),
    ]);
  });
  test("the right line where cells are in quotes, hold line ends, or are too many or not closed", () => {
    const file = "observations/FIBRE_HOUSEHOLDS.csv";
    const path = join(dir, file);
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    const last = lines.pop() as string;
    const write = (...instead: string[]) => writeFileSync(path, `${[...lines, ...instead].join("\n")}\n`);
    const comment = (text: string) => last.replace(/,[^,]*,[^,]*$/, `,"${text}","${text}"`);
    write(comment('one, ""two""'));
    expect(problems()).toEqual([]);
    const read = readSeedFiles(dir).files.observation.filter(({ place }) => place.file === file);
    expect(read.at(-1)?.OBS_COM_EN).toBe('one, "two"');
    const wrong = last.replace(",2025,85.1,", ",2001,1000,");
    write(comment("one"), wrong);
    expect(problems()).toEqual([`data/seed/${file}:6 OBS_VALUE: expected 0 to 100, got 1000`]);
    write(comment("one\ntwo\nthree"), wrong);
    expect(problems()).toEqual([`data/seed/${file}:10 OBS_VALUE: expected 0 to 100, got 1000`]);
    write(`${last},more`);
    expect(problems()).toEqual([
      `data/seed/${file}:5 (csv): Invalid Record Length: columns length is 13, got 14 on line 5`,
    ]);
    write(last.replace(/,([^,]*)$/, ',"$1'));
    expect(problems()).toEqual([expect.stringMatching(/FIBRE_HOUSEHOLDS.csv:\d+ \(csv\): Quote Not Closed/)]);
  });
  test("a seed with problems is not loaded", async () => {
    edit("observations/GII_RANK.csv", /(WIPO,VNM,2025,)44,/, "$1999,");
    const db = await seededDb();
    await expect(loadSeed(db, dir, NOW)).rejects.toThrow(SeedError);
    expect(await queryScalar(db, "SELECT max(id) FROM release")).toBe(HEAD);
  });
});

describe("loading", () => {
  test("an indicator added through files is in the API", async () => {
    const yaml = readFileSync(join(dir, "indicators/SMART_CITY_SCHEMES.yaml"), "utf8").replaceAll(
      "SMART_CITY_SCHEMES",
      "TEST_INDICATOR",
    );
    writeFileSync(join(dir, "indicators/TEST_INDICATOR.yaml"), yaml);
    const csv = readFileSync(join(dir, "observations/SMART_CITY_SCHEMES.csv"));
    writeFileSync(join(dir, "observations/TEST_INDICATOR.csv"), csv);
    const db = await seededDb();
    expect(await loadSeed(db, dir, NOW)).toEqual({ releases: 1 });
    const { json } = await testApp({ db });
    expect((await json("/indicators/TEST_INDICATOR")).indicator.latest.value).toBe(48);
    expect((await json("/observations?indicator=TEST_INDICATOR")).items).toHaveLength(2);
  });
  test("loading the same seed again adds nothing", async () => {
    const db = await seededDb();
    expect(await loadSeed(db, SEED_DIR, NOW)).toEqual({ releases: 0 });
    appendFileSync(join(dir, "README.md"), "\nA remark.\n");
    expect(await loadSeed(db, dir, NOW)).toEqual({ releases: 0 });
  });
  test("a changed seed adds one release dated now with the changes; the past stays the same byte for byte", async () => {
    const db = await seededDb();
    const { get, json } = await testApp({ db });
    const past = `/observations.csv?indicator=INTERNET_USERS&release=${HEAD}`;
    const before = await (await get(past)).text();
    edit("observations/INTERNET_USERS.MIC.csv", ",84.15,", ",84.25,");
    rmSync(join(dir, "observations/ONLINE_DOSSIERS.csv"));
    expect(await loadSeed(db, dir, NOW)).toEqual({ releases: 1 });
    const { release, observations, definitions } = await json(`/releases/${HEAD + 1}?lang=en`);
    expect(release).toMatchObject({ origin: "seed_change", publishedAt: NOW.toISOString(), reconstructed: false });
    expect(
      observations.map((o: { old: { value: number }; new: { value: number | null; obsStatus: string[] } }) => [
        o.old.value,
        o.new.value,
        o.new.obsStatus.join(),
      ]),
    ).toEqual([
      [84.15, 84.25, "P"],
      [39.98, null, "O"],
    ]);
    expect(definitions).toEqual([]);
    expect(await (await get(past)).text()).toBe(before);
    expect(await (await get("/observations.csv?indicator=INTERNET_USERS")).text()).toContain("84.25");
    expect(await findTampering({ db, now: NOW })).toBeNull();
    expect(await loadSeed(db, dir, NOW)).toEqual({ releases: 0 });
  });
  test("a figure is known from its day of publication in Viet Nam", async () => {
    const { json } = await testApp();
    const gii2025 = async (asOf: string) =>
      (await json(`/observations?indicator=GII_RANK&area=VNM&from=2025&asOf=${asOf}`)).items.length;
    expect([await gii2025("2025-09-15"), await gii2025("2025-09-16")]).toEqual([0, 1]);
  });
  test("commitments and proposals are known from their day, orientations with their document; none makes a release", async () => {
    const { json } = await testApp();
    const count = async (path: string, asOf: string) => (await json(`${path}?asOf=${asOf}`)).items.length;
    expect([await count("/commitments", "2020-05-21"), await count("/commitments", "2020-05-22")]).toEqual([0, 7]);
    expect([await count("/commitments", "2024-09-24"), await count("/commitments", "2024-09-25")]).toEqual([7, 12]);
    expect([await count("/orientations", "2020-12-30"), await count("/orientations", "2020-12-31")]).toEqual([0, 7]);
    expect([await count("/trials", "2020-08-11"), await count("/trials", "2020-08-12")]).toEqual([0, 2]);
  });
  test("every text cites a source known at the same release", async () => {
    const db = await seededDb();
    const orphans = await queryScalar(
      db,
      `SELECT count(*) FROM definition_revision t WHERE kind IN ('orientation', 'commitment', 'trial', 'milestone', 'target', 'document')
        AND NOT EXISTS (SELECT 1 FROM definition_revision d WHERE d.kind = 'source' AND d.id = t.body ->> 'source' AND d.release_id <= t.release_id)`,
    );
    expect(orphans).toBe(0);
  });
  test("every observation resolves to a source, at every release", async () => {
    const db = await seededDb();
    const orphans = await queryScalar(
      db,
      `SELECT count(*) FROM observation_revision o WHERE NOT EXISTS
        (SELECT 1 FROM definition_revision d WHERE d.kind = 'source' AND d.id = o.source AND d.release_id <= o.release_id)`,
    );
    expect(orphans).toBe(0);
  });
});
