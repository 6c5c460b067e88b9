import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { HEAD, NOW } from "../../app.fixture.ts";
import { openDb } from "../../audit/open.ts";
import { execute } from "../../db/raw.fixture.ts";
import { latestRelease } from "../../observations/read-point.ts";
import { findTampering } from "../../verify/verify.ts";
import { correction, state } from "../statements/statements.fixture.ts";
import { gii2026, read, revision, slug, team } from "../team.fixture.ts";
import { startScheduler } from "./clock.ts";
import { publishDue } from "./scheduled.ts";

const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

async function scheduled(hours = 2) {
  let now = NOW;
  const t = await team({ now: () => now });
  const made = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const done = await read(t.review(t.hoa, made, { approve: "all", publishAt: later(hours).toISOString() }));
  expect(done).toMatchObject({ state: "scheduled", release: null, publishAt: later(hours).toISOString() });
  return {
    ...t,
    id: made.id as number,
    version: done.version as number,
    wait: (h: number) => {
      now = later(h);
    },
  };
}
const public_ = [
  "/observations?indicator=GII_RANK&area=VNM",
  "/indicators",
  "/releases",
  "/assessments",
  "/sources",
  "/observations.csv",
  "/observations?history=true&indicator=GII_RANK",
];

describe("a scheduled publication", () => {
  test("is invisible before its instant: no number, figure, source, file or event; then everywhere, dated as published", async () => {
    const t = await scheduled();
    const texts = async () => Promise.all(public_.map(async (path) => (await t.get(path)).text()));
    const plain = await team();
    const without = await Promise.all(public_.map(async (path) => (await plain.get(path)).text()));
    expect(await texts()).toEqual(without);
    expect(await publishDue(t.db, later(1))).toEqual([]);
    expect(await t.head()).toBe(HEAD);
    // Another release takes the next number meanwhile.
    const other = await t.submit(t.lan, await t.draft(t.lan, revision));
    expect((await read(t.review(t.hoa, other, { approve: "all" }))).release).toBe(HEAD + 1);
    t.wait(2);
    expect(await publishDue(t.db, later(2))).toEqual([HEAD + 2]);
    expect((await t.json(`/releases/${HEAD + 2}`)).release).toMatchObject({
      publishedAt: later(2).toISOString(),
      enteredBy: "Lan",
      approvedBy: "Hoa",
    });
    expect((await t.json("/indicators/GII_RANK")).indicator.latest.value).toBe(42);
    expect(await publishDue(t.db, later(3))).toEqual([]);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
  test("is in nothing that colleagues enter figures against, nor in notices, revisions or the feed", async () => {
    let now = NOW;
    const t = await team({ now: () => now });
    const minh = await t.person("contributor", "Minh");
    const table = "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\nDIGITAL_ECONOMY_GDP\tVNM\t2025\t14";
    const reads = {
      ...{ feed: () => t.get("/feed.atom"), corrections: () => t.get("/corrections") },
      revisions: () => t.get("/indicators/DIGITAL_ECONOMY_GDP/revisions/2024"),
      ...{ past: () => minh.get("/entry/past?indicator=DIGITAL_ECONOMY_GDP&year=2025") },
      others: () => minh.get("/entry/past?indicator=DIGITAL_ECONOMY_GDP&compiler=MIC&year=2024"),
      effect: () => minh.post("/submissions/effect?numbers=en", table, { "content-type": "text/plain" }),
    };
    const seen = async () => {
      const answers = Object.entries(reads).map(async ([name, ask]) => {
        const answer = await ask();
        return [name, answer.status === 404 ? 404 : await answer.text()];
      });
      return Object.fromEntries(await Promise.all(answers));
    };
    const before = await seen();
    const plan = { approve: "all", publishAt: later(2).toISOString() };
    for (const made of [await t.draft(t.lan, revision), await state(t, correction)])
      expect(await read(t.review(t.hoa, await t.submit(t.lan, made), plan))).toMatchObject({ state: "scheduled" });
    expect(await seen()).toEqual(before);
    now = later(2);
    expect(await publishDue(t.db, now)).toEqual([HEAD + 1, HEAD + 2]);
    const after = await seen();
    for (const name of ["feed", "corrections", "revisions", "past", "others"])
      expect([name, after[name]]).not.toEqual([name, before[name]]);
  });
  test("survives a restart and is published once", async () => {
    const t = await scheduled();
    await t.db.close();
    const db = await openDb(t.db.file, NOW);
    let told = 0;
    const clock = startScheduler(
      db,
      () => later(5),
      async () => void told++,
      (error) => {
        throw error;
      },
    );
    await clock.stop();
    expect([told, await latestRelease(db)]).toEqual([1, { id: HEAD + 1, publishedAt: later(5).toISOString() }]);
    await db.close();
  });
  describe("is published by the scheduler at its instant", () => {
    beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "Date"] }));
    afterEach(() => void vi.useRealTimers());
    const failed = (error: unknown) => {
      throw error;
    };
    test("also if it is scheduled while idle, or before another one", async () => {
      const t = await team({ now: () => new Date() });
      const clock = startScheduler(
        t.db,
        () => new Date(),
        async () => {},
        failed,
      );
      await vi.advanceTimersByTimeAsync(5000);
      const made = await t.submit(t.lan, await t.draft(t.lan, gii2026));
      const other = await t.submit(t.lan, await t.draft(t.lan, revision));
      const schedule = async (what: typeof made, seconds: number) => {
        const publishAt = new Date(Date.now() + seconds * 1000).toISOString();
        expect((await t.review(t.hoa, what, { approve: "all", publishAt })).status).toBe(200);
      };
      await schedule(other, 25);
      await schedule(made, 10);
      await vi.advanceTimersByTimeAsync(9990);
      expect(await t.head()).toBe(HEAD);
      await vi.advanceTimersByTimeAsync(100);
      expect(await t.head()).toBe(HEAD + 1);
      await vi.advanceTimersByTimeAsync(14_900);
      expect(await t.head()).toBe(HEAD + 1);
      await vi.advanceTimersByTimeAsync(100);
      expect(await t.head()).toBe(HEAD + 2);
      await clock.stop();
    });
    test("within 30 seconds after the system clock was set forward", async () => {
      const t = await scheduled();
      let ahead = 0;
      const clock = startScheduler(
        t.db,
        () => new Date(Date.now() + ahead),
        async () => {},
        failed,
      );
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await t.head()).toBe(HEAD);
      ahead = 2 * HOUR;
      await vi.advanceTimersByTimeAsync(30_000);
      expect(await t.head()).toBe(HEAD + 1);
      await clock.stop();
    });
  });
  test("can be unscheduled by a reviewer other than the author, and is then back in review", async () => {
    const t = await scheduled();
    const target = { id: t.id, version: t.version };
    const back = (who: typeof t.lan) =>
      who.post(`/submissions/${t.id}/unschedule`, { reason: "WIPO hoãn" }, t.at(target.version));
    expect(await slug(back(t.lan))).toBe("forbidden");
    const done = await read(back(t.hoa));
    expect(done.state).toBe("submitted");
    expect(await publishDue(t.db, later(9))).toEqual([]);
    expect((await read(t.review(t.hoa, { id: t.id, version: done.version }, { approve: "all" }))).release).toBe(
      HEAD + 1,
    );
  });
  test("is returned to its author if a figure was revised meanwhile", async () => {
    const t = await scheduled();
    const minh = await t.person("contributor", "Minh");
    const other = await t.submit(minh, await t.draft(minh, { ...gii2026, value: "41" }));
    expect((await t.review(t.hoa, other, { approve: "all" })).status).toBe(200);
    expect(await publishDue(t.db, later(3))).toEqual([]);
    expect(await read(t.lan.get(`/submissions/${t.id}`))).toMatchObject({
      state: "returned",
      items: [{ state: "open", moved: true }],
    });
    expect((await t.events()).at(-1)).toBe("schedule.failed");
  });
  test("is in the queue with its instant", async () => {
    const t = await scheduled();
    expect((await read(t.hoa.get("/reviews"))).items).toMatchObject([
      { id: t.id, state: "scheduled", publishAt: later(2).toISOString() },
    ]);
  });
});

