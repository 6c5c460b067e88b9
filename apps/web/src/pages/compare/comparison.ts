import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Source } from "@moc2030/shared/schema/source";
import type { Target } from "@moc2030/shared/schema/target";
import type { ComparedTarget } from "../../charts/comparison-state.ts";
import * as api from "../../client/api.ts";
import type { ReadAnswer } from "../../document/page.ts";
import { citedIn } from "../../document/source-note.tsx";
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

/** Values derived from the group's figures: default and shown years, and positions of all members, shown or not. */
type Around = {
  shown: Comparable;
  members: string[];
  /** First and last year by default. */
  usual: [number, number];
  /** First and last year shown. */
  years: [number, number];
  group: Positions;
  nameOf: (area: string) => string;
};

/** Data of the comparison page. */
export type Comparison = Around & {
  /** Indicators to choose from. */
  all: Comparable[];
  areas: api.Area[];
  sources: Source[];
  /** Reference date, on which group membership is read. */
  day: string;
  lines: Compared[];
  /** Area of the line in the accent colour. */
  focus: string;
  /** Targets of the country; empty unless the query has `paths`. */
  targets: TargetWay[];
  release: api.Observations["release"];
};

/**
 * A target of the strategy with the starts of its paths: the assessed base, and the latest figure if before the target
 * year.
 */
export type TargetWay = Pick<ComparedTarget, "base" | "latest"> & { target: Target; value: number };

/**
 * Reads the data for a query, with group members as of `day`; null if there is no comparable indicator or no known
 * area.
 */
export async function readComparison(
  read: ReadAnswer,
  view: api.View,
  asked: CompareSearch,
  day: string,
): Promise<Comparison | null> {
  const [catalogue, { items: areas }] = await Promise.all([read(api.indicators(view)), read(api.areas(view))]);
  const all = comparables(catalogue.items, asked.indicator);
  const shown = all.find(({ indicator }) => indicator.code === asked.indicator) ?? all[0];
  const chosen = chosenAreas(asked.areas ?? (shown?.areas === 1 ? [COUNTRY] : undefined), areas, day);
  if (!shown || chosen.length === 0) return null;
  const members = membersOn(areas, GROUP, day);
  const others = chosen.filter((area) => !members.includes(area));
  const figuresOf = (area: string) => read(api.observations(view, { indicator: shown.indicator.code, area }));
  const cited = citedIn(shown.indicator.notes);
  const [sources, group, more, detail] = await Promise.all([
    cited.length > 0 ? read(api.sources(view, cited)) : null,
    figuresOf(GROUP),
    others.length > 0 ? figuresOf(others.toSorted().join(",")) : null,
    asked.paths && chosen.includes(COUNTRY) ? read(api.indicator(view, shown.indicator.code)) : null,
  ]);
  const around = aroundOf(shown, members, group.items, areas, asked);
  const figures = [...group.items, ...(more?.items ?? [])];
  const lines = comparedLines(figures, chosen, shown.compiler, around.years, around.nameOf);
  const targets = detail ? waysOf(detail) : [];
  return {
    all,
    areas,
    sources: sources?.items ?? [],
    day,
    lines,
    ...around,
    focus: focusOf(chosen),
    targets,
    release: catalogue.release,
  };
}

/** The assessed targets of the strategy itself that set a value for a single year. */
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

/** Input of title and summary. */
export const factsOf = ({ shown, lines, group, members }: Comparison): Facts => ({
  measure: shown.indicator,
  lines,
  group,
  members,
});

/** Years and positions of an indicator; `items` are the figures of the group. */
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

/** The country if it is compared, else the first area. */
const focusOf = (areas: readonly string[]): string => (areas.includes(COUNTRY) ? COUNTRY : (areas[0] ?? COUNTRY));
