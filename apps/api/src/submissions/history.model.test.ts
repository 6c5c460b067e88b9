import fc from "fast-check";
import { expect, test } from "vitest";
import { NOW, seededDb } from "../app.fixture.ts";
import { openDb } from "../audit/open.ts";
import { hashRelease } from "../audit/seal.ts";
import { type Db, transaction } from "../db/database.ts";
import { queryScalar } from "../db/raw.fixture.ts";
import { observationsJson } from "../downloads/rows.ts";
import { Problem } from "../http/problem.ts";
import { wholeOf } from "../http/streamed.ts";
import type { Actor } from "../identity/actor.ts";
import { newestReleaseId } from "../observations/read-point.ts";
import { findTampering } from "../verify/verify.ts";
import { addFigures, changeFigures, moveFigure, removeFigure, submitDraft } from "./commands.ts";
import { openDraft } from "./draft.ts";
import { figure, key, people, type Step, step, YEARS } from "./history.fixture.ts";
import { findPublished } from "./published.ts";
import { findRow, listItems } from "./queries.ts";
import { decide } from "./review/commands.ts";
import { publishDue, unschedule } from "./review/scheduled.ts";
import { copySubmission, recallSubmission, withdrawSubmission } from "./take-back.ts";

const RUNS = Number(process.env.MODEL_RUNS ?? 12);

