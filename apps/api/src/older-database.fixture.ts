import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { emptyFolder } from "./app.fixture.ts";
import { ROOT } from "./root.ts";

const FIXTURES = join(ROOT, "apps/api/fixtures");
const FIXTURE_DIR = join(FIXTURES, "f4d4484");

/** The commits whose databases are kept (fixtures/README.md). */
export const fixtureCommits = readdirSync(FIXTURES).filter((name) => /^[0-9a-f]{7,8}$/.test(name));

/** The people of the fixture by short name, with their credentials. */
export const fixturePeople = JSON.parse(readFileSync(join(FIXTURE_DIR, "people.json"), "utf8")) as Record<
  "binh" | "lan" | "hoa" | "minh" | "nghi",
  { id: string; email: string; password: string; totpUri: string; recoveryCodes: string[]; used: string[] }
>;

/**
 * A copy of the files written by a commit (fixtures/README.md). Returns the path of the figures; sign-in, secret and
 * evidence are beside it.
 */
export function fixtureFile(commit = "f4d4484"): string {
  const place = join(emptyFolder(), "var");
  mkdirSync(place);
  for (const name of ["moc2030.sqlite", "staff.sqlite"])
    writeFileSync(join(place, name), brotliDecompressSync(readFileSync(join(FIXTURES, commit, `${name}.br`))));
  for (const name of ["staff.secret", "evidence"])
    cpSync(join(FIXTURE_DIR, name), join(place, name), { recursive: true });
  return join(place, "moc2030.sqlite");
}
