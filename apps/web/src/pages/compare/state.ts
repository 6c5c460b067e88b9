import { COUNTRY } from "@moc2030/shared/figure/country";
import { MOST_PINS } from "../../charts/comparison-look.ts";
import type { Area, IndicatorItem, ObservationItem } from "../../client/api.ts";
import type { Compared } from "../../words/positions.ts";

/** The default group of a comparison. */
export const GROUP = "ASEAN";
/** Number of lines with figures from which the page stops offering to add one. */
export const MOST_LINES = 12;

/** An indicator with the compiler compared, its number of economies, and its first and last year. */
export type Comparable = { indicator: IndicatorItem; compiler: string; areas: number; from: number; to: number };

/**
 * Indicators with figures for at least two economies, or for one if it is `asked`, in catalogue order. Compilers are
 * never mixed: the one with most economies is used, the official one in a tie.
 */
export function comparables(items: readonly IndicatorItem[], asked?: string): Comparable[] {
  return items
    .flatMap((indicator): Comparable[] => {
      const isOfficial = ({ compiler }: { compiler: string }) => Number(compiler === indicator.compiler);
      const widest = indicator.coverage.toSorted((a, b) => b.areas - a.areas || isOfficial(b) - isOfficial(a))[0];
      if (!widest || (widest.areas < 2 && indicator.code !== asked)) return [];
      const { compiler, areas, from, to } = widest;
      return [{ indicator, compiler, areas, from, to }];
    })
    .sort((a, b) => a.indicator.order - b.indicator.order);
}

/** Members of a group on a day, both ends of a membership inclusive; empty for an unknown group. */
export function membersOn(areas: readonly Area[], group: string, day: string): string[] {
  const members = areas.find((area) => area.code === group)?.members ?? [];
  return members.filter((m) => m.from <= day && (m.to === null || m.to >= day)).map((m) => m.area);
}

/**
 * The economies of an `areas` parameter: groups expanded, unknown codes dropped, the country first; the default group
 * if none is left.
 */
export function chosenAreas(asked: readonly string[] | undefined, areas: readonly Area[], day: string): string[] {
  const known = new Map(areas.map((area) => [area.code, area.kind]));
  const chosen = (asked ?? [GROUP]).flatMap((code) =>
    known.get(code) === "group" ? membersOn(areas, code, day) : known.has(code) ? [code] : [],
  );
  const list = [...new Set(chosen.length > 0 ? chosen : membersOn(areas, GROUP, day))];
  return list.sort((a, b) => Number(b === COUNTRY) - Number(a === COUNTRY));
}

/**
 * The `areas` parameter for some economies: all members become the group's code; undefined for the default, the group
 * alone.
 */
export function areasParam(chosen: readonly string[], members: readonly string[]): string[] | undefined {
  const hasGroup = members.length > 0 && members.every((code) => chosen.includes(code));
  if (!hasGroup) return [...chosen];
  const others = chosen.filter((code) => !members.includes(code));
  return others.length > 0 ? [GROUP, ...others] : undefined;
}

/**
 * Default years: from the first with figures of two group members, but not before the latest break, to the last year.
 */
export function usualYears(
  { indicator, compiler, from, to }: Comparable,
  group: readonly ObservationItem[],
): [number, number] {
  const economies = new Map<number, Set<string>>();
  for (const o of group)
    if (o.compiler === compiler && o.value !== null)
      economies.set(o.timePeriod, (economies.get(o.timePeriod) ?? new Set()).add(o.refArea));
  const shared = [...economies].filter(([, areas]) => areas.size > 1).map(([year]) => year);
  const breaks = indicator.breaks.map((one) => one.timePeriod).filter((year) => year <= to);
  return [Math.max(from, ...breaks, shared.length > 0 ? Math.min(...shared) : from), to];
}

/** First and last year shown: those asked for, clamped to the years with figures; the default if the range is empty. */
export function shownYears(
  { from, to }: Comparable,
  usual: readonly [number, number],
  asked: { from?: number | undefined; to?: number | undefined },
): [number, number] {
  const first = Math.max(asked.from ?? usual[0], from);
  const last = Math.min(asked.to ?? usual[1], to);
  return first <= last ? [first, last] : [usual[0], usual[1]];
}

/** A line per economy: the figures of one compiler between two years, both inclusive, by year. */
export function comparedLines(
  observations: readonly ObservationItem[],
  chosen: readonly string[],
  compiler: string,
  [from, to]: readonly [number, number],
  nameOf: (code: string) => string,
): Compared[] {
  return chosen.map((area) => ({
    area,
    name: nameOf(area),
    figures: observations
      .filter((o) => o.refArea === area && o.compiler === compiler && o.timePeriod >= from && o.timePeriod <= to)
      .sort((a, b) => a.timePeriod - b.timePeriod),
  }));
}

/** The `pins` parameter after toggling an area; beyond the maximum the oldest pin is dropped. */
export function pinsWith(pins: readonly string[], area: string): string[] | undefined {
  const next = pins.includes(area) ? pins.filter((other) => other !== area) : [...pins, area].slice(-MOST_PINS);
  return next.length > 0 ? next : undefined;
}
