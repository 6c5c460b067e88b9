import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Runs a generator to its end and returns its result, passing each yielded value to `take`. Yields to the event loop
 * between steps, so that other requests are served.
 */
export async function runSteps<S, T>(steps: Generator<S, T>, take: (given: S) => Promise<void>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await take(step.value);
    await nextTurn();
  }
}

/** Runs `work` on slices of `items` in order, yielding to the event loop between them. */
export async function inSlices<T>(
  items: readonly T[],
  size: number,
  work: (slice: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += size) {
    if (from > 0) await nextTurn();
    await work(items.slice(from, from + size));
  }
}
