import { expect, test, vi } from "vitest";
import { type Json, read, team } from "../team.fixture.ts";

const q = "numbers=en&source=S-EGDI-2024&published=2026-09-16&edition=EGDI%202026&place=p";
const AREAS = ["VNM", "THA", "SGP", "MYS", "IDN", "PHL", "LAO", "KHM", "MMR", "BRN"];
const tableOf = (areas: readonly string[]) =>
  [
    "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL",
    ...areas.map((area, n) => `EGDI_RANK\t${area}\t2024\t${n + 61}\t193`),
  ].join("\n");

test("a table reads what is published once for all its rows, not once for each", async () => {
  const t = await team();
  const all = vi.spyOn(t.db, "all");
  const run = async (areas: readonly string[]) => {
    all.mockClear();
    const { rows } = await read(
      t.lan.post(`/submissions/dry-run?${q}`, tableOf(areas), { "content-type": "text/csv" }),
    );
    return { rows, reads: all.mock.calls.length };
  };
  // What is kept in memory has been read.
  await run(AREAS);
  const [one, ten] = [await run(AREAS.slice(0, 1)), await run(AREAS)];
  expect(one.reads).toBeGreaterThan(0);
  expect(ten.reads).toBe(one.reads);
  expect(ten.rows[0]).toEqual(one.rows[0]);
  // Each row is seen against the figure of its own economy.
  const published = await read(t.get("/observations?indicator=EGDI_RANK&from=2024&to=2024&limit=500"));
  const publishedFor = (area: string) =>
    published.items.find((one: Json) => one.refArea === area && one.compiler === "UNDESA")?.value;
  expect(ten.rows.map(({ current }: { current: Json }) => Number(current.value))).toEqual(AREAS.map(publishedFor));
  vi.restoreAllMocks();
});
