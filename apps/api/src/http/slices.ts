import { setImmediate as nextTurn } from "node:timers/promises";

/** Runs steps to their end and gives what they return, with a turn of the event loop between two, so that others are answered meanwhile. */
export async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
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

/** A list as JSON text in UTF-8, made in slices: one piece for every `size` items, the commas between them included. */
export async function jsonList(items: readonly unknown[], size: number): Promise<Buffer[]> {
  const pieces: Buffer[] = [Buffer.from("[")];
  for (let from = 0; from < items.length; from += size) {
    if (from > 0) await nextTurn();
    const text = JSON.stringify(items.slice(from, from + size)).slice(1, -1);
    pieces.push(Buffer.from(from > 0 ? `,${text}` : text));
  }
  pieces.push(Buffer.from("]"));
  return pieces;
}