describe("the database", async () => {
  const t = await team();
  const made = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const run = (sql: string) => () => execute(t.db.file, sql);
  const at = "'2026-11-21T06:00:00.000Z'";
  test("rejects reviews by the author, unreviewed releases, unapproved figures, and changes of submitted items", () => {
    expect(
      run(
        `INSERT INTO review (submission_id, reviewer, reviewer_name, decision, at) VALUES (${made.id}, '${t.lan.actor.id}', 'x', 'approve', ${at})`,
      ),
    ).toThrow("nobody reviews their own");
    expect(run(`INSERT INTO release VALUES (${HEAD + 1}, ${at}, 'submission', 'x', 'x', 'Lan', 'Hoa', NULL)`)).toThrow(
      "needs an approval",
    );
    expect(run(`INSERT INTO release VALUES (${HEAD + 1}, ${at}, 'submission', 'x', 'x', 'Lan', 'Hoa', 77)`)).toThrow(
      "needs an approval",
    );
    expect(run(`UPDATE submission_item SET obs_value = '1' WHERE submission_id = ${made.id}`)).toThrow(
      "does not change",
    );
    expect(run(`UPDATE submission SET author = 'x' WHERE id = ${made.id}`)).toThrow("keeps its author");
    expect(run(`DELETE FROM submission_item`)).toThrow("is kept");
    expect(run(`UPDATE submission SET items_hash = 'x' WHERE id = ${made.id}`)).toThrow("the hash");
    expect(run(`UPDATE submission SET items_hash = NULL WHERE id = ${made.id}`)).toThrow("the hash");
    expect(
      run(
        `INSERT INTO review (submission_id, reviewer, reviewer_name, decision, at, items_hash) VALUES (${made.id}, 'other', 'x', 'approve', ${at}, 'x')`,
      ),
    ).toThrow("what is approved is what was submitted");
    expect(
      run(
        `INSERT INTO submission (state, title, author, author_name, created_at, updated_at) VALUES ('submitted', 'x', 'a', 'a', ${at}, ${at})`,
      ),
    ).toThrow("begins as a draft");
    const review = `INSERT INTO review (id, submission_id, reviewer, reviewer_name, decision, at) VALUES (1, ${made.id}, 'other', 'x', 'approve', ${at})`;
    const release = `INSERT INTO release VALUES (${HEAD + 1}, ${at}, 'submission', 'x', 'x', 'Lan', 'Hoa', 1)`;
    const figure = (year: number, value: string) =>
      `INSERT INTO observation_revision (indicator, compiler, ref_area, time_period, release_id, obs_value, value, obs_status, confidence, rank_pool, source) VALUES ('GII_RANK', 'WIPO', 'VNM', ${year}, ${HEAD + 1}, '${value}', ${value}, 'A', 'sourced', 139, 'S')`;
    const all = (sql: string[]) => run(["BEGIN", ...sql, "ROLLBACK"].join(";\n"));
    const item = `INSERT INTO review_item (review_id, item_id, outcome) VALUES (1, ${made.items[0].id}, 'approve')`;
    expect(all([review, item, release, figure(2026, "42")])).not.toThrow();
    expect(all([review, release, figure(2026, "42")])).toThrow("as it was approved");
    expect(all([review, item, release, figure(2026, "41")])).toThrow("as it was approved");
    expect(all([review, item, release, figure(2025, "42")])).toThrow("as it was approved");
    expect(
      all([review, item, release, `INSERT INTO definition_revision VALUES ('target', 'X', ${HEAD + 1}, '{}')`]),
    ).toThrow("adds sources only");
  });
  test("rejects a revision without a reason", async () => {
    const draft = await t.draft(t.lan, { ...revision });
    execute(t.db.file, `UPDATE submission_item SET reason = NULL WHERE submission_id = ${draft.id}`);
    expect(() => execute(t.db.file, `UPDATE submission SET state = 'submitted' WHERE id = ${draft.id}`)).toThrow(
      "what is submitted is hashed",
    );
    execute(t.db.file, `UPDATE submission SET state = 'submitted', items_hash = 'x' WHERE id = ${draft.id}`);
    // The command rejects it …
    expect((await t.review(t.hoa, { id: draft.id, version: draft.version }, { approve: "all" })).status).toBe(409);
    // … and so does the trigger.
    expect(
      run(`BEGIN; INSERT INTO review (id, submission_id, reviewer, reviewer_name, decision, at) VALUES (9, ${draft.id}, 'other', 'x', 'approve', ${at});
          INSERT INTO review_item (review_id, item_id, outcome) VALUES (9, ${draft.items[0].id}, 'approve'); INSERT INTO release VALUES (${HEAD + 1}, ${at}, 'submission', 'x', 'x', 'Lan', 'Hoa', 9);
          INSERT INTO observation_revision (indicator, compiler, ref_area, time_period, release_id, obs_value, value, obs_status, confidence, source)
          VALUES ('DIGITAL_ECONOMY_GDP', 'NSO', 'VNM', 2024, ${HEAD + 1}, '13.30', 13.3, 'P', 'sourced', 'DE-NSO-2601')`),
    ).toThrow("needs a reason");
  });
});
