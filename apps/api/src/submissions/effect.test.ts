import { type FigureInput, figureInput } from "@moc2030/shared/schema/submission";
import fc from "fast-check";
import { expect, test } from "vitest";
import { NOW, seededDb } from "../app.fixture.ts";
import { assessAll } from "../assessments/queries.ts";
import { transaction } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import type { Actor } from "../identity/actor.ts";
import { latestRelease } from "../observations/read-point.ts";
import { addFigures, submitDraft } from "./commands.ts";
import { openDraft } from "./draft.ts";
import { effectOf } from "./effect.ts";
import { loadCheckData } from "./published.ts";
import { findRow } from "./queries.ts";
import { decide } from "./review/commands.ts";

const [an, binh] = ["An", "Bình"].map(
  (name): Actor => ({ id: name, name, email: name, role: "reviewer", session: name }),
) as [Actor, Actor];
const today = "2026-11-21";

/** A proposal for any indicator with targets, by its official or another compiler, for the country or a neighbour. */
const proposal = fc.record({
  indicator: fc.constantFrom(
    ...["EGDI_RANK", "GII_RANK", "GCI_RANK", "DIGITAL_ECONOMY_GDP", "FIBRE_HOUSEHOLDS", "LABOUR_PRODUCTIVITY_GROWTH"],
  ),
  refArea: fc.constantFrom("VNM", "VNM", "THA", "SGP", "LAO"),
  compiler: fc.constantFrom("official", "official", "official", "MIC"),
  timePeriod: fc.integer({ min: 2018, max: 2026 }),
  value: fc.integer({ min: 1, max: 90 }).map(String),
  kind: fc.constantFrom("enter", "enter", "withdraw"),
  obsStatus: fc.constantFrom(["A"], ["P"], ["E"], ["F"], ["U"], ["B", "P"]),
  confidence: fc.constantFrom("sourced", "derived", "unverified"),
  published: fc.constantFrom(null, "2026-11-01", "2025-02-03"),
});

test("the effect of any draft equals that of publishing it", async () => {
  const db = await seededDb();
  const { indicator } = await loadCheckData(db, NOW, null);
  let published = 0;
  const draft = (inputs: FigureInput[]) =>
    transaction(db, async (tx) => {
      const id = await openDraft(tx, an, "x", NOW);
      await addFigures(tx, an, id, 1, inputs, NOW);
      return id;
    });
  const approve = (id: number) =>
    transaction(db, async (tx) => {
      await submitDraft(tx, an, id, (await findRow(tx, id)).version, NOW);
      const decision = { approve: "all" as const, rest: "return" as const, reason: null, publishAt: null };
      return decide(tx, binh, id, (await findRow(tx, id)).version, decision, NOW);
    });
  const judged = async (indicator: string[]) =>
    assessAll(db, { release: await latestRelease(db), referenceDate: today }, { indicator });

  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(proposal, {
        minLength: 1,
        maxLength: 6,
        selector: (p) => `${p.indicator} ${p.refArea} ${p.compiler} ${p.timePeriod}`,
      }),
      async (proposals) => {
        const inputs = proposals.map((p) =>
          figureInput.parse({
            ...p,
            compiler: p.compiler === "official" ? indicator(p.indicator)?.compiler : p.compiler,
            source: "DE-NSO-2601",
            reason: "publisher_revision",
            reasonText: "Bản sửa",
            confirmation: "đã đối chiếu",
          }),
        );
        const id = await draft(inputs);
        const codes = [...new Set(inputs.map((i) => i.indicator))];
        const head = (await latestRelease(db))?.id;
        const before = await judged(codes);
        const effect = await effectOf(db, id, NOW);
        expect((await latestRelease(db))?.id).toBe(head);
        try {
          await approve(id);
        } catch (error) {
          // Rejected by the checks, so there is no publication to compare with.
          expect(error).toBeInstanceOf(Problem);
          return;
        }
        published++;
        const after = await judged(codes);
        expect(effect.assessments).toEqual(after);
        const short = (list: typeof after) => new Map(list.map((a) => [a.targetId, `${a.class} ${a.reason}`]));
        const [was, is] = [short(before), short(after)];
        expect(effect.statuses.map((s) => s.targetId)).toEqual(
          after.map((a) => a.targetId).filter((target) => was.get(target) !== is.get(target)),
        );
      },
    ),
    { numRuns: 40 },
  );
  expect(published).toBeGreaterThan(5);
  await db.close();
});

test("an effect is computed while the writer is busy, without waiting for it", async () => {
  const db = await seededDb();
  const input = figureInput.parse({
    indicator: "GII_RANK",
    compiler: "WIPO",
    refArea: "VNM",
    timePeriod: 2026,
    value: "40",
    source: "DE-NSO-2601",
  });
  const id = await transaction(db, async (tx) => {
    const made = await openDraft(tx, an, "x", NOW);
    await addFigures(tx, an, made, 1, [input], NOW);
    return made;
  });
  let free = () => {};
  const busy = transaction(db, () => new Promise<void>((resolve) => (free = resolve)));
  expect((await effectOf(db, id, NOW)).assessments.length).toBeGreaterThan(0);
  free();
  await busy;
  expect(await effectOf(db, 999, NOW)).toEqual({ statuses: [], assessments: [], issuedReports: [] });
  await db.close();
});
