import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { emptyFolder, NOW, seededDb } from "../app.fixture.ts";
import { execute, tamper } from "../db/raw.fixture.ts";
import { program } from "../programs.fixture.ts";
import { readBackupRecord } from "./backup-record.ts";
import { addBackup, tryRestore } from "./backup-series.ts";

const HOUR = 3_600_000;
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR);

/** What is in a folder of backups beside its lock. */
const series = (dir: string) =>
  readdirSync(dir)
    .filter((name) => name !== ".lock")
    .sort();

/** A database, and an empty folder for its backups. */
async function place() {
  const db = await seededDb();
  await db.close();
  return { file: db.file, dir: join(emptyFolder(), "backups") };
}
function hook(lines: string): string {
  const path = join(emptyFolder(), "copy-away");
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o700);
  return path;
}

test("a series keeps the last of a day, gives the hook each new backup, and leaves other files alone", async () => {
  const { file, dir } = await place();
  const told = join(emptyFolder(), "told");
  const program = hook(`test -e "$1/SHA256SUMS" && echo "$1" >> ${told}`);
  const first = await addBackup(file, dir, NOW, program);
  expect(first.removed).toEqual([]);
  mkdirSync(join(dir, "of somebody else"));
  mkdirSync(join(dir, "2026-11-19T05-00-00Z.part"));
  const second = await addBackup(file, dir, after(1), program);
  expect(second.removed.sort()).toEqual(["2026-11-19T05-00-00Z.part", "2026-11-21T05-00-00Z"]);
  expect(series(dir)).toEqual(["2026-11-21T06-00-00Z", "of somebody else"]);
  expect(readFileSync(told, "utf8").split("\n")).toEqual([first.folder, second.folder, ""]);
  expect(readBackupRecord(file)).toEqual({ madeAt: after(1).toISOString() });
});

test("a backup that could not be copied elsewhere is kept, does not count as made, and takes the place of none that was", async () => {
  const { file, dir } = await place();
  const copied = await addBackup(file, dir, NOW, hook("true"));
  await expect(addBackup(file, dir, after(1), hook("exit 3"))).rejects.toThrow("ended with 3");
  await expect(addBackup(file, dir, after(2), "/no/such/program")).rejects.toThrow("ENOENT");
  expect(series(dir).length).toBe(3);
  expect(series(dir)).toContain(basename(copied.folder));
  expect(readBackupRecord(file)).toEqual({ madeAt: NOW.toISOString() });
  expect((await addBackup(file, dir, after(3), hook("true"))).removed.length).toBe(3);
});

test("the backup that was made before an upgrade stays, whatever the new version makes on the same day", async () => {
  const { file, dir } = await place();
  // As the newest of those that were made before backups named their version, and as one by an older version.
  const unnamed = await addBackup(file, dir, NOW);
  rmSync(join(unnamed.folder, "VERSION"));
  const older = await addBackup(file, dir, after(1));
  writeFileSync(join(older.folder, "VERSION"), "0.0.9 (migrations of figures 1, of sign-in 1)\n");
  await addBackup(file, dir, after(2));
  expect((await addBackup(file, dir, after(3))).removed).toEqual(["2026-11-21T07-00-00Z"]);
  expect(series(dir)).toEqual([
    ...[unnamed.folder, older.folder].map((folder) => basename(folder)),
    "2026-11-21T08-00-00Z",
  ]);
  expect((await tryRestore(file, dir, after(4))).name).toBe("2026-11-21T08-00-00Z");
});

test("while the hook of one backup copies, another is refused and leaves it alone; one that was killed stands in nobody's way", async () => {
  const { file, dir } = await place();
  const flags = emptyFolder();
  const slow = hook(`touch ${flags}/begun; until test -e ${flags}/end; do sleep 0.05; done`);
  const backup = (BACKUP_HOOK: string) =>
    spawn(process.execPath, [program("cli"), "backup", dir, "--keep"], {
      env: { ...process.env, DATABASE_FILE: file, BACKUP_HOOK },
      stdio: ["ignore", "ignore", "pipe"],
    });
  const first = backup(slow);
  const firstEnded = once(first, "exit");
  onTestFinished(() => {
    writeFileSync(join(flags, "end"), "");
    first.kill("SIGKILL");
  });
  await vi.waitUntil(() => existsSync(join(flags, "begun")), 60_000);
  const copied = series(dir);

  const second = backup(hook("true"));
  const [said, [code]] = await Promise.all([text(second.stderr), once(second, "exit")]);
  expect([code, said]).toEqual([1, expect.stringContaining(`it holds ${join(dir, ".lock")}`)]);
  expect(series(dir)).toEqual(copied);

  first.kill("SIGKILL");
  await firstEnded;
  mkdirSync(join(dir, "2026-11-21T05-00-00Z.part"));
  const { removed } = await addBackup(file, dir, new Date(Date.now() + HOUR), hook("true"));
  expect(removed).toContain("2026-11-21T05-00-00Z.part");
}, 120_000);

test("a backup that fails leaves nothing behind", async () => {
  const { file, dir } = await place();
  execute(file, "DROP TRIGGER audit_no_update");
  await expect(addBackup(file, dir, NOW)).rejects.toThrow("does not verify");
  expect(series(dir)).toEqual([]);
});

test("the newest backup is restored to try it, and its damage is found", async () => {
  const { file, dir } = await place();
  await expect(tryRestore(file, dir, NOW)).rejects.toThrow("holds no backup");
  await addBackup(file, dir, NOW);
  const { folder } = await addBackup(file, dir, after(24));
  const { name, files, after: rows } = await tryRestore(file, dir, after(25));
  expect([name, rows]).toEqual(["2026-11-22T05-00-00Z", 0]);
  expect(files).toBeGreaterThan(0);
  expect(readBackupRecord(file)).toEqual({
    madeAt: after(24).toISOString(),
    testedAt: after(25).toISOString(),
  });
  writeFileSync(join(folder, "moc2030.sqlite"), "x", { flag: "a" });
  await expect(tryRestore(file, dir, after(26))).rejects.toThrow("damaged");
  expect(readBackupRecord(file).testedAt).toBe(after(25).toISOString());
});

test("a backup whose end is not in the audit of the database is no backup of it", async () => {
  const { file, dir } = await place();
  await addBackup(file, dir, NOW);
  tamper(file, `UPDATE audit SET hash = '${"0".repeat(64)}' WHERE id = (SELECT max(id) FROM audit)`);
  await expect(tryRestore(file, dir, after(1))).rejects.toThrow("has no row");
  expect(readBackupRecord(file).testedAt).toBeUndefined();
});
