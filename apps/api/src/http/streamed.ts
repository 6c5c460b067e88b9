import { setTimeout as sleep } from "node:timers/promises";

/** Bodies above this are sent while they are made and never kept. */
const WHOLE_BYTES = 8 * 2 ** 20;

/** A body that is there, or one that is made while it is sent. */
export type Body = Buffer | ReadableStream<Uint8Array<ArrayBuffer>>;

let last: Promise<unknown> = Promise.resolve();
/** Streams take turns at making a chunk, and each leaves other requests twice the time that it took. */
function inTurn<T>(make: () => Promise<T>): Promise<T> {
  let took = 0;
  const made = last.then(async () => {
    const began = performance.now();
    const result = await make();
    took = performance.now() - began;
    return result;
  });
  last = made.then(
    () => sleep(2 * took),
    () => undefined,
  );
  return made;
}

/** The chunks as one buffer, or as a stream where they are more than `wholeBytes`. */
export async function bodyOf(chunks: AsyncGenerator<Buffer>, wholeBytes = WHOLE_BYTES): Promise<Body> {
  const first: Buffer[] = [];
  let bytes = 0;
  while (bytes <= wholeBytes) {
    const { done, value } = await chunks.next();
    if (done) return Buffer.concat(first);
    first.push(value);
    bytes += value.length;
  }
  return new ReadableStream({
    async pull(controller) {
      const chunk = first.shift() ?? (await inTurn(() => chunks.next())).value;
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
    },
    cancel: async () => void (await chunks.return(undefined)),
  });
}

/** All chunks as one buffer. */
export async function wholeOf(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
