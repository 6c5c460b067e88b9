import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  copyFileSync,
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { findChangedPerson } from "../audit/checks/people.ts";
import { findAuditHead } from "../audit/daily-head.ts";
import { openDb } from "../audit/open.ts";
import { DatabaseFileError } from "../db/database.ts";
import { makePrivateFolder, restrictToOwner } from "../db/private-files.ts";
import { checkpoint, copyFile } from "../db/sqlite/copy.ts";
import { openStaffDb, type StaffDb, staffFileFor } from "../identity/open.ts";
import { evidenceDirFor } from "../submissions/evidence/store.ts";
import { openReadOnly } from "./open-read-only.ts";
import { findTampering } from "./verify.ts";

/** A backup that cannot be made or must not be restored; `message` is printed. */
export class BackupError extends Error {}

const DATA = "moc2030.sqlite";
const STAFF = "staff.sqlite";
const SECRET = "staff.secret";
const EVIDENCE = "evidence";
const LIST = "SHA256SUMS";

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

const evidenceIn = (dir: string) =>
  existsSync(dir) ? readdirSync(dir).filter((name) => /^[0-9a-f]{64}$/.test(name)) : [];

/**
 * Copies figures, sign-in and evidence to an empty folder while the server runs, verifies the copy, and writes
 * SHA256SUMS. A folder in which that fails is left empty.
 */
export async function makeBackup(
  databaseFile: string,
  dir: string,
  now: Date,
): Promise<{ files: number; head: string }> {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new BackupError(`${dir} is not empty; choose another folder`);
  // One that this account may not see is another matter.
  if (!statSync(databaseFile, { throwIfNoEntry: false }))
    throw new BackupError(`There is no database at ${databaseFile}`);
  // A backup is what an upgrade is taken back by: it must not be the upgrade.
  await (await openReadOnly(databaseFile, now)).close();
  // Contains password hashes and second factors: owner only. First as it was given, since errors name what is made.
  makePrivateFolder(dir);
  restrictToOwner(dir, 0o700);
  accessSync(dir, constants.W_OK);
  makePrivateFolder(join(dir, EVIDENCE));
  try {
    return await fill(dir, databaseFile, now);
  } catch (error) {
    for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true, force: true });
    throw error;
  }
}

async function fill(dir: string, databaseFile: string, now: Date): Promise<{ files: number; head: string }> {
  await copyDatabases(databaseFile, dir, now);
  const secret = join(dirname(databaseFile), SECRET);
  if (existsSync(secret)) copyFileSync(secret, join(dir, SECRET));
  // Evidence is written before its row, so a copy made after the rows has every file they name.
  for (const name of evidenceIn(evidenceDirFor(databaseFile)))
    copyFileSync(join(evidenceDirFor(databaseFile), name), join(dir, EVIDENCE, name));
  const head = await checkCopy(join(dir, DATA), now);
  removeDatabases(dir, ["-wal", "-shm"]);
  const names = [DATA, STAFF, SECRET, ...evidenceIn(join(dir, EVIDENCE)).map((name) => `${EVIDENCE}/${name}`)].filter(
    (name) => existsSync(join(dir, name)),
  );
  const lines = await Promise.all(names.map(async (name) => `${await hashFile(join(dir, name))}  ${name}\n`));
  writeFileSync(join(dir, LIST), lines.join(""));
  for (const name of [...names, LIST]) restrictToOwner(join(dir, name));
  return { files: names.length, head };
}

/**
 * Copies both databases, again if a change of people fell between the two copies: it is written to one and then to the
 * other.
 */
async function copyDatabases(databaseFile: string, dir: string, now: Date) {
  const [db, staffFile] = [await openDb(databaseFile, now), staffFileFor(databaseFile)];
  const staff = existsSync(staffFile) ? openStaffDb(staffFile) : null;
  try {
    for (let tries = 1, fit = false; !fit && tries <= 3; tries++) {
      removeDatabases(dir);
      await copyFile(databaseFile, join(dir, DATA));
      if (staff) await copyFile(staffFile, join(dir, STAFF));
      const copy = await openReadOnly(join(dir, DATA), now);
      fit = (await findChangedPerson(copy)) === null;
      await copy.close();
    }
  } finally {
    await staff?.close();
    await db.close();
  }
}

function removeDatabases(dir: string, endings: string[] = ["", "-wal", "-shm"]) {
  for (const file of [DATA, STAFF]) for (const end of endings) rmSync(join(dir, file + end), { force: true });
}

/** Opens and verifies a copy and returns the audit head. Throws a `BackupError` if it is damaged. */
async function checkCopy(file: string, now: Date): Promise<string> {
  try {
    const db = await openDb(file, now);
    let staff: StaffDb | null = null;
    try {
      if (existsSync(staffFileFor(file))) staff = openStaffDb(staffFileFor(file));
      const found = await findTampering({ db, staff, evidenceDir: evidenceDirFor(file), now });
      if (found) throw new BackupError(`The copy ${file} does not verify: ${found}`);
      return (await findAuditHead(db))?.hash ?? "";
    } finally {
      for (const open of [staff, db]) {
        await open?.close();
        if (open) checkpoint(open.file);
      }
    }
  } catch (error) {
    throw error instanceof DatabaseFileError ? new BackupError(error.message) : error;
  }
}

function readList(dir: string): string {
  try {
    return readFileSync(join(dir, LIST), "utf8");
  } catch (error) {
    // One that this account may not read is another matter.
    if ((error as { code?: string }).code !== "ENOENT") throw error;
    throw new BackupError(`${dir} holds no backup (no ${LIST})`);
  }
}

/** Restores a backup into an empty folder. If a checksum or the verification fails, nothing is left behind. */
export async function restoreBackup(
  dir: string,
  databaseFile: string,
  now: Date,
): Promise<{ files: number; head: string }> {
  const list = readList(dir);
  const place = dirname(databaseFile);
  const targets: Record<string, string> = {
    [DATA]: databaseFile,
    [STAFF]: staffFileFor(databaseFile),
    [SECRET]: join(place, SECRET),
  };
  for (const target of [...Object.values(targets), evidenceDirFor(databaseFile)])
    if (existsSync(target)) throw new BackupError(`${target} exists; restore only into an empty place`);
  const listed = list
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("  ") as [string, string]);
  if (!listed.some(([, name]) => name === DATA)) throw new BackupError(`${dir} lists no ${DATA}`);
  for (const [hash, name] of listed) {
    if (!(name in targets) && !/^evidence\/[0-9a-f]{64}$/.test(name))
      throw new BackupError(`${LIST} names ${name}, which no backup holds`);
    if (!existsSync(join(dir, name))) throw new BackupError(`${name} is missing from the backup`);
    if ((await hashFile(join(dir, name))) !== hash)
      throw new BackupError(`${name} is damaged: it is not what ${LIST} says`);
  }
  makePrivateFolder(place);
  accessSync(place, constants.W_OK);
  makePrivateFolder(join(place, EVIDENCE));
  const copied: string[] = [];
  try {
    for (const [, name] of listed) {
      const target = targets[name] ?? join(place, name);
      copied.push(target);
      copyFileSync(join(dir, name), target);
      restrictToOwner(target);
    }
    return { files: listed.length, head: await checkCopy(databaseFile, now) };
  } catch (error) {
    for (const file of copied) for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
    rmSync(join(place, EVIDENCE), { recursive: true, force: true });
    throw error;
  }
}
