import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { DatabaseFileError, type Engine } from "../database.ts";
import { journalOf, MIGRATIONS, STAFF_MIGRATIONS } from "../migrations.ts";
import { createPrivateDatabase, makePrivateFolder } from "../private-files.ts";
import { SqliteConnection } from "./connection.ts";

/** `applicationId` ("M203", "M204") is at byte 68; `hasSecrets`: overwrite deleted content. */
type FileKind = { applicationId: number; migrations: string; hasSecrets: boolean };
export const FIGURES: FileKind = { applicationId: 0x4d323033, migrations: MIGRATIONS, hasSecrets: false };
export const STAFF: FileKind = { applicationId: 0x4d323034, migrations: STAFF_MIGRATIONS, hasSecrets: true };

/** For a file that a later version has written; nothing of it is changed. */
export const newerFile = (file: string) =>
  new DatabaseFileError(
    `${file} is of a newer version of this software. It was left untouched; start that version, or restore the backup that was made before the upgrade (docs/operating.md).`,
  );

/** When the last migration of a file was made; 0 where there is none. */
const lastMigration = ({ raw }: SqliteConnection): number =>
  raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get() === undefined
    ? 0
    : (raw.prepare("SELECT coalesce(max(created_at), 0) FROM __drizzle_migrations").pluck().get() as number);

/**
 * Throws a `DatabaseFileError` unless `file` is absent, empty, or an intact database of this kind and of no newer
 * version. Does not write.
 */
function refuseForeignFile(file: string, { applicationId, migrations }: FileKind) {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const refuse = (what: string, whatToDo = "choose another DATABASE_FILE") =>
    new DatabaseFileError(`${file} ${what}. It was left untouched; ${whatToDo}.`);
  const header = Buffer.alloc(100);
  const handle = openSync(file, "r");
  const read = readSync(handle, header, 0, 100, 0);
  closeSync(handle);
  const restore = "restore it from a backup (docs/operating.md)";
  if (read < 100 || header.toString("latin1", 0, 16) !== "SQLite format 3\0")
    throw refuse("is not an SQLite database", `${restore}, or choose another DATABASE_FILE`);
  if (header.readUInt32BE(68) !== applicationId) throw refuse("belongs to another program");
  const damaged = (why: string) => refuse(`is damaged (${why})`, restore);
  let probe: SqliteConnection | undefined;
  try {
    probe = readerOf(file);
    const verdict = probe.raw.pragma("quick_check(1)", { simple: true });
    if (verdict !== "ok") throw damaged(String(verdict));
    if (lastMigration(probe) > Math.max(...journalOf(migrations).entries.map(({ when }) => when)))
      throw newerFile(file);
  } catch (error) {
    if (error instanceof DatabaseFileError) throw error;
    const { code = "", message } = error as { code?: string; message: string };
    // WAL needs files beside it even to read: a folder of another account, or a disk that went read-only.
    if (/^SQLITE_(READONLY|CANTOPEN)/.test(code))
      throw refuse(
        `cannot be written, or its folder (${message})`,
        "see whose they are, and that the disk is not read-only",
      );
    throw damaged(message);
  } finally {
    probe?.raw.close();
  }
}

const readerOf = (file: string) => new SqliteConnection(file, { readonly: true, fileMustExist: true });

function openWriter(file: string, { applicationId, migrations, hasSecrets }: FileKind): SqliteConnection {
  makePrivateFolder(dirname(file));
  createPrivateDatabase(file);
  const writer = new SqliteConnection(file);
  const { raw } = writer;
  try {
    // Before WAL, so that it is in the file itself and survives a crash.
    if (raw.pragma("application_id", { simple: true }) !== applicationId)
      raw.pragma(`application_id = ${applicationId}`);
    raw.pragma("journal_mode = WAL");
    // better-sqlite3 defaults to NORMAL in WAL mode; an acknowledged release must survive a power cut.
    raw.pragma("synchronous = FULL");
    raw.pragma("foreign_keys = ON");
    raw.pragma("busy_timeout = 5000");
    if (hasSecrets) raw.pragma("secure_delete = ON");
    const before = raw.pragma("schema_version", { simple: true });
    migrate(drizzle(raw), { migrationsFolder: migrations });
    if (hasSecrets && raw.pragma("schema_version", { simple: true }) !== before) {
      raw.exec("VACUUM");
      raw.pragma("wal_checkpoint(TRUNCATE)");
    }
    if (raw.pragma("synchronous", { simple: true }) !== 2)
      throw new DatabaseFileError(`${file}: SQLite does not take synchronous=FULL here, so a release could be lost.`);
    return writer;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** Opens a file, creating and migrating it as needed. WAL with synchronous=FULL: commits are durable. */
export function openFile(file: string, kind: FileKind): Engine {
  refuseForeignFile(file, kind);
  const writer = openWriter(file, kind);
  return { file, writer, reader: readerOf(file), openReader: () => readerOf(file) };
}

/** For a file whose schema or data are of an earlier version. */
export const outdatedFile = (file: string) =>
  new DatabaseFileError(
    `${file} is of an earlier version: back it up with that version, then start the server once or run the migrate command.`,
  );

/** Opens a file read-only, also while a server runs. Throws a `DatabaseFileError` where migrations are missing. */
export function openFileToRead(file: string, kind: FileKind): Engine {
  refuseForeignFile(file, kind);
  const reader = readerOf(file);
  try {
    const { entries } = journalOf(kind.migrations);
    const made = reader.raw.prepare("SELECT count(*) FROM __drizzle_migrations").pluck().get();
    if (made !== entries.length) throw outdatedFile(file);
    return { file, writer: null, reader, openReader: () => readerOf(file) };
  } catch (error) {
    reader.raw.close();
    throw error;
  }
}
