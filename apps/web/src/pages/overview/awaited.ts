import { type Awaited, nextEdition } from "@moc2030/shared/due/next-edition";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Compiler, IndicatorItem } from "../../client/api.ts";

/** Indicators that wait for the same publication: one publisher, one edition, one day. */
export type AwaitedGroup = Awaited & { compiler: Compiler; link: string; indicators: IndicatorItem[] };
/** What the series wait for: past the publisher's calendar and missing here, or not out yet; and what no calendar promises. */
export type Waiting = { missing: AwaitedGroup[]; expected: AwaitedGroup[]; silent: IndicatorItem[] };

/** What is awaited on a day, the earliest first. `figures` are the country's, of every compiler. */
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
    // A figure that the Decision asks for and that nobody has ever published.
    silent: inOrder.filter((i) => i.role !== "context" && i.latest === null && !i.discontinued),
  };
}
