/** Bodies above this are sent while they are made and never kept. */
const WHOLE_BYTES = 8 * 2 ** 20;

/** A body that is there, or one that is made while it is sent. */
export type Body = Buffer | ReadableStream<Uint8Array<ArrayBuffer>>;

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
      const chunk = first.shift() ?? (await chunks.next()).value;
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
