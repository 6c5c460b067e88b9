import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, NOW } from "./app.fixture.ts";
import { openRaw } from "./db/raw.fixture.ts";
import { staffFileFor } from "./identity/open.ts";
import { fixtureFile } from "./older-database.fixture.ts";
import { program } from "./programs.fixture.ts";
import { ROOT } from "./root.ts";
import { openReadOnly } from "./verify/open-read-only.ts";
import { findFaults } from "./verify/verify.ts";

/** Loaded before the program: its process kills itself before the statement KILL_AT, or prints how many there were. */
const KILLER = `
  import { createRequire } from "node:module";
  const Sqlite = createRequire(${JSON.stringify(join(ROOT, "package.json"))})("better-sqlite3");
  const { KILL_AT } = process.env;
  let statements = 0;
  const counted = (owner, name) => {
    const original = owner[name];
    owner[name] = function (...args) {
      if (statements++ === Number(KILL_AT)) process.kill(process.pid, "SIGKILL");
      return original.apply(this, args);
    };
  };
  counted(Sqlite.prototype, "exec");
  counted(Object.getPrototypeOf(new Sqlite(":memory:").prepare("CREATE TABLE x (y)")), "run");
  process.on("exit", () => console.log("statements:", statements));
`;

/** Runs a command that opens both files, and so migrates them, and then changes nothing. */
function upgrade(file: string, killAt: number) {
  const { signal, stdout } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(KILLER)}`,
      ...[program("cli"), "staff:reset", "--email", "nobody@example.vn"],
    ],
    { env: { ...process.env, DATABASE_FILE: file, KILL_AT: String(killAt) }, encoding: "utf8" },
  );
  return { signal, statements: Number(/statements: (\d+)/.exec(stdout)?.[1] ?? Number.NaN) };
}

/** The schema of a file, and schema and rows as one hash, without the instants that an upgrade writes. */
function contentOf(file: string): { schema: string; all: string } {
  const raw = openRaw(file);
  expect(raw.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(raw.pragma("foreign_key_check")).toEqual([]);
  const entries = raw.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").all() as {
    type: string;
    name: string;
    sql: string;
  }[];
  const schema = JSON.stringify(entries);
  const hash = createHash("sha256")
    .update(schema)
    .update(String(raw.pragma("user_version", { simple: true })));
  const instants = ["at", "hash", "prev", "revoked_at"];
  for (const { type, name } of entries)
    if (type === "table") {
      const rows = raw.prepare(`SELECT * FROM "${name}"`).all();
      hash.update(JSON.stringify(rows, (key, value) => (instants.includes(key) ? undefined : value)));
    }
  raw.close();
  return { schema, all: hash.digest("hex") };
}
const contentsOf = (file: string) => [contentOf(file), contentOf(staffFileFor(file))] as const;

function copyOf(file: string): string {
  const place = join(emptyFolder(), "var");
  cpSync(dirname(file), place, { recursive: true });
  return join(place, "moc2030.sqlite");
}

test.each(["f4d4484", "07da8e5e"])(
  "kill −9 at any statement of an upgrade leaves each file of %s old or new, and the next start completes it",
  async (commit) => {
    const old = fixtureFile(commit);
    const whole = copyOf(old);
    const { signal, statements } = upgrade(whole, -1);
    expect([signal, statements]).toEqual([null, expect.any(Number)]);
    const [finished, before] = [contentsOf(whole), contentsOf(old)];
    const seen = [new Set<string>(), new Set<string>()] as const;
    // The last statements one by one, those before in steps: a start takes a while.
    const step = Math.max(1, Math.floor(statements / 6));
    for (let at = 0; at < statements; at += at > statements - 6 ? 1 : step) {
      const file = copyOf(old);
      expect([at, upgrade(file, at).signal]).toEqual([at, "SIGKILL"]);
      contentsOf(file).forEach(({ schema, all }, which) => {
        seen[which as 0 | 1].add(all);
        expect([before[which as 0 | 1].schema, finished[which as 0 | 1].schema], `at statement ${at}`).toContain(
          schema,
        );
      });
      expect(upgrade(file, -1).signal).toBeNull();
      expect(contentsOf(file), `at statement ${at}`).toEqual(finished);
    }
    // Old and new, and between them what has all tables and not yet its older rows hashed, which is one transaction more.
    for (const states of seen) expect(states.size).toBeLessThanOrEqual(3);
    const places = await openReadOnly(whole, NOW);
    expect(await findFaults(places)).toEqual([]);
    await places.close();
  },
  600_000,
);
