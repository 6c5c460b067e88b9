import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { emptyFolder, NOW } from "../app.fixture.ts";
import { openDb } from "../audit/open.ts";
import { staffFileFor } from "../identity/open.ts";
import { openSignIn } from "../identity/sign-in.ts";
import { program } from "../programs.fixture.ts";
import { ROOT } from "../root.ts";
import { makePrivateFolder } from "./private-files.ts";
import { execute } from "./raw.fixture.ts";

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
/** Every file and folder under `folder`, with its mode. */
const modes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[]).map((name) => [name, mode(join(folder, name))]),
  );
/** Files accessible to anyone but their owner. */
const openToOthers = (folder: string) => Object.entries(modes(folder)).filter(([, m]) => !/^[67]00$/.test(m));

describe.each(["000", "022"])("under umask %s", (umask) => {
  async function command(file: string, ...args: string[]) {
    const run = spawn("sh", ["-c", `umask ${umask}; exec "$0" "$@"`, process.execPath, program("cli"), ...args], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_FILE: file },
      stdio: "ignore",
    });
    await once(run, "close");
    return run.exitCode;
  }
  test("files that commands create, back up and restore are accessible to their owner only, in an existing backup folder too", async () => {
    const [home, backup, place] = [join(emptyFolder(), "var"), emptyFolder(), join(emptyFolder(), "var")];
    chmodSync(backup, 0o755);
    const file = join(home, "moc2030.sqlite");
    const person = ["--email", "an@example.vn", "--name", "An", "--role", "administrator"];
    expect(await command(file, "staff:add", ...person)).toBe(0);
    await (await openSignIn({ file: staffFileFor(file), publicOrigin: null })).db.close();
    expect(await command(file, "backup", backup)).toBe(0);
    expect(await command(join(place, "moc2030.sqlite"), "restore", backup)).toBe(0);
    for (const folder of [home, backup, place]) expect([mode(folder), openToOthers(folder)]).toEqual(["700", []]);
    expect(Object.keys(modes(backup))).toEqual(
      expect.arrayContaining(["moc2030.sqlite", "staff.sqlite", "staff.secret", "SHA256SUMS", "evidence"]),
    );
  }, 60_000);
});

test("opening a database restricts it and its -wal and -shm files to their owner, also while it is in use", async () => {
  const folder = emptyFolder();
  const file = join(folder, "moc2030.sqlite");
  await (await openDb(file, NOW)).close();
  await (await openSignIn({ file: staffFileFor(file), publicOrigin: null })).db.close();
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
  const db = await openDb(file, NOW);
  const { db: staff } = await openSignIn({ file: staffFileFor(file), publicOrigin: null });
  execute(db.file, "CREATE TABLE more (x)");
  execute(staff.file, "CREATE TABLE more (x)");
  expect(existsSync(`${file}-wal`)).toBe(true);
  expect(openToOthers(folder)).toEqual([]);
  await staff.close();
  await db.close();
});

test("the mode of an existing folder outside the installation is left alone", async () => {
  const shared = emptyFolder();
  mkdirSync(join(shared, "others"));
  writeFileSync(join(shared, "others", "x"), "");
  chmodSync(shared, 0o755);
  await (await openDb(join(shared, "moc2030.sqlite"), NOW)).close();
  expect([mode(shared), mode(join(shared, "moc2030.sqlite"))]).toEqual(["755", "600"]);
});

test("an existing folder of the installation is restricted to its owner; any other keeps its mode", () => {
  const [own, other] = [emptyFolder(), emptyFolder()];
  for (const folder of [own, other]) chmodSync(folder, 0o755);
  makePrivateFolder(own, own);
  makePrivateFolder(other, own);
  expect([mode(own), mode(other)]).toEqual(["700", "755"]);
});

const NOBODY = 65_534;
test.runIf(process.getuid?.() === 0)(
  "run by root, a command acts as the account of the data, and says so where that may not",
  async () => {
    // That account passes through no folder of the run.
    const top = mkdtempSync(join(tmpdir(), "moc2030-owner-"));
    onTestFinished(() => rmSync(top, { recursive: true }));
    chmodSync(top, 0o755);
    const [home, kept, roots] = ["home", "kept", "roots"].map((name) => join(top, name)) as [string, string, string];
    for (const folder of [home, kept, roots]) mkdirSync(folder, { mode: 0o700 });
    for (const folder of [home, kept]) chownSync(folder, NOBODY, NOBODY);
    const command = (...args: string[]) => {
      const env = { ...process.env, DATABASE_FILE: join(home, "moc2030.sqlite") };
      const { status, stderr } = spawnSync(process.execPath, [program("cli"), ...args], {
        encoding: "utf8",
        env,
      });
      return [status, stderr];
    };
    expect(command("staff:add", "--email", "an@example.vn", "--name", "An", "--role", "administrator")).toEqual([
      0,
      "",
    ]);
    expect(command("backup", join(kept, "one"))).toEqual([0, ""]);
    for (const folder of [home, kept])
      for (const name of readdirSync(folder, { recursive: true }) as string[])
        expect([name, statSync(join(folder, name)).uid]).toEqual([name, NOBODY]);
    chmodSync(home, 0o500);
    expect(command("migrate")).toEqual([1, expect.stringContaining("moc2030.sqlite cannot be written, or its folder")]);
    chmodSync(home, 0o700);
    const refused = (what: string, who: string) => [1, expect.stringContaining(`${what}; this ran as user ${who}`)];
    // The folder as it was given, whether it is there or not.
    const given = [join(roots, "one"), roots, join(top, "one")];
    for (const line of [...given.map((dir) => ["backup", dir]), ...given.map((dir) => ["backup", dir, "--keep"])])
      expect(command(...line)).toEqual(refused(`'${line[1]}'`, "nobody, the account of the data\n"));
    expect(command("restore", join(roots, "one"))).toEqual(refused("'", "nobody, the account of the data\n"));
  },
  60_000,
);
