import { expect } from "vitest";

// Tests run in Node; the code beside this file does not.
const { cpuUsage } = globalThis.process;

/** Processor time of this process in ms: other work on the machine adds nothing to it. */
async function cost(work: () => unknown): Promise<number> {
  const before = cpuUsage();
  await work();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

/** Sizes between which the input is doubled four times, in characters; the small ones end a reader of n² steps soon. */
const SPANS = [
  [2 ** 11, 2 ** 15],
  [2 ** 16, 2 ** 20],
] as const;
const DOUBLINGS = 4;

/**
 * Asserts that twice the input takes at most 3 times the work (n² steps: 4 times), up to 1 Mi characters, on the mean of four doublings:
 * a single one can meet the end of a cache. Collecting garbage only adds, so the least of several tries counts.
 */
export async function expectLinear(work: (text: string) => unknown, worst: (length: number) => string) {
  for (const [small, large] of SPANS) {
    const [little, much] = [worst(small), worst(large)];
    const least = { little: Number.POSITIVE_INFINITY, much: Number.POSITIVE_INFINITY };
    // What takes less than 1 ms is taken for that: it is not measured well, and n² steps take longer in the end.
    const growth = () => (least.much / Math.max(least.little, 1)) ** (1 / DOUBLINGS);
    for (let tries = 0; tries < 30; tries++) {
      least.little = Math.min(least.little, await cost(() => work(little)));
      least.much = Math.min(least.much, await cost(() => work(much)));
      // n² steps grow by 4: what is that near after ten tries stays so, and is not waited for.
      if (growth() <= 3 || (tries >= 9 && growth() > 3.5)) break;
    }
    const found = growth();
    expect({ upTo: large, growth: found <= 3 ? "linear" : found }).toEqual({ upTo: large, growth: "linear" });
  }
}
