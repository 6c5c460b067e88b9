import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "../root.ts";

/** Makes a folder, and those above it, that its owner alone may enter. One that is there stays as it is, but for `own`, which an installation or an earlier version left open. */
export function makePrivateFolder(folder: string, own = join(ROOT, "var")) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (resolve(folder) === own) keepPrivate(folder, 0o700);
}

/** Lets nobody but its owner at a file or folder of ours; one that is another's, or gone, stays as it is. */
export function keepPrivate(path: string, mode = 0o600) {
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (!["ENOENT", "EPERM", "EROFS"].includes((error as { code?: string }).code ?? "")) throw error;
  }
}

/** Makes a database's file for its owner alone, whatever the umask, before anything is in it; SQLite gives those beside it the same mode. */
export function keepDatabasePrivate(file: string) {
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
  for (const end of ["", "-wal", "-shm", "-journal"]) keepPrivate(file + end);
}
