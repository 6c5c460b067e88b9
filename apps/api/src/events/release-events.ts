import { Problem } from "../http/problem.ts";

type Stream = ReadableStreamDefaultController<Uint8Array>;
const encode = (text: string) => new TextEncoder().encode(text);
/** Proxies close a connection that says nothing for a minute. */
const HEARTBEAT_SECONDS = 25;
/** Other processes (the seed command) make releases too: looked for this often while somebody listens. */
const LOOK_SECONDS = 1;
/** A reader that has left this much unread is gone; its browser opens a new stream and names the last event it saw. */
const MOST_UNREAD = 64;
/** Streams at once: in all, and for one address, behind which may be an office. */
export const MOST_STREAMS = { all: 5000, address: 50 } as const;

/** Tells open pages that a release was published. One event names the newest release, so nothing is lost by missing one. */
export class ReleaseEvents {
  readonly #newest: () => number | null;
  readonly #streams = new Map<Stream, string>();
  #last: number | null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #ticks = 0;
  #closed = false;
  /** `newest` gives the number of the newest release. */
  constructor(newest: () => number | null) {
    this.#newest = newest;
    this.#last = newest();
  }

  /** How many pages listen. */
  get size(): number {
    return this.#streams.size;
  }

  /** A stream for one page at `address`; one that has missed a release since `lastEventId` is told at once. Throws a 429 where an address, or all, have as many as they may. */
  open(lastEventId: number | null, address: string): ReadableStream<Uint8Array> {
    let own: Stream;
    const there = [...this.#streams.values()].filter((one) => one === address).length;
    if (this.#streams.size >= MOST_STREAMS.all || there >= MOST_STREAMS.address)
      throw new Problem("too-many-streams", "Close a page, or ask GET /api/v1/releases from time to time.", [], {
        "Retry-After": "60",
      });
    return new ReadableStream<Uint8Array>(
      {
        start: (stream) => {
          own = stream;
          stream.enqueue(encode("retry: 3000\n\n"));
          if (this.#closed) return stream.close();
          const newest = this.#newest();
          if (lastEventId !== null && newest !== null && newest > lastEventId) stream.enqueue(this.#event(newest));
          this.#streams.set(stream, address);
          this.#timer ??= setInterval(() => this.#tick(), LOOK_SECONDS * 1000).unref();
        },
        cancel: () => this.#drop(own),
      },
      { highWaterMark: MOST_UNREAD },
    );
  }

  /** Looks for a new release and tells everybody; called after each one that this process makes. */
  announce() {
    const newest = this.#newest();
    if (newest === null || newest === this.#last) return;
    this.#last = newest;
    this.#send(this.#event(newest));
  }

  /** Ends every stream, so that a server can stop. */
  close() {
    this.#closed = true;
    for (const stream of this.#streams.keys()) {
      this.#drop(stream);
      stream.close();
    }
  }

  #event(id: number): Uint8Array {
    return encode(`id: ${id}\nevent: release\ndata: ${JSON.stringify({ release: id })}\n\n`);
  }

  #send(bytes: Uint8Array) {
    for (const stream of this.#streams.keys()) {
      if ((stream.desiredSize ?? 0) > 0) stream.enqueue(bytes);
      else {
        this.#drop(stream);
        stream.error(new Error("not read"));
      }
    }
  }

  #tick() {
    this.announce();
    if (++this.#ticks % HEARTBEAT_SECONDS === 0) this.#send(encode(":\n\n"));
  }

  #drop(stream: Stream) {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
