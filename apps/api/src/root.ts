import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(from: string): string {
  const manifest = join(from, "package.json");
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "moc2030") return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("moc2030: no package.json of the repository above this file");
  return findRoot(parent);
}

/** The repository root, from source as well as from the bundle. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));
