import { canonicalNumber, isNumberText } from "@moc2030/shared/figure/number-text";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOW } from "../../app.fixture.ts";
import { openRaw, queryColumn, queryScalar } from "../../db/raw.fixture.ts";
import { storedNumber } from "../../db/sqlite/stored-number.ts";
import { read, revision, slug, team } from "../../submissions/team.fixture.ts";
import { findTampering } from "../verify.ts";
import { findBadNumber } from "./numbers.ts";

const odd = ["0072.50", "-0", "-0.00", "007", "1e5", "abc", "", " 1", "1.", ".5", "1\u00002", "Infinity", "1,5"];
const texts = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^-?[0-9]{0,18}(\.[0-9]{0,11})?$/) },
  fc.string({ unit: fc.constantFrom(..."-.0123e+ \0x") }),
  fc.string(),
);

describe("the database accepts only the grammar of published numbers", () => {
  test("triggers reject proposals and revisions with any other text", async () => {
    const { db, lan, draft } = await team();
    const { id } = await draft(lan, revision);
    const raw = openRaw(db.file);
    const item = raw.prepare(
      "INSERT INTO submission_item (submission_id, kind, indicator, compiler, ref_area, time_period, obs_value, obs_status, confidence) VALUES (?, 'enter', 'GII_RANK', 'WIPO', 'VNM', 1950, ?, 'A', 'sourced')",
    );
    const change = raw.prepare(
      "UPDATE submission_item SET obs_value = ? WHERE submission_id = ? AND id = (SELECT max(id) FROM submission_item)",
    );
    const figure = raw.prepare(
      "INSERT INTO observation_revision (indicator, compiler, ref_area, time_period, release_id, obs_value, value, obs_status, confidence, source) VALUES ('GII_RANK', 'WIPO', 'VNM', 1950, (SELECT max(id) FROM release), ?, ?, 'A', 'sourced', 'S')",
    );
    // Sealed releases accept no rows; this test is about the number.
    raw.exec("DROP TRIGGER observation_revision_before_seal");
    const takes = (run: () => unknown) => {
      raw.exec("SAVEPOINT one");
      try {
        run();
        return true;
      } catch (error) {
        expect(String(error)).toContain("a number is written as it is published");
        return false;
      } finally {
        raw.exec("ROLLBACK TO one; RELEASE one");
      }
    };
    const check = (text: string) => {
      // SQLite replaces lone surrogates; the result is not a number either.
      const expected = isNumberText(text);
      expect([text, takes(() => item.run(id, text))]).toEqual([text, expected]);
      expect([text, takes(() => change.run(text, id))]).toEqual([text, expected]);
      const value = Number.isFinite(Number(text)) ? Number(text) : 0;
      expect([text, takes(() => figure.run(text, value))]).toEqual([text, expected]);
    };
    for (const text of [...odd, "72.50", "0", "-0.5", "999999999999999.999999999", "1000000000000000", "0.1234567891"])
      check(text);
    fc.assert(
      fc.property(texts, (text) => void check(text)),
      { numRuns: 300 },
    );
    expect(() => figure.run("72.50", 72.6)).toThrow("the same");
    expect(() => figure.run("72.50", null)).toThrow("the same");
    raw.close();
  });

  test("SQL reads a stored text in canonical form", async () => {
    const { db } = await team();
    const stored = `SELECT ${storedNumber("t.text")} FROM (SELECT @text AS text) t`;
    const check = async (text: string) =>
      expect([text, await queryScalar(db, stored, { text })]).toEqual([text, canonicalNumber(text)]);
    for (const text of odd) await check(text);
    await fc.assert(
      fc.asyncProperty(texts, async (text) => void (await check(text))),
      { numRuns: 500 },
    );
  });
});

