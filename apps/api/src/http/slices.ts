import { setImmediate as nextTurn } from "node:timers/promises";

/** Runs steps to their end and gives what they return; hands what each gives to `take`. Between two there is a turn of the event loop, so that others are answered meanwhile. */
export async function runSteps<S, T>(steps: Generator<S, T>, take: (given: S) => Promise<void>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await take(step.value);
    await nextTurn();
  }
}

/** Does `work` for `items` in order, so many at a time, with a turn of the event loop between. */
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
