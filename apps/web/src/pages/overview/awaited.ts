import { type Awaited, nextEdition } from "@moc2030/shared/due/next-edition";
import { byPublication } from "@moc2030/shared/due/publications";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Compiler, IndicatorItem } from "../../client/api.ts";
import { isUndated } from "../../words/undated.ts";

/** Indicators due in the same publication: same compiler, edition and due date. */
export type AwaitedGroup = Awaited & { compiler: Compiler; link: string; indicators: IndicatorItem[] };
/**
 * `missing`: past the due date, not entered yet; `expected`: not published yet; `silent`: never published, no calendar.
 */
export type Waiting = { missing: AwaitedGroup[]; expected: AwaitedGroup[]; silent: IndicatorItem[] };

/**
 * Awaited publications on a reference date, sorted by due date. `figures` are the country's, of every compiler;
 * `rebuilt` those of the last reconstructed release where a past day is read, on which they may have been out.
 */
export function waiting(
  indicators: readonly IndicatorItem[],
  figures: readonly Observation[],
  compilers: readonly Compiler[],
  on: string,
  rebuilt: readonly Observation[] = [],
): Waiting {
  const inOrder = indicators.toSorted((a, b) => a.order - b.order);
  const coming = inOrder.flatMap((indicator) => {
    const own = figures.filter((o) => o.indicator === indicator.code && o.compiler === indicator.compiler);
    const next = nextEdition(indicator, own, on);
    return next && !isUndated(rebuilt, indicator, next.timePeriod)
      ? [{ indicator, compiler: indicator.compiler, next }]
      : [];
  });
  const byDay = byPublication(coming).flatMap((group) => {
    const [{ indicator, next }] = group;
    const compiler = compilers.find(({ code }) => code === indicator.compiler);
    if (!compiler) return [];
    const link = indicator.schedule?.link ?? compiler.url;
    return [{ ...next, compiler, link, indicators: group.map((one) => one.indicator) }];
  });
  return {
    missing: byDay.filter((group) => group.isOut),
    expected: byDay.filter((group) => !group.isOut),
    // Measured by a target of the Decision, but never published.
    silent: inOrder.filter((i) => i.role !== "context" && i.latest === null && !i.discontinued),
  };
}
