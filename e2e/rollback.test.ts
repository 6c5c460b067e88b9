import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ended, useUnpacked } from "./unpacked.ts";

const unpacked = useUnpacked();
const settings = (file: string, more: Record<string, string> = {}) => ({
  PATH: process.env.PATH,
  PORT: "0",
  DATABASE_FILE: file,
  ...more,
});
const command = (tree: string, file: string, ...args: string[]) =>
  ended(join(tree, "moc2030"), args, settings(file, args[0] === "start" ? { SEED_DIR: changedSeed } : {}));
let changedSeed = "";

/** Serves while `work` reads, and ends with 0. */
async function serving<T>(tree: string, file: string, work: (origin: string) => Promise<T>): Promise<T> {
  const server: ChildProcess = spawn(join(tree, "moc2030"), ["start"], {
    env: settings(file),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const origin = await new Promise<string>((found, failed) => {
    server.once("exit", (code) => failed(new Error(`ended with ${code}: ${output}`)));
    server.stdout?.setEncoding("utf8").on("data", (part: string) => {
      output += part;
      const at = /Mốc 2030: (http:\S+)\//.exec(output)?.[1];
      if (at) found(at);
    });
  });
  try {
    return await work(origin);
  } finally {
    server.kill("SIGTERM");
    const [code] = server.exitCode === null ? await once(server, "exit") : [server.exitCode];
    expect(code).toBe(0);
  }
}

/** The package of a later version, as far as a database can tell: with one migration more in some of its folders. */
function laterVersion(name: string, folders: string[]): string {
  const tree = join(unpacked.folder, name);
  execFileSync("cp", ["-al", unpacked.tree(), tree]);
  for (const folder of folders) {
    const path = join(tree, "apps/api", folder, "meta/_journal.json");
    const journal = JSON.parse(readFileSync(path, "utf8"));
    const tag = "9999_later";
    journal.entries.push({
      ...journal.entries.at(-1),
      idx: journal.entries.length,
      when: Date.parse("2100-01-01"),
      tag,
    });
    // A hard link of the same file until now.
    rmSync(path);
    writeFileSync(path, JSON.stringify(journal));
    writeFileSync(join(tree, "apps/api", folder, `${tag}.sql`), "CREATE TABLE later (id INTEGER PRIMARY KEY);");
  }
  return tree;
}

const csv = async (origin: string) => (await fetch(`${origin}/api/v1/observations.csv`)).text();
const loads = (file: string) =>
  execFileSync(
    join(unpacked.tree(), "bin/node"),
    [
      "-p",
      `new (require("better-sqlite3"))(process.argv[1]).prepare("SELECT count(*) FROM seed_load").pluck().get()`,
      file,
    ],
    { cwd: unpacked.tree(), encoding: "utf8" },
  );

beforeAll(() => {
  changedSeed = join(unpacked.folder, "seed");
  cpSync(join(unpacked.tree(), "data/seed"), changedSeed, { recursive: true });
  appendFileSync(join(changedSeed, "areas.yaml"), "\n# changed\n");
});

test("an upgrade is taken back: the older version refuses the files in words and leaves them, and the backup restores what was", async () => {
  const [file, kept, elsewhere] = ["data/moc2030.sqlite", "backup", "restored/moc2030.sqlite"].map((path) =>
    join(unpacked.folder, path),
  ) as [string, string, string];
  mkdirSync(join(unpacked.folder, "data"));
  const [older, newer] = [unpacked.tree(), laterVersion("newer", ["drizzle", "drizzle-staff"])];
  const before = await serving(older, file, csv);
  const made = await command(older, file, "backup", kept, "--keep");
  const folder = /files to (\S+);/.exec(made.output)?.[1] ?? made.output;
  // Not by the newer version, which would have to upgrade first.
  expect(await command(newer, file, "backup", `${kept}-late`)).toMatchObject({
    code: 1,
    output: expect.stringContaining("is of an earlier version: back it up with that version"),
  });
  expect(await serving(newer, file, csv)).toBe(before);
  // The last of its day, in the same series.
  const late = await command(newer, file, "backup", kept, "--keep");
  expect([late.code, late.output]).toEqual([0, expect.not.stringContaining("removed")]);

  const upgraded = readFileSync(file);
  for (const line of [["start"], ["migrate"], ["seed"], ["verify"], ["backup", `${kept}-later`]])
    expect(await command(older, file, ...line)).toEqual({
      code: 1,
      output: expect.stringContaining(
        `${file} is of a newer version of this software. It was left untouched; start that version, or restore the backup that was made before the upgrade (docs/operating.md).`,
      ),
    });
  expect(readFileSync(file).equals(upgraded)).toBe(true);

  expect((await command(older, elsewhere, "restore", folder)).code).toBe(0);
  expect(await serving(older, elsewhere, csv)).toBe(before);
});

test("where only the file of sign-in is newer, the older version publishes nothing before it refuses", async () => {
  const file = join(unpacked.folder, "staff-only/moc2030.sqlite");
  mkdirSync(join(unpacked.folder, "staff-only"));
  const newer = laterVersion("newer-staff", ["drizzle-staff"]);
  await serving(newer, file, csv);
  const before = loads(file);
  const refused = await command(unpacked.tree(), file, "start");
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("staff.sqlite is of a newer version") });
  expect(loads(file)).toBe(before);
});
