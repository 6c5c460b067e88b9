import { Problem } from "../http/problem.ts";

declare module "hono" {
  interface ContextVariableMap {
    events: ReleaseEvents;
  }
}

type Stream = ReadableStreamDefaultController<Uint8Array>;
const encode = (text: string) => new TextEncoder().encode(text);
/** Proxies close a connection that is silent for a minute. */
const HEARTBEAT_SECONDS = 25;
/** Poll interval while a page listens, because other processes (the seed command) make releases too. */
const POLL_SECONDS = 1;
/** A reader with this many unread events is dropped; its browser reconnects with Last-Event-ID. */
const MAX_UNREAD = 64;
/** Maximum number of concurrent streams: in all, and per address, which may be a whole office. */
export const MAX_STREAMS = { all: 5000, address: 50 } as const;

/** Announces releases over SSE. An event carries the newest release id, so a missed one loses nothing. */
export class ReleaseEvents {
  readonly #newest: () => Promise<number | null>;
  readonly #failed: (error: unknown) => void;
  readonly #streams = new Map<Stream, string>();
  /** The newest announced release; undefined before the first poll. */
  #last: number | null | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #ticks = 0;
  #closed = false;
  /** `newest` returns the id of the newest release; `failed` is called if that throws. */
  constructor(newest: () => Promise<number | null>, failed: (error: unknown) => void) {
    this.#newest = newest;
    this.#failed = failed;
  }

  /** Number of open streams. */
  get size(): number {
    return this.#streams.size;
  }

  /**
   * Opens a stream; one with an outdated `lastEventId` gets an event at once. 429 at the limit of the address or in
   * all.
   */
  open(lastEventId: number | null, address: string): ReadableStream<Uint8Array> {
    let own: Stream;
    const there = [...this.#streams.values()].filter((one) => one === address).length;
    if (this.#streams.size >= MAX_STREAMS.all || there >= MAX_STREAMS.address)
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
          this.#timer ??= setInterval(() => this.#tick(), POLL_SECONDS * 1000).unref();
          // Subscribed already, so that nothing is missed meanwhile.
          this.#catchUp(stream, lastEventId).catch(this.#failed);
        },
        cancel: () => this.#drop(own),
      },
      { highWaterMark: MAX_UNREAD },
    );
  }

  /** Checks for a new release and announces it; called after each release of this process. */
  async announce(): Promise<void> {
    const newest = await this.#newest();
    if (newest === null || newest === this.#last) return;
    this.#last = newest;
    this.#send(this.#event(newest));
  }

  /** Ends every stream for shutdown. */
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
