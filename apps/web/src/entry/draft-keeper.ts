import type { FigureInput } from "@moc2030/shared/submission";
import { Refusal } from "../session/client.ts";
import { type Item, type Submission, submissionPath } from "../submissions/reads.ts";

/** How the API is asked; handed in, so that tests need none. */
export type Ask = <T>(
  path: string,
  options?: {
    method?: "POST" | "PUT" | "GET";
    json?: unknown;
    version?: number;
    key?: string;
    keepalive?: boolean;
  },
) => Promise<T>;

export type DraftState = {
  phase: "clean" | "waiting" | "saving" | "saved" | "failed" | "stale";
  submission: Submission | null;
  /** The item that this form fills; null until it is kept. */
  item: number | null;
  problem: unknown;
  /** What somebody (the author in another window) made of the item meanwhile. */
  theirs: Item | null;
};

const PAUSE = 700;
const RETRY = 5_000;

/** Keeps one figure of a draft on the server as it is typed: one request at a time, each for the version that the last one gave. */
export class DraftKeeper {
  state: DraftState;
  readonly #ask: Ask;
  readonly #title: string;
  readonly #listeners = new Set<() => void>();
  #wanted: FigureInput | null = null;
  #last: string | null = null;
  /** What a creation asked for that was never answered: asked again just so, or there could be two. */
  #unanswered: FigureInput | null = null;
  #key = crypto.randomUUID();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(ask: Ask, title: string, submission: Submission | null, item: number | null) {
    this.#ask = ask;
    this.#title = title;
    this.state = { phase: "clean", submission, item, problem: null, theirs: null };
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  get = () => this.state;

  /** Takes what the form holds now; it is sent once typing pauses. */
  change(input: FigureInput) {
    if (JSON.stringify(input) === this.#last && !this.#wanted) return;
    this.#wanted = input;
    if (this.state.phase === "stale") return;
    if (this.state.phase !== "saving") this.#set({ phase: "waiting" });
    this.#later(PAUSE);
  }

  /** Sends at once what has not been sent; whether everything is kept then. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#running;
    while (this.#wanted && this.state.phase !== "stale") {
      this.#running = this.#save(this.#wanted);
      await this.#running;
      this.#running = null;
      if (this.state.phase === "failed") return false;
    }
    return this.#wanted === null;
  }

  /** The page goes: what is left is sent in a request that outlives it. */
  leave() {
    clearTimeout(this.#timer);
    const { submission, item } = this.state;
    if (this.#wanted && submission && item !== null && !this.#running)
      void this.#ask(submissionPath.item(submission.id, item), {
        method: "PUT",
        json: this.#wanted,
        version: submission.version,
        keepalive: true,
      }).catch(() => {});
    else if (this.#wanted) void this.flush();
  }

  /** After a 412: what stands here goes over what came in between. */
  async keepMine(): Promise<boolean> {
    this.#set({ phase: "waiting", theirs: null });
    return this.flush();
  }

  /** After a 412: what came in between stays, and is given back for the form. */
  takeTheirs(): Item | null {
    const { theirs } = this.state;
    this.#wanted = null;
    this.#set({ phase: "saved", theirs: null });
    return theirs;
  }

  /** Whether something typed is not yet kept. */
  get isOpen(): boolean {
    return this.#wanted !== null;
  }

  #later(ms: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #set(change: Partial<DraftState>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  async #save(wanted: FigureInput) {
    this.#set({ phase: "saving", problem: null });
    const input = this.#unanswered ?? wanted;
    try {
      if (this.state.item === null) this.#unanswered = input;
      const kept = await this.#send(input);
      this.#answered();
      this.#last = JSON.stringify(input);
      if (this.#wanted === input) this.#wanted = null;
      const item = this.state.item ?? Math.max(...kept.items.map((i) => i.id));
      this.#set({ phase: this.#wanted ? "waiting" : "saved", submission: kept, item });
    } catch (problem) {
      if (problem instanceof Refusal && problem.status > 0) this.#answered();
      if (problem instanceof Refusal && problem.slug === "stale") return this.#meet(input);
      this.#set({ phase: "failed", problem });
      const isPassing = !(problem instanceof Refusal) || problem.status === 0 || problem.status >= 500;
      if (isPassing) this.#later(RETRY);
    }
  }

  /** The key of a creation counts once: what is asked after its answer is a new intention. */
  #answered() {
    this.#unanswered = null;
    this.#key = crypto.randomUUID();
  }

  #send(input: FigureInput): Promise<Submission> {
    const { submission, item } = this.state;
    if (!submission)
      return this.#ask(submissionPath.all(), {
        method: "POST",
        json: { title: this.#title, items: [input] },
        key: this.#key,
      });
    const { id, version } = submission;
    if (item === null)
      return this.#ask(submissionPath.items(id), { method: "POST", json: input, version, key: this.#key });
    return this.#ask(submissionPath.item(id, item), { method: "PUT", json: input, version });
  }

  /** The draft has moved on. Where this very figure is untouched, another one was changed, and the saving goes on. */
  async #meet(input: FigureInput) {
    const { submission: old, item } = this.state;
    try {
      const now = await this.#ask<Submission>(submissionPath.one(old?.id ?? 0));
      const [before, after] = [old, now].map((s) => s?.items.find((i) => i.id === item));
      this.#wanted ??= input;
      if (item === null || (before && after && contentOf(before) === contentOf(after)))
        return this.#set({ phase: "waiting", submission: now });
      this.#set({ phase: "stale", submission: now, theirs: after ?? null });
    } catch (problem) {
      this.#set({ phase: "failed", problem });
    }
  }
}

/** What an author says of a figure, without what the checks and others say of it. */
const contentOf = ({
  errors: _,
  warnings: __,
  others: ___,
  current: ____,
  moved: _____,
  files: ______,
  ...said
}: Item) => JSON.stringify(said);
