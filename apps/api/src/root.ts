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

/** The repository root, or that of the package, from source as well as from the bundle. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/** How a command of cli.ts is called where this runs: by the package's own program, or by npm. */
export const commandCall = (command: string, options: string): string =>
  existsSync(join(ROOT, "moc2030"))
    ? `${join(ROOT, "moc2030")} ${command} ${options}`
    : `npm run ${command} -- ${options}`;
