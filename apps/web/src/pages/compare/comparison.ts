import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Source } from "@moc2030/shared/schema/source";
import type { Target } from "@moc2030/shared/schema/target";
import type { ComparedTarget } from "../../charts/comparison-state.ts";
import * as api from "../../client/api.ts";
import type { ReadAnswer } from "../../document/page.ts";
import { type Compared, type Positions, positions } from "../../words/positions.ts";
import type { CompareSearch } from "./search.ts";
import {
  type Comparable,
  chosenAreas,
  comparables,
  comparedLines,
  GROUP,
  membersOn,
  shownYears,
  usualYears,
} from "./state.ts";
import type { Facts } from "./wording.ts";

/** A group around the country: who is in it, the years shown, and its places whether or not all of it is among the lines. */
type Around = {
  shown: Comparable;
  members: string[];
  usual: [number, number];
  years: [number, number];
  group: Positions;
  nameOf: (area: string) => string;
};

/** Everything that an address shows. */
export type Comparison = Around & {
  all: Comparable[];
  areas: api.Area[];
  sources: Source[];
  day: string;
  lines: Compared[];
  focus: string;
  /** Of the country, where it is asked how far they are. */
  targets: TargetWay[];
  release: api.Observations["release"];
};

/** A target of the strategy, from where it is judged and from where the country is now. */
export type TargetWay = Pick<ComparedTarget, "base" | "latest"> & { target: Target; value: number };

/** Reads what an address asks for, with the members of a group as they are on a day; null where nothing can be compared. */
export async function readComparison(
  read: ReadAnswer,
  view: api.View,
  asked: CompareSearch,
  day: string,
): Promise<Comparison | null> {
  const [catalogue, { items: areas }, { items: sources }] = await Promise.all([
    read(api.indicators(view)),
    read(api.areas(view)),
    read(api.sources(view)),
  ]);
  const all = comparables(catalogue.items, asked.indicator);
  const shown = all.find(({ indicator }) => indicator.code === asked.indicator) ?? all[0];
  const chosen = chosenAreas(asked.areas ?? (shown?.areas === 1 ? [COUNTRY] : undefined), areas, day);
  if (!shown || chosen.length === 0) return null;
  const members = membersOn(areas, GROUP, day);
  const others = chosen.filter((area) => !members.includes(area));
  const figuresOf = (area: string) => read(api.observations(view, { indicator: shown.indicator.code, area }));
  const [group, more, detail] = await Promise.all([
    figuresOf(GROUP),
    others.length > 0 ? figuresOf(others.toSorted().join(",")) : null,
    asked.paths && chosen.includes(COUNTRY) ? read(api.indicator(view, shown.indicator.code)) : null,
  ]);
  const around = aroundOf(shown, members, group.items, areas, asked);
  const figures = [...group.items, ...(more?.items ?? [])];
  const lines = comparedLines(figures, chosen, shown.compiler, around.years, around.nameOf);
  const targets = detail ? waysOf(detail) : [];
  return { all, areas, sources, day, lines, ...around, focus: focusOf(chosen), targets, release: catalogue.release };
}

/** The targets that the strategy itself sets and that have a value to be reached in a year. */
function waysOf({ documents, targets, assessments }: api.IndicatorDetail): TargetWay[] {
  const strategy = documents.find((document) => document.strategy)?.id;
  return targets.flatMap((target) => {
    const { kind, value, window } = target;
    const assessment = assessments.find(({ targetId }) => targetId === target.id);
    if (target.document !== strategy || !assessment || value === null || window || kind === "rank_in_group") return [];
    const { path, latest } = assessment;
    const isAhead = latest !== null && latest.timePeriod < target.year;
    return [{ target, value, base: path?.[0] ?? null, latest: isAhead ? latest : null }];
  });
}

/** What the title and the summary are written from. */
export const factsOf = ({ shown, lines, group, members }: Comparison): Facts => ({
  measure: shown.indicator,
  lines,
  group,
  members,
});

/** What is shown of an indicator around the lines: `items` are the figures of the group's members. */
function aroundOf(
  shown: Comparable,
  members: string[],
  items: readonly api.ObservationItem[],
  areas: readonly api.Area[],
  asked: { from?: number | undefined; to?: number | undefined },
): Around {
  const figures = items.filter((o) => members.includes(o.refArea));
  const usual = usualYears(shown, figures);
  const years = shownYears(shown, usual, asked);
  const nameOf = (area: string) => areas.find((item) => item.code === area)?.name ?? area;
  const lines = comparedLines(figures, members, shown.compiler, years, nameOf);
  return { shown, members, usual, years, nameOf, group: positions(lines, shown.indicator.direction) };
}

/** The line in the accent colour: the country's, or the first. */
const focusOf = (areas: readonly string[]): string => (areas.includes(COUNTRY) ? COUNTRY : (areas[0] ?? COUNTRY));
