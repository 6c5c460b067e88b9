import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { IndicatorFigures } from "../../charts/indicator-parts.ts";
import type { ChartFormat, ChartFrame, ChartSeries, ChartWay } from "../../charts/model.ts";
import type { Source } from "@moc2030/shared/schema/source";
import type { Milestone, ObservationItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { shortCompiler } from "../../words/compiler-name.ts";
import { computedDecimals, figure, reducedDay } from "../../words/format.ts";
import { targetBound, targetMark } from "../../words/wording.ts";
import { chartWords } from "../../words/words.ts";
import type { IndicatorFacts } from "./facts.ts";

/** Milestones for an indicator's chart: those of all indicators, and publications among its sources. */
function chartMilestones(events: readonly Milestone[], sources: readonly Pick<Source, "id">[]): Milestone[] {
  const cited = new Set(sources.map((source) => source.id));
  return events.filter(
    ({ topic, source }) => topic === "document" || topic === "steering" || (topic === "figures" && cited.has(source)),
  );
}

/**
 * Props of an indicator's chart. `panel`: figures of its group, which show editions that lack the country; `events`:
 * milestones.
 */
export function chartOf(
  { detail, figures, own }: IndicatorFacts,
  panel: readonly ObservationItem[],
  events: readonly Milestone[],
  text: Text,
): IndicatorFigures & ChartFrame {
  const { lang } = text;
  const { indicator } = detail;
  const kind = indicator.valueKind;
  const assessment = own[0]?.assessment;
  const editions = kind === "rank" || kind === "index" ? panel.map((o) => o.timePeriod) : undefined;
  const series: ChartSeries[] = detail.compilers
    .map(({ code, name }) => ({
      compiler: code,
      name: shortCompiler(name),
      shortName: code,
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
    source: (id) => detail.sources.find((source) => source.id === id)?.title ?? id,
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
    ways: waysOf(assessment, text),
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

/** The computed lines of the assessed target: the path from its base year. */
function waysOf(assessment: Assessment | undefined, { say }: Text): ChartWay[] {
  const [first] = assessment?.path ?? [];
  if (!assessment?.path || !first) return [];
  return [{ kind: "reference", points: assessment.path, text: say("chart.reference", { year: first.timePeriod }) }];
}
