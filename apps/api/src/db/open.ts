import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { BOUND, bindOlder } from "../audit/upgrade.ts";
import type { Connections } from "./connections.ts";
import { MIGRATIONS } from "./migrations.ts";
import { keepDatabasePrivate, makePrivateFolder } from "./private-files.ts";
import * as schema from "./schema.ts";
import { defineStoredNumber } from "./stored-number.ts";

/** Marks a database file as ours ("M203"), at byte 68 of the file. */
const APPLICATION_ID = 0x4d323033;

/** A file that must not be opened, with a sentence for the person who starts the server. */
export class DatabaseFileError extends Error {}

/** One open database. */
export type Db = Connections & { close(): void };

/** Throws a `DatabaseFileError` unless `file` is absent, empty, or an intact database of ours. Writes nothing. */
export function refuseForeignFile(file: string) {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const header = Buffer.alloc(100);
  const handle = openSync(file, "r");
  const read = readSync(handle, header, 0, 100, 0);
  closeSync(handle);
  if (read < 100 || header.toString("latin1", 0, 16) !== "SQLite format 3\0")
    throw new DatabaseFileError(
      `${file} is not an SQLite database. It was left untouched; choose another DATABASE_FILE.`,
    );
  if (header.readUInt32BE(68) !== APPLICATION_ID)
    throw new DatabaseFileError(
      `${file} belongs to another program. It was left untouched; choose another DATABASE_FILE.`,
    );
  const damaged = (why: string) =>
    new DatabaseFileError(
      `${file} is damaged (${why}). It was left untouched; restore it from a backup (docs/operating.md).`,
    );
  let probe: Sqlite.Database | undefined;
  try {
    probe = new Sqlite(file, { readonly: true, fileMustExist: true });
    const verdict = probe.pragma("quick_check(1)", { simple: true });
    if (verdict !== "ok") throw damaged(String(verdict));
  } catch (error) {
    throw error instanceof DatabaseFileError ? error : damaged((error as Error).message);
  } finally {
    probe?.close();
  }
}

/** Brings tables, triggers and what they hold up to date; begun again where it was cut short. */
function bringUpToDate(writer: Sqlite.Database) {
  const orm = drizzle(writer, { schema });
  migrate(orm, { migrationsFolder: MIGRATIONS });
  if (writer.pragma("user_version", { simple: true }) === BOUND) return;
  const bind = () => bindOlder({ writer, reader: writer, orm }, new Date().toISOString());
  writer.transaction(bind).immediate();
}

/** Opens `file`, creating and migrating it as needed. Commits are durable: WAL with synchronous=FULL. */
export function openDb(file: string): Db {
  refuseForeignFile(file);
  makePrivateFolder(dirname(file));
  keepDatabasePrivate(file);
  const writer = new Sqlite(file);
  // Before WAL, so that it stands in the file itself and a start after a crash knows its own.
  if (writer.pragma("application_id", { simple: true }) !== APPLICATION_ID)
    writer.pragma(`application_id = ${APPLICATION_ID}`);
  writer.pragma("journal_mode = WAL");
  // better-sqlite3 makes WAL mean NORMAL; an acknowledged release must survive a power cut.
  writer.pragma("synchronous = FULL");
  writer.pragma("foreign_keys = ON");
  writer.pragma("busy_timeout = 5000");
  defineStoredNumber(writer);
  bringUpToDate(writer);
  if (writer.pragma("synchronous", { simple: true }) !== 2)
    throw new DatabaseFileError(`${file}: SQLite does not take synchronous=FULL here, so a release could be lost.`);
  const reader = new Sqlite(file, { readonly: true });
  defineStoredNumber(reader);
  return {
    writer,
    reader,
    orm: drizzle(reader, { schema }),
    close() {
      reader.close();
      writer.close();
    },
  };
}

const queues = new WeakMap<Db, Promise<unknown>>();

/** Whether `db` reads what is committed, which can be remembered by release; inside a transaction it reads what may yet change. */
export const readsCommitted = (db: Db): boolean => db.reader !== db.writer;

const commits = new WeakMap<Db, number>();
/** How many transactions this process has committed: what was read under another count may have changed. */
export const commitCount = (db: Db): number => commits.get(db) ?? 0;

const listeners = new WeakMap<Db, Set<() => void>>();
/** Calls `heard` after every transaction that this process commits; gives what ends that. */
export function onCommit(db: Db, heard: () => void): () => void {
  const all = listeners.get(db) ?? new Set();
  listeners.set(db, all.add(heard));
  return () => all.delete(heard);
}

/** Runs `work` alone in one BEGIN IMMEDIATE transaction: committed when it resolves, rolled back when it throws. Inside, `tx` reads what the transaction itself has written; everybody else sees it once it is committed. */
export function transaction<T>(db: Db, work: (tx: Db) => T | Promise<T>): Promise<T> {
  const { writer } = db;
  const run = async () => {
    writer.exec("BEGIN IMMEDIATE");
    try {
      const result = await work({ ...db, reader: writer, orm: drizzle(writer, { schema }) });
      writer.exec("COMMIT");
      commits.set(db, commitCount(db) + 1);
      for (const heard of listeners.get(db) ?? []) heard();
      return result;
    } catch (error) {
      // A full disk has rolled back by itself.
      if (writer.inTransaction) writer.exec("ROLLBACK");
      throw error;
    }
  };
  const turn = (queues.get(db) ?? Promise.resolve()).then(run, run);
  queues.set(
    db,
    turn.catch(() => undefined),
  );
  return turn;
}
