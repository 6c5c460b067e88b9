import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { ROOT } from "../root.ts";

/** Creates a folder with mode 0700. An existing one keeps its mode, except `own`, which older versions left open. */
export function makePrivateFolder(folder: string, own = join(ROOT, "var")) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (resolve(folder) === own) restrictToOwner(folder, 0o700);
}

/** Restricts a path to its owner, unless it is gone or belongs to another account. */
export function restrictToOwner(path: string, mode = 0o600) {
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (!["ENOENT", "EPERM", "EROFS"].includes((error as { code?: string }).code ?? "")) throw error;
  }
}

/** Creates a database file with mode 0600 before anything is in it, or restricts an existing one; SQLite copies the mode. */
export function createPrivateDatabase(file: string) {
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
  for (const end of ["", "-wal", "-shm", "-journal"]) restrictToOwner(file + end);
}

const ownerOf = (file: string) => statSync(existsSync(file) ? file : dirname(file), { throwIfNoEntry: false });

/** Run by root, goes on as the account that the data belong to: what root writes that account could not open. */
export function actAsOwner(file: string) {
  if (process.getuid?.() !== 0) return;
  const owner = ownerOf(file);
  if (!owner || owner.uid === 0) return;
  process.setgroups?.([owner.gid]);
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
}

/** The account that this runs as, by its name where it has one, and whether the data are its own. */
export function runningAs(file: string): { account: string; ownsData: boolean } {
  const uid = process.getuid?.();
  const tried = <T>(ask: () => T) => {
    try {
      return ask();
    } catch {
      // That of a container may have no name; of a folder that it may not enter it is not the owner.
    }
  };
  return {
    account: tried(() => userInfo())?.username ?? String(uid),
    ownsData: tried(() => ownerOf(file))?.uid === uid,
  };
}
