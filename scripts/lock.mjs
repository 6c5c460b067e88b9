import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./run.mjs";

/**
 * Waits until no other process holds the lock, and takes it.
 * @param {string} name
 * @param {() => void} onWait
 * @returns {() => void} releases the lock
 */
export function lock(name, onWait) {
  const file = join(ROOT, "var", `${name}.lock`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const mine = `${file}.${process.pid}`;
  for (let waited = 0; ; waited += 1) {
    // link() is atomic, so a lock always has its owner's pid.
    writeFileSync(mine, String(process.pid));
    try {
      linkSync(mine, file);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    } finally {
      rmSync(mine, { force: true });
    }
    const owner = ownerOf(file);
    if (owner === undefined) continue;
    if (!isRunning(owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (waited === 0) onWait();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

/**
 * The process that holds a lock; undefined where it was released meanwhile.
 * @param {string} file
 */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
    return undefined;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
