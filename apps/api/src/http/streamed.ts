import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "hono";
import type { Env } from "./env.ts";

/** Bodies above this are sent while they are made and never kept. */
const WHOLE_BYTES = 8 * 2 ** 20;

/** A body that is there, or one that is made while it is sent. */
export type Body = Buffer | ReadableStream<Uint8Array<ArrayBuffer>>;

const COMMA = Buffer.from(",");

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

/** Sends a body; one that is made while it is sent is neither kept nor given an ETag. */
export function sendBody(c: Context<Env>, body: Body, headers: Record<string, string>) {
  if (Buffer.isBuffer(body)) c.set("body", body);
  else c.set("isStreamed", true);
  return c.body(body as Uint8Array<ArrayBuffer>, 200, headers);
}

const membersOf = (object: object) => JSON.stringify(object).slice(1, -1);

/** An object whose member `name`, after those of `before`, is an array of texts of JSON. */
export async function* jsonItems(
  before: object,
  texts: AsyncIterable<Buffer> | Iterable<Buffer>,
  name = "items",
  after: object = {},
) {
  yield Buffer.from(`{${[membersOf(before), `"${name}":[`].filter(Boolean).join(",")}`);
  let isFirst = true;
  for await (const text of texts) {
    if (!isFirst) yield COMMA;
    isFirst = false;
    yield text;
  }
  yield Buffer.from(`${["]", membersOf(after)].filter(Boolean).join(",")}}`);
}

/** All chunks as one buffer. */
export async function wholeOf(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
