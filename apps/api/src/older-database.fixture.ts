import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { emptyFolder } from "./app.fixture.ts";
import { ROOT } from "./root.ts";

const FIXTURE_DIR = join(ROOT, "apps/api/fixtures/f4d4484");

/** The people of the fixture by short name, with their credentials. */
export const fixturePeople = JSON.parse(readFileSync(join(FIXTURE_DIR, "people.json"), "utf8")) as Record<
  "binh" | "lan" | "hoa" | "minh" | "nghi",
  { id: string; email: string; password: string; totpUri: string; recoveryCodes: string[]; used: string[] }
>;

/**
 * A copy of the files written by commit f4d4484 (fixtures/README.md). Returns the path of the figures; sign-in, secret
 * and evidence are beside it.
 */
export function fixtureFile(): string {
  const place = join(emptyFolder(), "var");
  mkdirSync(place);
  for (const name of ["moc2030.sqlite", "staff.sqlite"])
    writeFileSync(join(place, name), brotliDecompressSync(readFileSync(join(FIXTURE_DIR, `${name}.br`))));
  for (const name of ["staff.secret", "evidence"])
    cpSync(join(FIXTURE_DIR, name), join(place, name), { recursive: true });
  return join(place, "moc2030.sqlite");
}