/** A database older than the grammar, with each of `odd` published in otherwise unused years. */
async function databaseOfBefore() {
  const server = await team();
  const { db } = server;
  const guards = `SELECT sql FROM sqlite_master WHERE name IN
    ('observation_revision_number', 'observation_revision_before_seal', 'observation_revision_in_newest_release')`;
  const put = await queryColumn(db, guards);
  expect(put).toHaveLength(3);
  const raw = openRaw(db.file);
  for (const guard of put) raw.exec(`DROP TRIGGER ${/TRIGGER\s+[`"]?(\w+)/i.exec(String(guard))?.[1]}`);
  const insert = raw.prepare(
    `INSERT INTO observation_revision (indicator, compiler, ref_area, time_period, release_id, obs_value, value, obs_status, confidence, source)
     SELECT 'FIBRE_HOUSEHOLDS', compiler, 'VNM', ?, (SELECT max(id) FROM release), ?, ?, 'A', 'sourced', source
     FROM observation_revision WHERE indicator = 'FIBRE_HOUSEHOLDS' AND ref_area = 'VNM' LIMIT 1`,
  );
  for (const [index, text] of odd.entries())
    insert.run(1990 + index, text, Number.isNaN(Number(text)) ? null : Number(text));
  for (const guard of put) raw.exec(String(guard));
  raw.close();
  return server;
}

describe("a database with other texts starts, serves, and is reported by verify", () => {
  test("every page and format has the canonical number or none", async () => {
    const { app, db, json, get, logged, lan } = await databaseOfBefore();
    const expected = odd.map((text) => {
      const canonical = canonicalNumber(text);
      return canonical === null ? null : Number(canonical);
    });
    const query = "indicator=FIBRE_HOUSEHOLDS&area=VNM&to=2004";
    const { items } = await json(`/observations?${query}`);
    expect(items.map((o: { value: number | null }) => o.value)).toEqual(expected);
    const csv = (await (await get(`/observations.csv?${query}`)).text()).trim().split("\r\n").slice(1);
    expect(csv.map((line) => line.split(",")[5])).toEqual(odd.map((text) => canonicalNumber(text) ?? ""));
    const sdmx = (await (await get(`/observations.sdmx.csv?${query}`)).text()).trim().split("\r\n").slice(1);
    expect(sdmx.map((line) => line.split(",")[8])).toEqual(odd.map((text) => canonicalNumber(text) ?? "NaN"));
    for (const path of [
      ...["/observations", "/observations.csv", "/observations.xlsx", "/observations.zip", "/observations.sdmx.csv"],
      ...["/observations?history=true", "/indicators", "/indicators/FIBRE_HOUSEHOLDS", "/assessments", "/releases"],
      ...["/releases/1", "/indicators/FIBRE_HOUSEHOLDS/dataset.jsonld", "/openapi.json"],
    ]) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      if (answer.headers.get("content-type")?.includes("json")) await answer.json();
    }
    const newest = await queryScalar(db, "SELECT max(id) FROM release");
    expect((await get(`/releases/${newest}`)).status).toBe(200);
    for (const path of ["/entry/grid", "/entry/press-sources", "/entry/figure?indicator=FIBRE_HOUSEHOLDS&year=1990"])
      expect([path, (await lan.get(path)).status]).toEqual([path, 200]);
    expect(logged).toEqual([]);
    expect((await app.request("/healthz")).status).toBe(200);
  });

  test("verify reports the first such row", async () => {
    const { db } = await databaseOfBefore();
    expect(await findBadNumber({ db, now: NOW })).toMatch(
      /^figure FIBRE_HOUSEHOLDS \w+ VNM 1990 of release \d+: "0072.50"/,
    );
    const fresh = await team();
    expect([await findBadNumber({ ...fresh, now: NOW }), await findTampering({ db: fresh.db, now: NOW })]).toEqual([
      null,
      null,
    ]);
  });

  test("0072.50 can be corrected to 72.50, after which the newest figure is canonical", async () => {
    const { db, lan, hoa, draft, submit, review, json } = await databaseOfBefore();
    const compiler = await queryScalar(
      db,
      "SELECT compiler FROM observation_revision WHERE time_period = 1990 AND indicator = 'FIBRE_HOUSEHOLDS'",
    );
    const right = {
      indicator: "FIBRE_HOUSEHOLDS",
      compiler,
      refArea: "VNM",
      timePeriod: 1990,
      value: "72.50",
      source: "DE-NSO-2601",
      reason: "own_error",
      reasonText: "Thừa số không ở đầu",
      confirmation: "Đã đối chiếu",
    };
    const made = await draft(lan, right);
    expect(made.items[0].current).toMatchObject({ value: "72.50", storedAs: "0072.50" });
    expect(made.items[0].errors).toEqual([]);
    const done = await review(hoa, await submit(lan, made), { approve: "all" });
    expect(await read(done)).toMatchObject({ state: "approved" });
    const { items } = await json("/observations?indicator=FIBRE_HOUSEHOLDS&area=VNM&from=1990&to=1990");
    expect(items[0]).toMatchObject({ value: 72.5, decimals: 2 });
    const again = await draft(lan, right);
    expect(again.items[0].errors).toMatchObject([{ code: "nothing_changes" }]);
  });
});

test.each(["0072.50", "-0", "1e5", "abc", "", "12,5", "1\u200b2"])(
  "the API rejects %j as a value and states what is expected",
  async (value) => {
    const { lan } = await team();
    const refused = await lan.post("/submissions", { title: "Tháng 11", items: [{ ...revision, value }] });
    expect(refused.status).toBe(422);
    const { errors } = await read(refused.clone());
    expect(errors).toEqual([{ pointer: "/items/0/value", detail: expect.stringContaining("such as 14.02") }]);
    expect(await slug(refused)).toBe("invalid");
  },
);