/** The model: published figures and scheduled publications. */
class World {
  db: Db;
  now = NOW.getTime();
  readonly submissions: number[] = [];
  readonly published = new Map<number, string | null>();
  readonly waiting = new Map<number, { at: number; figures: [number, string | null][] }>();
  readonly answers = new Map<number, string>();
  readonly hashes = new Map<number, string>();
  approvals = 0;
  constructor(db: Db) {
    this.db = db;
  }
  static async open(db: Db): Promise<World> {
    const world = new World(db);
    for (const [y, value] of await world.visible()) world.published.set(y, value);
    return world;
  }
  async visible(): Promise<Map<number, string | null>> {
    const figures = new Map();
    for (const y of YEARS) figures.set(y, (await findPublished(this.db, key(y)))?.value ?? null);
    return figures;
  }
  get clock() {
    return new Date(this.now);
  }
  head = async () => Number(await newestReleaseId(this.db));
  answerFor = async (id: number) =>
    String(
      await wholeOf(
        observationsJson(
          this.db,
          { release: { id, publishedAt: "" }, referenceDate: "2026-11-21" },
          { indicator: ["GII_RANK"], area: ["VNM"], lang: "vi" },
          {},
        ),
      ),
    );
  async remember() {
    const id = await this.head();
    if (this.answers.has(id)) return;
    this.answers.set(id, await this.answerFor(id));
    this.hashes.set(id, await hashRelease(this.db, id));
  }
  /** The submission of a step: usually one in a suitable state, sometimes any. */
  async choose(step: Step["do"], pick: number): Promise<number> {
    const wanted: Record<string, string[]> = {
      submit: ["draft", "returned"],
      approve: ["submitted"],
      refuse: ["submitted"],
      unschedule: ["scheduled"],
      recall: ["submitted"],
      copy: ["withdrawn", "rejected"],
    };
    const fit: number[] = [];
    for (const id of this.submissions) if (wanted[step]?.includes((await findRow(this.db, id)).state)) fit.push(id);
    const from = fit.length > 0 && pick % 5 !== 0 ? fit : this.submissions;
    return from[pick % Math.max(1, from.length)] ?? 0;
  }
  /** The actor of a step: usually the author or another reviewer, sometimes anyone. */
  async person(s: Step, id: number): Promise<Actor> {
    const anybody = people["who" in s ? s.who : 0] as Actor;
    if (!("pick" in s) || id === 0 || s.pick % 4 === 0) return anybody;
    const { author } = await findRow(this.db, id);
    const deciding = s.do === "approve" || s.do === "refuse" || s.do === "unschedule";
    return people.find((p) => (p.id === author) !== deciding) ?? anybody;
  }
  async take(s: Step) {
    const { db, clock } = this;
    const id = "pick" in s ? await this.choose(s.do, s.pick) : 0;
    const actor = await this.person(s, id);
    // For a missing submission the command itself throws.
    const version = await findRow(db, id).then(
      (row) => row.version,
      () => -1,
    );
    switch (s.do) {
      case "draft":
        return transaction(db, async (tx) => {
          const made = await openDraft(tx, actor, "x", clock);
          await addFigures(
            tx,
            actor,
            made,
            1,
            s.years.map((y) => figure(y, s.value, s.kind)),
            clock,
          );
          return made;
        }).then((made) => void this.submissions.push(made));
      case "move":
        return transaction(db, async (tx) => {
          const made = await openDraft(tx, actor, "x", clock);
          const { timePeriod: _, ...line } = key(0);
          await moveFigure(tx, actor, made, 1, { ...line, from: s.from, to: s.to, reasonText: "năm" }, clock);
          for (const item of await listItems(tx, made))
            if (item.kind === "enter")
              await changeFigures(
                tx,
                actor,
                made,
                (await findRow(tx, made)).version,
                [{ item: item.id, input: figure(item.timePeriod, Number(item.obsValue), "enter") }],
                clock,
              );
          return made;
        }).then((made) => void this.submissions.push(made));
      case "change": {
        const [item] = await listItems(db, id);
        const input = figure(item?.timePeriod ?? 2026, s.value, item?.kind ?? "enter");
        return transaction(db, (tx) => changeFigures(tx, actor, id, version, [{ item: item?.id ?? 0, input }], clock));
      }
      case "remove":
        return transaction(db, async (tx) =>
          removeFigure(tx, actor, id, version, (await listItems(tx, id))[0]?.id ?? 0, clock),
        );
      case "submit":
        return transaction(db, (tx) => submitDraft(tx, actor, id, version, clock));
      case "approve": {
        const open = (await listItems(db, id)).filter((i) => i.state === "open");
        const part = s.part && open.length > 1 && s.hours === 0;
        const chosen = part ? open.slice(0, 1) : open;
        const at = s.hours > 0 ? new Date(this.now + s.hours * 3_600_000).toISOString() : null;
        const before = await this.head();
        const done = await transaction(db, (tx) =>
          decide(
            tx,
            actor,
            id,
            version,
            {
              approve: part ? chosen.map((i) => i.id) : "all",
              rest: "return",
              reason: part ? "lý do" : null,
              publishAt: at,
            },
            clock,
          ),
        );
        this.approvals++;
        // Independent of the code under test: own work is never approved.
        expect((await findRow(db, id)).author).not.toBe(actor.id);
        const figures = chosen.map((i): [number, string | null] => [
          i.timePeriod,
          i.kind === "withdraw" ? null : i.obsValue,
        ]);
        if (at !== null) {
          this.waiting.set(id, { at: Date.parse(at), figures });
          expect([done.release, await this.head()]).toEqual([null, before]);
          return;
        }
        expect(done.release).toBe(before + 1);
        for (const [y, value] of figures) this.published.set(y, value);
        return;
      }
      case "refuse":
        return transaction(db, (tx) =>
          decide(tx, actor, id, version, { approve: [], rest: s.rest, reason: "lý do", publishAt: null }, clock),
        ).then(() => undefined);
      case "withdraw":
        return transaction(db, (tx) => withdrawSubmission(tx, actor, id, version, clock));
      case "recall": {
        const before = await listItems(db, id);
        await transaction(db, (tx) => recallSubmission(tx, actor, id, version, clock));
        expect([(await findRow(db, id)).state, await listItems(db, id)]).toEqual(["draft", before]);
        return;
      }
      case "copy": {
        const made = await transaction(db, (tx) => copySubmission(tx, actor, id, clock));
        const given = (await listItems(db, id)).filter(({ state }) => state !== "approved");
        const said = (item: { timePeriod: number; obsValue: string | null; kind: string; pair: number | null }) =>
          [item.timePeriod, item.obsValue, item.kind, item.pair !== null].join();
        expect((await listItems(db, made)).map(said)).toEqual(given.map(said));
        expect(await findRow(db, made)).toMatchObject({ author: actor.id, state: "draft" });
        this.submissions.push(made);
        return;
      }
      case "unschedule":
        return transaction(db, (tx) => unschedule(tx, actor, id, version, "lý do", clock)).then(
          () => void this.waiting.delete(id),
        );
      case "restart": {
        const file = db.file;
        await db.close();
        this.db = await openDb(file, NOW);
        return;
      }
      case "wait": {
        this.now += s.hours * 3_600_000;
        await publishDue(db, this.clock);
        const due = [...this.waiting].filter(([, w]) => w.at <= this.now).sort(([, a], [, b]) => a.at - b.at);
        for (const [submission, { figures }] of due) {
          this.waiting.delete(submission);
          // Published, or returned because a figure was revised meanwhile.
          const { state } = await findRow(db, submission);
          expect(["approved", "returned"]).toContain(state);
          if (state === "approved") for (const [y, value] of figures) this.published.set(y, value);
        }
      }
    }
  }
  /** Invariants after every step. */
  async check() {
    await this.remember();
    expect(await this.visible()).toEqual(this.published);
    for (const [id, hash] of this.hashes) expect([id, await hashRelease(this.db, id)]).toEqual([id, hash]);
    const unapproved = await queryScalar(
      this.db,
      `SELECT count(*) FROM release l JOIN observation_revision o ON o.release_id = l.id WHERE l.origin = 'submission' AND NOT EXISTS (
           SELECT 1 FROM review r JOIN submission s ON s.id = r.submission_id JOIN review_item d ON d.review_id = r.id AND d.outcome = 'approve'
           JOIN submission_item i ON i.id = d.item_id WHERE r.id = l.review_id AND r.decision = 'approve' AND r.reviewer <> s.author
             AND i.indicator = o.indicator AND i.time_period = o.time_period)`,
    );
    expect(unapproved).toBe(0);
  }
}

test("for any sequence of actions, nothing is published without another's approval or before its instant, and releases never change", async () => {
  let approvals = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 60, size: "max" }), async (steps) => {
      const world = await World.open(await seededDb());
      try {
        for (const s of steps) {
          await world.take(s).catch((error) => {
            // A refusal is fine as long as nothing changes, which check() verifies.
            if (!(error instanceof Problem)) throw error;
          });
          await world.check();
        }
        for (const [id, answer] of world.answers) expect([id, await world.answerFor(id)]).toEqual([id, answer]);
        expect(await findTampering({ db: world.db, now: NOW })).toBeNull();
        approvals += world.approvals;
      } finally {
        await world.db.close();
      }
    }),
    { numRuns: RUNS, endOnFailure: false },
  );
  // Guards against a walk of refusals only: two approvals per history are typical, one in two histories the minimum.
  expect(approvals).toBeGreaterThanOrEqual(RUNS / 2);
}, 240_000);
