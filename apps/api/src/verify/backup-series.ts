import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rowsAfter } from "../audit/checks/chain.ts";
import { DATA_VERSION } from "../audit/upgrade.ts";
import { softwareVersion } from "../db/migrations.ts";
import { makePrivateFolder } from "../db/private-files.ts";
import { tryLock } from "../db/sqlite/lock.ts";
import { BackupError, makeBackup, restoreBackup } from "./backup.ts";
import { noteBackup } from "./backup-record.ts";
import { keptBackups, type SeriesBackup } from "./kept-backups.ts";
import { openReadOnly } from "./open-read-only.ts";

/** A backup of a series is a folder named by its instant; one that is being made ends in `.part`. */
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(\.part)?$/;
const nameOf = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;

/** In each backup of a series: the version that made it, with its schemas. Those of before have none. */
const VERSION = "VERSION";

function madeBy(folder: string): string {
  const file = join(folder, VERSION);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

type Found = SeriesBackup & { name: string; isPart: boolean };
function backupsIn(dir: string): Found[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).flatMap((name) => {
    const [, day, hours, minutes, seconds, part] = NAME.exec(name) ?? [];
    const at = new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
    if (Number.isNaN(at.getTime())) return [];
    return [{ name, at, isPart: part !== undefined, madeBy: madeBy(join(dir, name)) }];
  });
}

function remove(dir: string, gone: readonly Found[]): string[] {
  for (const { name } of gone) rmSync(join(dir, name), { recursive: true });
  return gone.map(({ name }) => name);
}

/** Removes what is not kept; other files and folders stay. */
function thinOut(dir: string): string[] {
  const found = backupsIn(dir);
  const stay = keptBackups(found);
  return remove(
    dir,
    found.filter((one) => !stay.has(one)),
  );
}

/**
 * Backs up into a folder of `dir` named by the instant and has `hook` copy it elsewhere. Only then does it count as made,
 * and take the place of older ones. One at a time: another could remove what the hook of this one still copies.
 */
export async function addBackup(databaseFile: string, dir: string, now: Date, hook?: string) {
  makePrivateFolder(dir);
  accessSync(dir, constants.W_OK);
  const lockFile = join(dir, ".lock");
  const lock = tryLock(lockFile);
  if (!lock)
    throw new BackupError(`Another backup is being made or copied in ${dir}: it holds ${lockFile}. Nothing was done`);
  try {
    // Of one that was ended meanwhile, since this is the only one now.
    const abandoned = remove(
      dir,
      backupsIn(dir).filter(({ isPart }) => isPart),
    );
    const { removed, ...made } = await addAlone(databaseFile, dir, now, hook);
    return { ...made, removed: [...abandoned, ...removed] };
  } finally {
    lock.close();
  }
}

async function addAlone(databaseFile: string, dir: string, now: Date, hook?: string) {
  const folder = join(dir, nameOf(now));
  if (existsSync(folder)) throw new BackupError(`${folder} is there already`);
  const part = `${folder}.part`;
  try {
    const { files, head } = await makeBackup(databaseFile, part, now);
    writeFileSync(join(part, VERSION), `${softwareVersion()}, data ${DATA_VERSION}\n`, { mode: 0o600 });
    renameSync(part, folder);
    if (hook !== undefined) runHook(hook, folder);
    noteBackup(databaseFile, { madeAt: now.toISOString() });
    return { files, head, folder, removed: thinOut(dir) };
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function runHook(hook: string, folder: string) {
  const { status, signal, error } = spawnSync(hook, [folder], { stdio: ["ignore", "inherit", "inherit"] });
  if (status === 0) return;
  const why = error?.message ?? `ended with ${status ?? signal}`;
  throw new BackupError(`${folder} was made, but not copied elsewhere: BACKUP_HOOK (${hook}) ${why}`);
}

/** Restores the newest backup of `dir` to a temporary place, verified, and finds its end in the audit of the database. */
export async function tryRestore(databaseFile: string, dir: string, now: Date) {
  const newest = backupsIn(dir)
    .filter(({ isPart }) => !isPart)
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  if (!newest) throw new BackupError(`${dir} holds no backup that was made with --keep`);
  const place = mkdtempSync(join(tmpdir(), "moc2030-restore-"));
  try {
    const { files, head } = await restoreBackup(join(dir, newest.name), join(place, "moc2030.sqlite"), now);
    const live = await openReadOnly(databaseFile, now);
    const after = await rowsAfter(live.db, head).finally(() => live.close());
    if (after === null)
      throw new BackupError(`${newest.name} is whole, but the audit of ${databaseFile} has no row ${head}`);
    noteBackup(databaseFile, { testedAt: now.toISOString() });
    return { files, head, name: newest.name, after };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
