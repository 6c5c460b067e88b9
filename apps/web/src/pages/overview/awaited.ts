import { type Awaited, nextEdition } from "@moc2030/shared/due/next-edition";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Compiler, IndicatorItem } from "../../client/api.ts";

/** Indicators due in the same publication: same compiler, edition and due date. */
export type AwaitedGroup = Awaited & { compiler: Compiler; link: string; indicators: IndicatorItem[] };
/**
 * `missing`: past the due date, not entered yet; `expected`: not published yet; `silent`: never published, no calendar.
 */
export type Waiting = { missing: AwaitedGroup[]; expected: AwaitedGroup[]; silent: IndicatorItem[] };

/** Awaited publications on a reference date, sorted by due date. `figures` are the country's, of every compiler. */
export function waiting(
  indicators: readonly IndicatorItem[],
  figures: readonly Observation[],
  compilers: readonly Compiler[],
  on: string,
): Waiting {
  const groups = new Map<string, AwaitedGroup>();
  const inOrder = indicators.toSorted((a, b) => a.order - b.order);
  for (const indicator of inOrder) {
    const compiler = compilers.find((one) => one.code === indicator.compiler);
    const own = figures.filter((o) => o.indicator === indicator.code && o.compiler === indicator.compiler);
    const next = nextEdition(indicator, own, on);
    if (!next || !compiler) continue;
    const key = `${compiler.code} ${next.timePeriod} ${next.dueBy}`;
    const group = groups.get(key) ?? {
      ...next,
      compiler,
      link: indicator.schedule?.link ?? compiler.url,
      indicators: [],
    };
    group.indicators.push(indicator);
    groups.set(key, group);
  }
  const byDay = [...groups.values()].sort((a, b) => (a.dueBy < b.dueBy ? -1 : a.dueBy > b.dueBy ? 1 : 0));
  return {
    missing: byDay.filter((group) => group.isOut),
    expected: byDay.filter((group) => !group.isOut),
    // Measured by a target of the Decision, but never published.
    silent: inOrder.filter((i) => i.role !== "context" && i.latest === null && !i.discontinued),
  };
}
