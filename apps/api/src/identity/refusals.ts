import type { Principal } from "../audit/chain.ts";
import type { Db } from "../db/database.ts";
import { addressBucket } from "./limits.ts";
import { ANONYMOUS, recordEvent } from "./people-commands.ts";

/** Kinds told apart per hour; further ones are counted together. */
const MAX_KINDS = 200;
const isWritten = (count: number) => /^10*$/.test(String(count));

/** A refusal: audit action, reason, client address, and the account if known. */
export type Refusal = {
  action: "access.refused" | "session.refused";
  why: string;
  address: string;
  account?: string | undefined;
  /** Who was refused, where somebody is signed in. */
  actor?: Principal | undefined;
  detail?: Record<string, unknown>;
};

/**
 * Counts refusals, which anyone can cause at will. Per kind and hour only the first, tenth, hundredth … are audited, so
 * that an attack is visible but cannot fill the disk.
 */
export class Refusals {
  readonly #db: Db;
  readonly #counts = new Map<string, number>();
  #hour = "";
  constructor(db: Db) {
    this.#db = db;
  }

  async count({ action, why, address, account, actor = ANONYMOUS, detail }: Refusal, now: Date): Promise<void> {
    const hour = now.toISOString().slice(0, 13);
    if (hour !== this.#hour) this.#counts.clear();
    this.#hour = hour;
    const kind = JSON.stringify([action, why, addressBucket(address), account]);
    const isOther = !this.#counts.has(kind) && this.#counts.size >= MAX_KINDS;
    const key = isOther ? "others" : kind;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (!isWritten(count)) return;
    const about = isOther ? { why: "many" } : { address, why, ...detail };
    const subject = account && !isOther ? `staff ${account}` : "session";
    await recordEvent(this.#db, isOther ? ANONYMOUS : actor, now, { action, subject, detail: { ...about, count } });
  }
}
