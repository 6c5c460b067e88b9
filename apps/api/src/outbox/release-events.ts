import { Problem } from "../http/problem.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Tells open pages of releases. */
    events: ReleaseEvents;
  }
}

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
  readonly #newest: () => Promise<number | null>;
  readonly #failed: (error: unknown) => void;
  readonly #streams = new Map<Stream, string>();
  /** The newest release of which pages have been told; undefined until one is looked for. */
  #last: number | null | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #ticks = 0;
  #closed = false;
  /** `newest` gives the number of the newest release; `failed` hears where it could not be looked for. */
  constructor(newest: () => Promise<number | null>, failed: (error: unknown) => void) {
    this.#newest = newest;
    this.#failed = failed;
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
          this.#streams.set(stream, address);
          this.#timer ??= setInterval(() => this.#tick(), LOOK_SECONDS * 1000).unref();
          // It listens already, so that it misses nothing meanwhile.
          this.#catchUp(stream, lastEventId).catch(this.#failed);
        },
        cancel: () => this.#drop(own),
      },
      { highWaterMark: MOST_UNREAD },
    );
  }

  /** Looks for a new release and tells everybody; called after each one that this process makes. */
  async announce(): Promise<void> {
    const newest = await this.#newest();
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

  async #catchUp(stream: Stream, lastEventId: number | null) {
    const newest = await this.#newest();
    this.#last ??= newest;
    const isBehind = lastEventId !== null && newest !== null && newest > lastEventId;
    if (isBehind && this.#streams.has(stream)) stream.enqueue(this.#event(newest));
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
    this.announce().catch(this.#failed);
    if (++this.#ticks % HEARTBEAT_SECONDS === 0) this.#send(encode(":\n\n"));
  }

  #drop(stream: Stream) {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
