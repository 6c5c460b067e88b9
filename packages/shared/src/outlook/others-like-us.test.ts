import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { othersLikeUs } from "./others-like-us.ts";
import { type PanelEdition, type PanelFigure, panelOf, poolOf } from "./panel.ts";

const at = (timePeriod: number, value: number) => ({ timePeriod, value });
/** An edition of a hundred economies `E1` … `E100`; `rankOf` says which rank each has. */
const edition = (timePeriod: number, rankOf: (economy: number) => number): PanelEdition => ({
  ...{ timePeriod, pool: 100 },
  ranks: new Map(Array.from({ length: 100 }, (_, i) => [`E${i + 1}`, rankOf(i + 1)])),
});
const still = (economy: number) => economy;

describe("a panel", () => {
  const figures = (count: number, some: Partial<PanelFigure> = {}): PanelFigure[] =>
    Array.from({ length: count }, (_, i) => ({
      ...{ refArea: `E${i + 1}`, timePeriod: 2012, value: i + 1, rankPool: 120 },
      ...{ obsStatus: ["A"], confidence: "sourced", ...some },
    }));

  test("has the editions with ranks of at least 80 economies, from its first year on", () => {
    const all = [...figures(80), ...figures(79, { timePeriod: 2014 }), ...figures(90, { timePeriod: 2010 })];
    expect(panelOf(all, 2011).map(({ timePeriod, ranks }) => [timePeriod, ranks.size])).toEqual([[2012, 80]]);
    expect(panelOf(figures(80, { rankPool: null }), 2011)).toEqual([]);
  });

  test("takes the largest pool of an edition, and none from another", () => {
    expect(poolOf([...figures(1), ...figures(1, { rankPool: 141 })], 2012)).toBe(141);
    expect(poolOf(figures(1), 2014)).toBeNull();
  });

  test("is not changed by an unverified figure", () => {
    const ignored = figures(100, { rankPool: 999, confidence: "unverified", value: 1 });
    expect(panelOf([...figures(80), ...ignored], 2011)).toEqual(panelOf(figures(80), 2011));
    expect(panelOf([...figures(79), ...ignored], 2011)).toEqual([]);
    expect(poolOf([...figures(80), ...ignored], 2012)).toBe(120);
  });
});

describe("others in our place", () => {
  // To halve the rank in two years: those from 35 to 44 did, to the place.
  const panel = [edition(2010, still), edition(2012, (e) => (e >= 35 && e < 45 ? Math.floor(e / 2) : e))];
  const halve = { latest: at(2012, 50), target: at(2014, 25) };

  test("are those within 15 percentiles; equality of the improvement counts", () => {
    const found = othersLikeUs(panel, 100, 2, halve);
    expect(found).toMatchObject({ windows: 31, hits: 10, economies: 31, share: 10.5 / 32, horizon: 2, from: 2010 });
    expect(found).toMatchObject({ shown: false, reason: "few_cases", replay: null });
  });

  test("are looked for at the percentile of our own edition's pool", () =>
    expect(othersLikeUs(panel, 200, 2, halve)).toMatchObject({ windows: 30, hits: 6 }));

  test("are seen over whole steps between editions that fit into the years left", () => {
    const goal = { latest: at(2012, 50), target: at(2015, 25) };
    expect(othersLikeUs(panel, 100, 2, goal)).toMatchObject({ horizon: 2 });
    expect(othersLikeUs(panel, 100, 1, goal)).toEqual({ reason: "no_window" });
    expect(othersLikeUs(panel, 100, 4, goal)).toEqual({ reason: "no_window" });
  });

  test("cannot be counted without a pool or a panel", () => {
    expect(othersLikeUs(panel, null, 2, halve)).toEqual({ reason: "no_pool" });
    expect(othersLikeUs([], 100, 2, halve)).toEqual({ reason: "no_window" });
  });

  test("are shown once the replayed rule beats saying never and saying the share that came", () => {
    // Those from 61 on halve their rank and fall back, the others stay, so the neighbourhood tells.
    const moving = [2000, 2002, 2004, 2006, 2008, 2010].map((year, i) =>
      edition(year, (e) => (e > 60 && i % 2 === 1 ? Math.floor(e / 2) : e)),
    );
    const found = othersLikeUs(moving, 100, 2, { latest: at(2010, 50), target: at(2012, 25) });
    expect(found).toMatchObject({ windows: 207, hits: 15, economies: 62, shown: true, reason: null });
    // With nobody ever moving, never is the better answer.
    const rigid = [2000, 2002, 2004, 2006, 2008, 2010].map((year) => edition(year, still));
    expect(othersLikeUs(rigid, 100, 2, { latest: at(2010, 50), target: at(2012, 25) })).toMatchObject({
      ...{ hits: 0, shown: false, reason: "no_skill" },
      replay: { happened: 0, brierNever: 0, brierShare: 0 },
    });
  });

  test("never include what came after our latest figure", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 100, maxLength: 100 }), (later) => {
        const known = [edition(2006, (e) => 101 - e), edition(2008, (e) => ((e * 37) % 101) + 0), ...panel];
        const future = edition(2014, (e) => later[e - 1] as number);
        const goal = { latest: at(2012, 50), target: at(2018, 40) };
        expect(othersLikeUs([...known, future], 100, 2, goal)).toEqual(othersLikeUs(known, 100, 2, goal));
      }),
      { numRuns: 20 },
    ));

  test("give a share within its interval, and an interval between 0 and 1", () =>
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 84 }), fc.integer({ min: 1, max: 100 }), (x, goal) => {
        const found = othersLikeUs(panel, 100, 2, { latest: at(2012, x), target: at(2014, goal) });
        if (!("share" in found)) throw new Error("There are windows around every rank.");
        expect(found.low).toBeLessThan(found.share);
        expect(found.share).toBeLessThan(found.high);
        expect(found.low >= 0 && found.high <= 1).toBe(true);
      }),
      { numRuns: 50 },
    ));
});
