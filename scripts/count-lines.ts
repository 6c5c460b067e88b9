import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceFiles } from "./borders.ts";

/** Tests, and code that only tests and benchmarks run. */
const SUPPORT = /\.(test|fixture|setup|vitest)\.tsx?$|\/(bench|drills|fixtures|openapi-client)\//;

/** Lines of TypeScript by room, the first folder under `src`; other files count to `src`. */
export function linesByRoom(root: string): Map<string, number> {
  const rooms = new Map<string, number>();
  for (const file of ["apps", "packages", "scripts"].flatMap((folder) => sourceFiles(root, folder))) {
    if (!/\.tsx?$/.test(file) || SUPPORT.test(file)) continue;
    const room = /^(.*?\/src\/[^/]+)\//.exec(file)?.[1] ?? file.slice(0, file.lastIndexOf("/"));
    const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
    rooms.set(room, (rooms.get(room) ?? 0) + lines);
  }
  return new Map([...rooms].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The rooms as a Markdown table with a total. */
export function table(rooms: ReadonlyMap<string, number>): string {
  const sum = [...rooms.values()].reduce((all, lines) => all + lines, 0);
  const row = ([room, lines]: readonly [string, number]) => `| ${room} | ${lines} |`;
  return ["| room | lines |", "|---|--:|", ...[...rooms].map(row), row(["all", sum])].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(table(linesByRoom(fileURLToPath(new URL("..", import.meta.url)))));
