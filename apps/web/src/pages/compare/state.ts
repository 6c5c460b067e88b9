import { COUNTRY } from "@moc2030/shared/figure/country";
import { MOST_PINS } from "../../charts/comparison-look.ts";
import type { Area, IndicatorItem, ObservationItem } from "../../client/api.ts";
import type { Compared } from "../../words/positions.ts";

/** The group that is compared with unless the address says otherwise. */
export const GROUP = "ASEAN";
/** More lines than this cannot be told apart. */
export const MOST_LINES = 12;

/** An indicator, whose figures of it are compared, and of how many economies there are any. */
export type Comparable = { indicator: IndicatorItem; compiler: string; areas: number; from: number; to: number };

/**
 * What more than one economy has figures of, in the catalogue's order, and what an address asks for that one alone has.
 * Compilers are never joined: the one that covers most economies counts, and of those the official one.
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

/** The members of a group on a day, as the API counts them; empty where the group is not known. */
export function membersOn(areas: readonly Area[], group: string, day: string): string[] {
  const members = areas.find((area) => area.code === group)?.members ?? [];
  return members.filter((m) => m.from <= day && (m.to === null || m.to >= day)).map((m) => m.area);
}

/** The economies that an address asks for: groups become their members, what is unknown is left out. */
export function chosenAreas(asked: readonly string[] | undefined, areas: readonly Area[], day: string): string[] {
  const known = new Map(areas.map((area) => [area.code, area.kind]));
  const chosen = (asked ?? [GROUP]).flatMap((code) =>
    known.get(code) === "group" ? membersOn(areas, code, day) : known.has(code) ? [code] : [],
  );
  const list = [...new Set(chosen.length > 0 ? chosen : membersOn(areas, GROUP, day))];
  return list.sort((a, b) => Number(b === COUNTRY) - Number(a === COUNTRY));
}

/** How an address says some economies: the whole group by its name, so that it follows its members; the default not at all. */
export function askedAreas(chosen: readonly string[], members: readonly string[]): string[] | undefined {
  const hasGroup = members.length > 0 && members.every((code) => chosen.includes(code));
  if (!hasGroup) return [...chosen];
  const others = chosen.filter((code) => !members.includes(code));
  return others.length > 0 ? [GROUP, ...others] : undefined;
}

/** The years of a view that asks for none: from the first in which two members of the group have a figure, and never from before a break, where figures mean something else. */
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

/** First and last year shown: as asked, inside what there is. */
export function shownYears(
  { from, to }: Comparable,
  usual: readonly [number, number],
  asked: { from?: number | undefined; to?: number | undefined },
): [number, number] {
  const first = Math.max(asked.from ?? usual[0], from);
  const last = Math.min(asked.to ?? usual[1], to);
  return first <= last ? [first, last] : [usual[0], usual[1]];
}

/** The lines of the chosen economies: figures of one compiler, between two years. */
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

/** The pins after one was set or taken away; a fifth takes the place of the first. */
export function pinsWith(pins: readonly string[], area: string): string[] | undefined {
  const next = pins.includes(area) ? pins.filter((other) => other !== area) : [...pins, area].slice(-MOST_PINS);
  return next.length > 0 ? next : undefined;
}
