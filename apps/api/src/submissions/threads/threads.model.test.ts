import fc from "fast-check";
import { expect, test } from "vitest";
import { NOW, seededDb } from "../../app.fixture.ts";
import { type Db, transaction } from "../../db/database.ts";
import { Problem } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import { findTampering } from "../../verify/verify.ts";
import { addFigures, changeFigures, removeFigure, submitDraft } from "../commands.ts";
import { openDraft } from "../draft.ts";
import { figure, people, YEARS } from "../history.fixture.ts";
import { findRow, findSubmission, listItems } from "../queries.ts";
import { decide } from "../review/commands.ts";
import { recallSubmission } from "../take-back.ts";
import { addComment } from "./commands.ts";

const [author, other] = people as [Actor, Actor, Actor];
const RUNS = Number(process.env.MODEL_RUNS ?? 8);
const pick = fc.nat(20);
const value = fc.integer({ min: 1, max: 139 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("comment" as const), pick, who: fc.nat(1), text: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("add" as const), pick, value }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("change" as const), pick, value }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("submit" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("return" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("recall" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
/** The model: every accepted comment by item, and the values that went back to the author. */
type Model = { threads: Map<number, string[]>; back: Map<number, string> | null };

async function take(db: Db, id: number, model: Model, s: Step) {
  const { version } = await findRow(db, id);
  const items = await listItems(db, id);
  const item = "pick" in s ? items[s.pick % Math.max(1, items.length)] : undefined;
  const values = () => new Map(items.map((one) => [one.id, one.obsValue ?? ""]));
  return transaction(db, async (tx) => {
    switch (s.do) {
      case "comment": {
        const text = `lời ${s.text}`;
        const who = s.who === 0 ? author : other;
        await addComment(tx, who, id, { item: item?.id ?? 0, statement: null }, text, NOW);
        const thread = [...(model.threads.get(item?.id ?? 0) ?? []), `${who.name}: ${text}`];
        return () => void model.threads.set(item?.id ?? 0, thread);
      }
      case "add": {
        const year = YEARS.find((y) => !items.some(({ timePeriod }) => timePeriod === y));
        if (year !== undefined) await addFigures(tx, author, id, version, [figure(year, s.value, "enter")], NOW);
        return () => {};
      }
      case "change": {
        const input = figure(item?.timePeriod ?? 2026, s.value, "enter");
        await changeFigures(tx, author, id, version, [{ item: item?.id ?? 0, input }], NOW);
        return () => {};
      }
      case "remove":
        await removeFigure(tx, author, id, version, item?.id ?? 0, NOW);
        return () => {};
      case "submit":
        await submitDraft(tx, author, id, version, NOW);
        return () => {};
      case "return": {
        const back = { approve: [], rest: "return" as const, reason: "xem lại", publishAt: null };
        await decide(tx, other, id, version, back, NOW);
        return () => {
          model.back = values();
        };
      }
      case "recall":
        await recallSubmission(tx, author, id, version, NOW);
        return () => {
          model.back = values();
        };
    }
  });
}

async function check(db: Db, id: number, { threads, back }: Model) {
  const seen = await findSubmission(db, author, id, NOW);
  for (const item of seen.items) {
    const said = item.comments.map(({ author, text }) => `${author.name}: ${text}`);
    expect(said).toEqual(threads.get(item.id) ?? []);
    const before = back?.get(item.id);
    const since = back === null ? null : before === undefined ? "added" : before === item.value ? "same" : "changed";
    expect([item.since, item.previous?.value ?? null]).toEqual([since, since === "changed" ? before : null]);
  }
  const left = new Set(seen.items.map((item) => item.id));
  const gone = [...(back ?? [])].flatMap(([item, value]) => (left.has(item) ? [] : [value]));
  expect(seen.removed.map(({ value }) => value)).toEqual(gone);
}

test("for any sequence of hand-ins and returns, threads keep every word in order, and what changed since is marked", async () => {
  let comments = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 50, size: "max" }), async (steps) => {
      const db = await seededDb();
      try {
        const model: Model = { threads: new Map(), back: null };
        const id = await transaction(db, async (tx) => {
          const made = await openDraft(tx, author, "x", NOW);
          await addFigures(tx, author, made, 1, [figure(2026, 41, "enter"), figure(2025, 43, "enter")], NOW);
          return made;
        });
        for (const s of steps) {
          const done = await take(db, id, model, s).catch((error) => {
            if (error instanceof Problem) return () => {};
            throw error;
          });
          done();
          await check(db, id, model);
        }
        comments += [...model.threads.values()].flat().length;
        expect(await findTampering({ db, now: NOW })).toBeNull();
      } finally {
        await db.close();
      }
    }),
    { numRuns: RUNS, endOnFailure: false },
  );
  // Guards against a walk of refusals only.
  expect(comments).toBeGreaterThan(RUNS);
}, 240_000);
