import type { FigureInput } from "@moc2030/shared/schema/submission";
import { ProblemError, type send } from "../session/client.ts";
import { type Item, type Submission, submissionPath } from "../submissions/reads.ts";

/** Type of `send`; passed in so that tests can replace it. */
export type Ask = typeof send;

export type DraftState = {
  phase: "clean" | "waiting" | "saving" | "saved" | "failed" | "stale";
  submission: Submission | null;
  /** Id of the item being edited; null until it has been created. */
  item: number | null;
  problem: unknown;
  /** The server's version after a conflict, such as an edit in another window. */
  theirs: Item | null;
};

const PAUSE = 700;
const RETRY = 5_000;

/** Whether a request was refused until its author answers. */
export const isOtherPublication = (error: unknown): boolean =>
  error instanceof ProblemError && error.slug === "other-publication";

/** Autosaves one figure of a draft. Requests are sequential, each with the version returned by the previous one. */
export class DraftAutosave {
  state: DraftState;
  readonly #ask: Ask;
  readonly #title: string;
  readonly #listeners = new Set<() => void>();
  #wanted: FigureInput | null = null;
  #last: string | null = null;
  /** A creation without a response. It is retried unchanged with the same key so that it is not created twice. */
  #creation: { input: FigureInput; key: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  /** Whether the author has said that the figure joins a draft of another publication. */
  #joins = false;

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

  /** Schedules a save of the form's content, debounced. */
  change(input: FigureInput) {
    if (JSON.stringify(input) === this.#last && !this.#wanted) return;
    this.#wanted = input;
    if (this.state.phase === "stale") return;
    if (this.state.phase !== "saving") this.#set({ phase: "waiting" });
    this.#later(PAUSE);
  }

  /** Saves pending changes now. Resolves to whether everything is saved. */
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

  /** On unload: saves pending changes in a request that outlives the page. */
  leave() {
    clearTimeout(this.#timer);
    const { submission, item } = this.state;
    if (!this.#wanted) return;
    if (!submission || item === null || this.#running !== null) return void this.flush();
    const { id, version } = submission;
    const path = submissionPath.item(id, item, this.#joins);
    void this.#ask(path, { method: "PUT", json: this.#wanted, version, keepalive: true }).catch(() => {});
  }

  /** Resolves a 412 by overwriting the server's version. */
  keepMine(): Promise<boolean> {
    this.#set({ phase: "waiting", theirs: null });
    return this.flush();
  }

  /** Resolves a 412 by discarding local changes; returns the server's version. */
  takeTheirs(): Item | null {
    const { theirs } = this.state;
    this.#wanted = null;
    this.#set({ phase: "saved", theirs: null });
    return theirs;
  }

  /** Whether nothing is saved until the author answers: the figure is of another publication than its draft. */
  get isForeign(): boolean {
    return this.state.phase === "failed" && isOtherPublication(this.state.problem);
  }

  /** Saves the figure in the draft of another publication. */
  join(): Promise<boolean> {
    this.#joins = true;
    return this.flush();
  }

  /** Takes the figure out of its draft, and saves it in a new one. */
  async leaveDraft(): Promise<boolean> {
    const { submission, item } = this.state;
    try {
      if (submission && item !== null)
        await this.#ask(submissionPath.item(submission.id, item), { method: "DELETE", version: submission.version });
    } catch (problem) {
      this.#set({ phase: "failed", problem });
      return false;
    }
    this.#set({ phase: "waiting", submission: null, item: null, problem: null });
    return this.flush();
  }

  /** Whether there are unsaved changes. */
  get isDirty(): boolean {
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
    if (this.state.item === null) this.#creation ??= { input: wanted, key: crypto.randomUUID() };
    const input = this.#creation?.input ?? wanted;
    try {
      const submission = await this.#send(input);
      this.#creation = null;
      this.#last = JSON.stringify(input);
      if (this.#wanted === input) this.#wanted = null;
      const item = this.state.item ?? Math.max(...submission.items.map(({ id }) => id));
      this.#set({ phase: this.#wanted ? "waiting" : "saved", submission, item });
    } catch (problem) {
      const status = problem instanceof ProblemError ? problem.status : 0;
      if (status > 0) this.#creation = null;
      if (problem instanceof ProblemError && problem.slug === "stale") return this.#meet(input);
      this.#set({ phase: "failed", problem });
      if (status === 0 || status >= 500) this.#later(RETRY);
    }
  }

  #send(json: FigureInput): Promise<Submission> {
    const { submission, item } = this.state;
    const create = { method: "POST", ...(this.#creation && { key: this.#creation.key }) } as const;
    if (!submission) return this.#ask(submissionPath.all(), { ...create, json: { title: this.#title, items: [json] } });
    const { id, version } = submission;
    if (item === null) return this.#ask(submissionPath.items(id, this.#joins), { ...create, json, version });
    return this.#ask(submissionPath.item(id, item, this.#joins), { method: "PUT", json, version });
  }

  /**
   * The draft's version changed. If this item did not, it is a change to another item: saves again with the new version.
   */
  async #meet(input: FigureInput) {
    const { submission: old, item } = this.state;
    try {
      const now = await this.#ask<Submission>(submissionPath.one(old?.id ?? 0));
      const [before, after] = [old, now].map((s) => s?.items.find(({ id }) => id === item));
      this.#wanted ??= input;
      if (item === null || (before && after && contentOf(before) === contentOf(after)))
        return this.#set({ phase: "waiting", submission: now });
      this.#set({ phase: "stale", submission: now, theirs: after ?? null });
    } catch (problem) {
      this.#set({ phase: "failed", problem });
    }
  }
}

/** The author's part of an item, without findings and other people's proposals. */
const contentOf = (item: Item) =>
  JSON.stringify({ ...item, errors: [], warnings: [], others: [], current: null, moved: false, files: [] });
