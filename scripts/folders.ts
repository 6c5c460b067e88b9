import { dirname, join } from "node:path";

/** Roots whose folders must not import each other in cycles. */
const ROOTS = ["packages/shared/src/", "apps/api/src/", "apps/web/src/"];

type Source = { imports: readonly { from: string; offset: number }[] };
type Edge = { file: string; offset: number; from: string; to: string };

const isTestSupport = (file: string) => /\.(test|fixture)\.tsx?$/.test(file);

/** The folder directly under the root that has a file, or the file itself. */
const folderOf = (file: string, root: string) => file.slice(root.length).split("/")[0] as string;

function edgesUnder(root: string, sources: ReadonlyMap<string, Source>): Edge[] {
  const edges: Edge[] = [];
  for (const [file, { imports }] of sources) {
    if (!file.startsWith(root) || isTestSupport(file)) continue;
    for (const { from, offset } of imports) {
      const target = join(dirname(file), from);
      if (!from.startsWith(".") || !target.startsWith(root)) continue;
      const [own, other] = [folderOf(file, root), folderOf(target, root)];
      if (own !== other) edges.push({ file, offset, from: own, to: other });
    }
  }
  return edges;
}

/** All folders reachable through imports. */
function reachedFrom(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop())
    for (const to of next.get(folder) ?? [])
      if (!reached.has(to)) {
        reached.add(to);
        open.push(to);
      }
  return reached;
}

/** Imports that are part of a cycle of folders, type-only and dynamic ones included; tests are exempt. */
export function importsInCircles(sources: ReadonlyMap<string, Source>): Edge[] {
  return ROOTS.flatMap((root) => {
    const edges = edgesUnder(root, sources);
    const next = new Map<string, Set<string>>();
    for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
    const reached = new Map([...next.keys()].map((folder) => [folder, reachedFrom(folder, next)]));
    return edges.filter(({ from, to }) => reached.get(to)?.has(from));
  });
}
