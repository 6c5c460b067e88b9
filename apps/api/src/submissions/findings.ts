import { checkFigure } from "@moc2030/shared/entry/checks";
import { keyText } from "@moc2030/shared/figure/figure";
import type { ItemRow } from "../db/work/submissions.ts";
import { Problem } from "../http/problem.ts";
import { inSlices } from "../http/slices.ts";
import { proposedOf } from "./item-row.ts";
import type { CheckData } from "./published.ts";

/** Checks successive slices of a submission's items; only open ones are checked. */
export function checkerOf(checking: CheckData) {
  const seen = new Map<string, number>();
  const check = (item: ItemRow) => {
    const figure = proposedOf(item);
    const key = keyText(figure);
    const duplicateOf = seen.get(key) ?? null;
    if (item.state === "open" && duplicateOf === null) seen.set(key, item.id);
    const context = checking.context(figure, figure.source);
    const findings =
      item.state === "open"
        ? checkFigure(figure, { ...context, duplicateOf, today: checking.today })
        : { errors: [], warnings: [] };
    return { item, current: context.current, ...findings };
  };
  return async (items: readonly ItemRow[]) => {
    await checking.load(items);
    return items.map(check);
  };
}
export type Checked = ReturnType<ReturnType<typeof checkerOf>>;

/** Items checked between two turns of the event loop. */
export const SLICE = 200;

/** The findings for each open item. */
export async function findingsOf(items: readonly ItemRow[], checking: CheckData) {
  const check = checkerOf(checking);
  const found: Awaited<Checked> = [];
  await inSlices(items, SLICE, async (slice) => {
    found.push(...(await check(slice)));
  });
  return found;
}

/** Throws a 409 with both versions where a figure was revised since its author saw it. */
export async function assertBaseUnchanged(
  checked: Awaited<Checked>,
  seen: (item: ItemRow) => Promise<unknown> = async () => undefined,
) {
  const moved = checked.filter(({ item, current }) => (current?.release ?? null) !== item.baseRelease);
  if (moved.length === 0) return;
  const conflicts = [];
  for (const { item, current } of moved)
    conflicts.push({
      item: item.id,
      proposed: item.obsValue,
      seenRelease: item.baseRelease,
      seen: (await seen(item)) ?? null,
      current,
    });
  throw new Problem(
    "base-moved",
    `${moved.length} figures have changed since their author saw them.`,
    [],
    {},
    { conflicts },
  );
}
