import { expect, test, vi } from "vitest";
import { read, team } from "../team.fixture.ts";

const q = "numbers=en&source=S-EGDI-2024&published=2026-09-16&edition=EGDI%202026&place=p";
const AREAS = ["VNM", "THA", "SGP", "MYS", "IDN", "PHL", "LAO", "KHM", "MMR", "BRN"];
const tableOf = (areas: readonly string[]) =>
  [
    "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL",
    ...areas.map((area, n) => `EGDI_RANK\t${area}\t2026\t${n + 61}\t193`),
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
  expect(ten.reads).toBe(one.reads);
  expect(ten.rows).toHaveLength(AREAS.length);
  expect(ten.rows[0]).toEqual(one.rows[0]);
  // Each is seen against its own series: from 71 to 61 in two years is no rise that a series of others has.
  expect(ten.rows.map(({ refArea }: { refArea: string }) => refArea)).toEqual(AREAS);
  vi.restoreAllMocks();
});
