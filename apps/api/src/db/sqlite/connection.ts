import Sqlite from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { Connection, Params } from "../database.ts";
import { defineStoredNumber } from "./stored-number.ts";

/** More than the possible combinations of filters; least recently used statements are dropped. */
const MAX_STATEMENTS = 500;
const BEGIN = { read: "BEGIN", write: "BEGIN IMMEDIATE" };

export class SqliteConnection implements Connection {
  /** For SQLite-only features: pragmas, backup. */
  readonly raw: Sqlite.Database;
  readonly #statements = new LRUCache<string, Sqlite.Statement>({ max: MAX_STATEMENTS });
  constructor(file: string, options?: Sqlite.Options) {
    this.raw = new Sqlite(file, options);
    defineStoredNumber(this.raw);
  }

  /** Cached: preparing costs more than running most of our queries. */
  #statement(sql: string): Sqlite.Statement {
    const found = this.#statements.get(sql);
    if (found) return found;
    const made = this.raw.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  async all(sql: string, params: Params | unknown[]) {
    return this.#statement(sql).raw(false).all(params) as object[];
  }
  async lists(sql: string, params: unknown[]) {
    return this.#statement(sql).raw(true).all(params) as unknown[][];
  }
  async run(sql: string, params: Params | unknown[]) {
    return this.#statement(sql).run(params).changes;
  }
  async begin(to: "read" | "write") {
    this.raw.exec(BEGIN[to]);
  }
  async commit() {
    this.raw.exec("COMMIT");
  }
  async rollback() {
    // SQLite rolls back by itself when the disk is full.
    if (this.raw.inTransaction) this.raw.exec("ROLLBACK");
  }
  async close() {
    this.raw.close();
  }
}
