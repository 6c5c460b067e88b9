import type { ComponentChanges } from "../schema/components.ts";
import type { Component } from "../schema/indicator.ts";
import type { PanelEdition } from "./panel.ts";

/** An index and its components in one edition, by indicator. */
export type Values = ReadonlyMap<string, number>;

/**
 * What each component adds to the change of an index between two sets of values: weight × difference, in the unit of
 * the index; null where a value is missing. They sum up to the change, but for the publisher's rounding.
 */
export const contributions = (
  components: readonly Component[],
  from: Values,
  to: Values,
): { indicator: string; change: number | null }[] =>
  components.map(({ indicator, weight }) => {
    const [before, after] = [from.get(indicator), to.get(indicator)];
    return {
      indicator,
      change: before === undefined || after === undefined ? null : weight * (after - before) + 0,
    };
  });

/** Who held `rank` in an edition, or the next better one; of several the first by code. Null where nobody stood so high. */
export function holderOf({ ranks }: PanelEdition, rank: number): { area: string; rank: number } | null {
  const [best] = [...ranks]
    .filter(([, held]) => held <= rank)
    .sort(([a, held], [b, other]) => other - held || (a < b ? -1 : 1));
  return best ? { area: best[0], rank: best[1] } : null;
}

const valuesOf = ({ components }: ComponentChanges["editions"][number]) =>
  new Map(components.flatMap(({ indicator, value }) => (value === null ? [] : [[indicator, value] as const])));

/** Editions in which all components are known, oldest first. */
export const comparable = ({ editions, components }: Pick<ComponentChanges, "editions" | "components">): number[] =>
  components.length === 0
    ? []
    : editions.filter((one) => valuesOf(one).size === components.length).map(({ timePeriod }) => timePeriod);

type Change = ComponentChanges["changes"][number];
/** The editions between which a change is asked for; without one of them the newest, or the one before the other. */
export type AskedChange = { from?: number | undefined; to?: number | undefined };
/** A change, null where there is none to show; or which end cannot be, and which editions it could be. */
export type ChangeAnswer =
  | { ok: true; change: Change | null }
  | { ok: false; field: "from" | "to"; expected: readonly number[] };

/** What changed between two `comparable` editions, by default the last two, and what each component adds to it. */
export function changeBetween(
  all: Pick<ComponentChanges, "editions" | "components"> | null,
  { from, to }: AskedChange,
): ChangeAnswer {
  const years = all ? comparable(all) : [];
  const starts = years.slice(0, -1);
  if (from !== undefined && !starts.includes(from)) return { ok: false, field: "from", expected: starts };
  const ends = years.filter((year) => year > (from ?? years[0] ?? year));
  if (to !== undefined && !ends.includes(to)) return { ok: false, field: "to", expected: ends };
  const last = to ?? years.at(-1);
  const first = from ?? years.findLast((year) => last !== undefined && year < last);
  const [start, end] = [first, last].map((year) => all?.editions.find(({ timePeriod }) => timePeriod === year));
  if (!all || !start || !end) return { ok: true, change: null };
  return {
    ok: true,
    change: {
      ...{ from: start.timePeriod, to: end.timePeriod, change: end.value - start.value },
      components: contributions(all.components, valuesOf(start), valuesOf(end)),
    },
  };
}
