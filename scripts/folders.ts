import { dirname, join } from "node:path";

/** Where folders form a graph: an import points from one to another, and no way leads back. */
const ROOTS = ["packages/shared/src/", "apps/api/src/"];

type Source = { imports: readonly { from: string; offset: number }[] };
type Edge = { file: string; offset: number; from: string; to: string };

const isTestSupport = (file: string) => /\.(test|fixture)\.tsx?$/.test(file);

/** The folder right under the root that a file is in; a file beside the folders stands for itself. */
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

/** The folders to which imports lead from one, by whatever way. */
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

/** The imports that are part of a circle of folders, types and later imports too; tests may look anywhere. */
export function importsInCircles(sources: ReadonlyMap<string, Source>): Edge[] {
  return ROOTS.flatMap((root) => {
    const edges = edgesUnder(root, sources);
    const next = new Map<string, Set<string>>();
    for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
    const reached = new Map([...next.keys()].map((folder) => [folder, reachedFrom(folder, next)]));
    return edges.filter(({ from, to }) => reached.get(to)?.has(from));
  });
}
