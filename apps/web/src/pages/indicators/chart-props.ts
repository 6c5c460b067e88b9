import { averageGrowth } from "@moc2030/shared/assess/average";
import { isUsable } from "@moc2030/shared/assess/usable";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Source } from "@moc2030/shared/schema/source";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import type { IndicatorFigures } from "../../charts/indicator-parts.ts";
import type { ChartFormat, ChartFrame, ChartSeries, ChartWay, PathPoint } from "../../charts/model.ts";
import type { Indicator, Milestone, ObservationItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { computedDecimals, figure, reducedDay, span } from "../../words/format.ts";
import { targetBound, targetMark } from "../../words/wording.ts";
import { chartWords } from "../../words/words.ts";
import { yearsAhead } from "../../words/years-ahead.ts";
import type { IndicatorFacts } from "./facts.ts";
import type { Assumed } from "./what-if.ts";

/** Milestones for an indicator's chart: those of all indicators, and publications among its sources. */
function chartMilestones(events: readonly Milestone[], sources: readonly Pick<Source, "id">[]): Milestone[] {
  const cited = new Set(sources.map((source) => source.id));
  return events.filter(
    ({ topic, source }) => topic === "document" || topic === "steering" || (topic === "figures" && cited.has(source)),
  );
}

/** One figure is said in words: a dot in a frame would only look like a course. */
export const isDrawn = (figures: readonly ObservationItem[]) =>
  figures.filter(({ value }) => value !== null).length > 1;

type More = {
  /** The figures of the indicator's group, which know of editions without the country. */
  panel: readonly ObservationItem[];
  /** Events that are marked. */
  events: readonly Milestone[];
  assumed?: Assumed | null;
};

/** The props of an indicator's chart. */
export function chartOf(
  { detail, figures, series: official, own }: IndicatorFacts,
  { panel, events, assumed = null }: More,
  text: Text,
): IndicatorFigures & ChartFrame {
  const { lang, say } = text;
  const { indicator } = detail;
  const kind = indicator.valueKind;
  const assessment = own[0]?.assessment;
  const editions = kind === "rank" || kind === "index" ? panel.map((o) => o.timePeriod) : undefined;
  const series: ChartSeries[] = detail.compilers
    .map(({ code, name }) => ({
      compiler: code,
      name: shortCompiler(name),
      shortName: /^(Bộ|Ministry) /.test(name) ? say("chart.ministry") : code,
      official: code === indicator.compiler,
      points: figures.filter((o) => o.compiler === code),
    }))
    .filter(({ points, official }) => official || points.length > 0);
  const written = kind === "growth" ? "share" : kind;
  const format: ChartFormat = {
    // Points of the path are computed, so they get the decimals of computed numbers.
    value: (value, decimals) => figure(value, kind, lang, { decimals: decimals ?? computedDecimals(kind) }),
    label: (value, decimals) => figure(value, written, lang, { decimals: decimals ?? computedDecimals(kind) }),
    tick: (value, decimals) => figure(value, written, lang, { decimals }),
    source: (id) => detail.sources.find((source) => source.id === id)?.title ?? say("source.later"),
  };
  return {
    titleId: "chart-title",
    descriptionId: "chart-summary",
    words: chartWords[lang],
    format,
    valueKind: kind,
    frequency: indicator.frequency,
    unit: indicator.unit,
    series,
    targets: own.map(({ target }) => ({
      ...target,
      text: targetMark(target, kind, text),
      // The axis has the unit, and the mark's position the year.
      shortText: targetBound(target, written, text).replaceAll(" ", "\u00a0"),
    })),
    ways: waysOf(assessment, indicator.frequency, official, text),
    assumed: assumed && {
      ...assumed,
      text: say("chart.assumed", { value: format.label?.(assumed.value) ?? "", year: assumed.timePeriod }),
    },
    baseYear: assessment?.base?.timePeriod ?? null,
    breaks: indicator.breaks,
    editions,
    milestones: chartMilestones(events, detail.sources).map(({ id, date, title }) => ({
      id,
      date,
      title: `${reducedDay(date, lang)}: ${title}`,
    })),
  };
}

/** The computed lines of the assessed target: the path from its base year, what each year still needs, the average so far. */
function waysOf(
  a: Assessment | undefined,
  frequency: Indicator["frequency"],
  official: readonly ObservationItem[],
  { say, lang }: Text,
): ChartWay[] {
  // Places in a group are not on the axis of the figures.
  if (!a || a.group) return [];
  const editions = yearsAhead(frequency, a);
  const growth = (value: number) => figure(value, "share", lang, { decimals: 2 });
  const ways: ChartWay[] = [];
  const [first, aim] = [a.path?.[0], a.path?.at(-1)];
  // Where the base year was beyond the target already, no path leads there.
  if (first && aim && (a.comparator?.startsWith("<") ? aim.value < first.value : aim.value > first.value)) {
    const year = first.timePeriod;
    const names = { text: say("chart.reference", { year }), shortText: say("chart.referenceShort", { year }) };
    ways.push({ kind: "reference", points: [first, aim], ...names });
  }
  const ahead = a.outlook?.catchUp ?? [];
  const [next, end] = [ahead[0], ahead.at(-1)];
  const shown = ahead.filter(({ timePeriod }) => editions.includes(timePeriod));
  if (next && end && a.latest) {
    const text = a.average
      ? say("chart.neededAverage", { value: growth(next.value), years: span([next.timePeriod, end.timePeriod]) })
      : say("chart.needed");
    ways.push({
      kind: "needed",
      points: a.average ? shown : [a.latest, ...shown],
      text,
      shortText: say("chart.neededShort"),
    });
  }
  const averages = averagesOf(a, official);
  const [from, last] = [averages[0], averages.at(-1)];
  if (from && last)
    ways.push({
      ...{ kind: "average", points: averages },
      text: `${say("chart.average", { year: from.timePeriod })}: ${growth(last.value)}`,
    });
  return ways;
}

/** The average growth up to each year that counts for a period's target, in percent a year. */
function averagesOf({ average }: Assessment, official: readonly ObservationItem[]): PathPoint[] {
  const counted = official.filter(isUsable).filter((o) => average?.yearsCounted.includes(o.timePeriod));
  return counted.flatMap(({ timePeriod }, index) => {
    const value = averageGrowth(counted.slice(0, index + 1).map((o) => o.value));
    return value === null ? [] : [{ timePeriod, value }];
  });
}
