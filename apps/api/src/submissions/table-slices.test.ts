import { STEP } from "@moc2030/shared/entry/dry-run";
import { expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { transaction } from "../db/database.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { newestReleaseId } from "../observations/read-point.ts";
import { findRow } from "./queries.ts";
import { decide } from "./review/commands.ts";
import { gii2026, read, team } from "./team.fixture.ts";

const t = await team();
const csv = { "content-type": "text/csv" };
const areas = (await listDefinitions(t.db, "area", await newestReleaseId(t.db))).filter((a) => a.kind === "economy");
const ROWS = 3000;
/** New figures for years before the index existed. */
const table = [
  "INDICATOR,COMPILER,REF_AREA,TIME_PERIOD,OBS_VALUE,SOURCE",
  ...Array.from({ length: ROWS }, (_, i) => {
    const area = areas[i % areas.length]?.code;
    return `EGDI_RANK,UNDESA,${area},${1950 + Math.floor(i / areas.length)},${(i % 190) + 1},DE-NSO-2601`;
  }),
].join("\n");

/** Counts the turns of the event loop during a request. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ answer: T; turns: number }> {
  let [turns, goesOn] = [0, true];
  const count = () => {
    turns++;
    if (goesOn) setImmediate(count);
  };
  setImmediate(count);
  const answer = await work;
  goesOn = false;
  return { answer, turns };
}
const turn = () => new Promise((done) => setImmediate(done));

test("a large table is read, checked and written in slices, so that others are served in between", async () => {
  const dry = await turnsDuring(t.lan.post("/submissions/dry-run", table, csv));
  expect((await read(dry.answer)).counts).toEqual({ new: ROWS, changed: 0, unchanged: 0, refused: 0 });
  // Slices have at most STEP rows, once for reading and once for checking.
  expect(dry.turns).toBeGreaterThanOrEqual((2 * ROWS) / STEP);
  const draft = await t.draft(t.lan);
  const path = `/submissions/${draft.id}/import?confirmation=x`;
  const taken = await turnsDuring(t.lan.post(path, table, { ...csv, ...t.at(draft.version) }));
  expect(await read(taken.answer)).toMatchObject({
    added: ROWS,
    unchanged: 0,
    submission: { items: ROWS, version: 2 },
  });
  // One turn fewer than slices in each of three loops.
  expect(taken.turns).toBeGreaterThanOrEqual((2 * ROWS) / STEP + ROWS / 200 - 3);
  const { answer, turns } = await turnsDuring(t.lan.get(`/submissions/${draft.id}/effect`));
  expect((await read(answer)).assessments.length).toBeGreaterThan(0);
  expect(turns).toBeGreaterThanOrEqual(ROWS / 1000);
});

test("rows are checked against what was published between check and write", async () => {
  const made = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const draft = await t.draft(t.lan);
  let free = () => {};
  const publishing = transaction(t.db, async (tx) => {
    await new Promise<void>((resolve) => {
      free = resolve;
    });
    const decision = { approve: "all" as const, rest: "return" as const, reason: null, publishAt: null };
    return decide(tx, t.hoa.actor, made.id, (await findRow(tx, made.id)).version, decision, NOW);
  });
  const query = "mapping=TIME_PERIOD:0,OBS_VALUE:1&indicator=GII_RANK&source=DE-NSO-2601";
  const importing = t.lan.post(`/submissions/${draft.id}/import?${query}`, "2026\t43", {
    ...csv,
    ...t.at(draft.version),
  });
  // By now the row has been checked without it and waits for the writer.
  for (let i = 0; i < 200; i++) await turn();
  free();
  expect((await publishing).release).not.toBeNull();
  expect((await read(importing)).errors).toEqual([
    { pointer: "/line/1/reason", detail: "missing_reason, missing_reason_text" },
  ]);
});
