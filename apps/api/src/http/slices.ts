import { setImmediate as nextTurn } from "node:timers/promises";

/** Runs steps to their end and gives what they return; hands what each gives to `take`. Between two there is a turn of the event loop, so that others are answered meanwhile. */
export async function inSlices<S, T>(steps: Generator<S, T>, take: (given: S) => void): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    take(step.value);
    await nextTurn();
  }
}

/** Does `work` for each of `items` in order, with a turn of the event loop after every `size`. */
export async function eachInSlices<T>(items: readonly T[], size: number, work: (item: T) => void): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % size === 0) await nextTurn();
    work(item);
  }
}
