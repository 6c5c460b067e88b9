import { isSubmittable } from "@moc2030/shared/entry/checks";
import { keyText } from "@moc2030/shared/figure/figure";
import type { FigureInput } from "@moc2030/shared/schema/submission";
import { eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { appendAudit } from "../audit/chain.ts";
import { hashContent, hashStatement } from "../audit/content.ts";
import type { Db } from "../db/database.ts";
import { type ItemRow, submissionItem } from "../db/work/submissions.ts";
import { invalidField, Problem } from "../http/problem.ts";
import { inSlices } from "../http/slices.ts";
import type { Actor } from "../identity/actor.ts";
import { notify } from "../notices/notify.ts";
import { assertKnownEvidence, findOwn, OPEN, touch } from "./draft.ts";
import { assertBaseUnchanged, findingsOf } from "./findings.ts";
import { countToMend } from "./import/rest.ts";
import { inputOf, rowOf } from "./item-row.ts";
import { type Answer, assertOnePublication } from "./publication.ts";
import { findPublished, loadCheckData } from "./published.ts";
import { countItems, listItems, MAX_ITEMS } from "./queries.ts";
import { assertUnmoved, listProposed } from "./statements/queries.ts";
import { assertAnswered } from "./threads/answers.ts";
import { fillWaitingRows } from "./waiting-rows.ts";

const base = async (tx: Db, input: FigureInput) =>
  input.baseRelease === undefined ? ((await findPublished(tx, input))?.release ?? null) : input.baseRelease;

/** Figures written between two turns of the event loop. */
const ITEMS_AT_ONCE = 100;

/** A prepared INSERT whose parameters are named as in `rowOf`. */
function prepareInsert(tx: Db) {
  const { id: _, state: __, pair: ___, ...columns } = getTableColumns(submissionItem);
  const places = Object.keys(columns).map((name) => [name, sql.placeholder(name)]);
  return tx.orm
    .insert(submissionItem)
    .values(Object.fromEntries(places))
    .returning({ id: submissionItem.id })
    .prepare();
}

/**
 * Adds figures to a draft, each with the revision its author saw; one takes the place of a row that waited for it. 409
 * for those of another publication, unless the author has said that they join.
 */
export async function addFigures(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  figures: readonly FigureInput[],
  now: Date,
  answer: Answer = { joins: false },
): Promise<number[]> {
  const row = await findOwn(tx, actor, id, version, OPEN);
  if ((await listProposed(tx, id)).length > 0)
    throw new Problem("conflict", "This submission holds statements: open another one for figures.");
  if ((await countItems(tx, id)) + figures.length > MAX_ITEMS)
    throw new Problem("invalid", `A submission holds at most ${MAX_ITEMS} figures.`);
  await assertKnownEvidence(tx, { id: actor.id, now }, figures);
  await assertOnePublication(tx, id, figures, answer);
  const inputs = await fillWaitingRows(tx, id, figures);
  const ids: number[] = [];
  const insert = prepareInsert(tx);
  // Readers are served between slices; other writers wait for the transaction.
  await inSlices(inputs, ITEMS_AT_ONCE, async (slice) => {
    for (const input of slice) {
      const row = { submissionId: id, ...rowOf(input), baseRelease: await base(tx, input) };
      ids.push((await insert.get(row)).id);
    }
  });
  await touch(tx, row, now);
  return ids;
}

function assertOpen(item: ItemRow | undefined, id: number, itemId: number): ItemRow {
  if (!item) throw new Problem("unknown-code", `Submission ${id} has no item ${itemId}.`);
  if (item.state !== "open") throw new Problem("conflict", `This figure is ${item.state}.`);
  return item;
}

/** Replaces figures of a draft. Half of a move keeps its place and kind. 409 as for added ones. */
export async function changeFigures(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  changes: readonly { item: number; input: FigureInput }[],
  now: Date,
  answer: Answer = { joins: false },
) {
  const row = await findOwn(tx, actor, id, version, OPEN);
  const inputs = changes.map(({ input }) => input);
  await assertKnownEvidence(tx, { id: actor.id, now }, inputs);
  const items = new Map((await listItems(tx, id)).map((one) => [one.id, one]));
  const before = changes.map(({ item }) => assertOpen(items.get(item), id, item));
  await assertOnePublication(
    tx,
    id,
    inputs,
    answer,
    before.map((item) => ({ ...inputOf(item), id: item.id })),
  );
  for (const [n, item] of before.entries()) {
    const input = inputs[n] as FigureInput;
    if (item.pair !== null && (keyText(input) !== keyText(item) || input.kind !== item.kind))
      throw new Problem("conflict", "This is one half of a move: take the move out, and make it anew.");
    await tx.orm
      .update(submissionItem)
      .set({ ...rowOf(input), baseRelease: await base(tx, input) })
      .where(eq(submissionItem.id, item.id));
  }
  await touch(tx, row, now);
}

/** Removes figures from a draft, with the other halves of moves. */
export async function removeFigures(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  itemIds: readonly number[],
  now: Date,
) {
  const row = await findOwn(tx, actor, id, version, OPEN);
  const items = new Map((await listItems(tx, id)).map((one) => [one.id, one]));
  const out = new Set<number>();
  for (const itemId of itemIds) {
    const { pair } = assertOpen(items.get(itemId), id, itemId);
    out.add(itemId);
    if (pair !== null) out.add(pair);
  }
  await tx.orm
    .update(submissionItem)
    .set({ state: "removed" })
    .where(inArray(submissionItem.id, [...out]));
  // A partly approved submission with nothing left to decide is closed.
  const left = [...items.values()].filter((one) => !out.has(one.id));
  const finished = left.length > 0 && left.every((i) => i.state !== "open") && left.some((i) => i.state === "approved");
  await touch(tx, row, now, finished ? { state: "approved" } : {});
  if (finished)
    await appendAudit(tx, {
      at: now.toISOString(),
      actor,
      action: "submission.finished",
      subject: `submission ${id}`,
      detail: { title: row.title, state: "approved" },
    });
}

/** Removes one figure from a draft. */
export const removeFigure = (tx: Db, actor: Actor, id: number, version: number, item: number, now: Date) =>
  removeFigures(tx, actor, id, version, [item], now);

/**
 * "Entered in the wrong place": adds a withdrawal and a new entry for another year, indicator or area, linked as a pair
 * and published together.
 */
export async function moveFigure(
  tx: Db,
  actor: Actor,
  id: number,
  version: number,
  move: {
    indicator: string;
    compiler: string;
    refArea: string;
    from: number;
    to: number;
    toIndicator?: string | undefined;
    toArea?: string | undefined;
    reasonText: string;
  },
  now: Date,
  answer: Answer = { joins: false },
) {
  const { from, to, toIndicator, toArea, reasonText, ...line } = move;
  const place = { indicator: toIndicator ?? line.indicator, refArea: toArea ?? line.refArea };
  const isInSeries = place.indicator === line.indicator && place.refArea === line.refArea;
  const found = await findPublished(tx, { ...line, timePeriod: from });
  if (!found || found.value === null) throw new Problem("conflict", `No figure is published for ${from}.`);
  if (isInSeries && from === to) throw invalidField("/to", "expected another year, indicator or area");
  const { release: _, obsStatus, ...content } = found;
  const same = {
    ...content,
    obsStatus: [...obsStatus],
    newSource: null,
    reason: isInSeries ? ("wrong_year" as const) : ("own_error" as const),
    reasonText,
    // What the figure says stays as it was approved; why it moves is said.
    confirmation: reasonText,
    place: null,
    evidence: [],
  };
  const [out, into] = await addFigures(
    tx,
    actor,
    id,
    version,
    [
      { ...same, kind: "withdraw" },
      { ...same, ...place, kind: "enter", timePeriod: to },
    ],
    now,
    answer,
  );
  for (const [one, other] of [
    [out, into],
    [into, out],
  ] as const)
    await tx.orm
      .update(submissionItem)
      .set({ pair: other })
      .where(eq(submissionItem.id, one as number));
}

/**
 * Submits a draft for review. What went back must have been changed or answered; every figure must have no errors and an
 * answer to each warning; figures and statements must have an unchanged base revision.
 */
export async function submitDraft(tx: Db, actor: Actor, id: number, version: number, now: Date) {
  const row = await findOwn(tx, actor, id, version, OPEN);
  const open = (await listItems(tx, id)).filter((item) => item.state === "open");
  const statements = await listProposed(tx, id);
  const toMend = await countToMend(tx, id);
  if (toMend > 0) throw new Problem("conflict", `${toMend} rows of this draft have to be mended or dropped first.`);
  if (open.length + statements.length === 0) throw new Problem("conflict", "There is nothing in this draft to submit.");
  await assertAnswered(tx, row, open, statements);
  const checked = await findingsOf(open, await loadCheckData(tx, now, actor.id));
  const errors = checked.flatMap(({ item, errors, warnings }, index) => {
    if (isSubmittable({ errors, warnings }, item.confirmation)) return [];
    const first = errors[0] ?? warnings[0];
    return [
      {
        pointer: `/items/${index}/${first?.field}`,
        detail: `${first?.code}${errors.length === 0 ? ": confirm in words" : ""}`,
      },
    ];
  });
  if (errors.length > 0)
    throw new Problem("invalid", `${errors.length} of ${open.length} figures cannot be submitted yet.`, errors);
  await assertBaseUnchanged(checked);
  await assertUnmoved(tx, statements);
  const itemsHash = hashContent(open, statements);
  const authorName = actor.name;
  await touch(tx, row, now, { state: "submitted", submittedAt: now.toISOString(), authorName, itemsHash });
  await appendAudit(tx, {
    at: now.toISOString(),
    actor,
    action: "submission.submitted",
    subject: `submission ${id}`,
    detail: {
      figures: open.length,
      ...(statements.length > 0 && {
        statements: Object.fromEntries(statements.map((one) => [one.id, hashStatement(one)])),
      }),
      title: row.title,
      authorName,
      itemsHash,
      state: "submitted",
    },
  });
  await notify(tx, now.toISOString(), { kind: "submitted", to: { role: "reviewer" }, actor, submission: id });
}
