import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { indicatorPeers, type Milestone, milestones, type Observations } from "../api.ts";
import type { IndicatorChartProps } from "../charts/indicator-chart.tsx";
import type { ChartFormat, ChartSeries } from "../charts/model.ts";
import { chartWords } from "../charts/words.ts";
import { shortCompiler } from "../compiler-name.ts";
import { computedDecimals, figure, reducedDay } from "../format.ts";
import { type Text, useText } from "../text/text.tsx";
import { useView } from "../view.tsx";
import { targetBound, targetMark } from "../wording.ts";
import type { IndicatorFacts } from "./facts.ts";
import { marked } from "./marked.ts";

/** What the chart is drawn from, the same as long as that is. The events that are marked on demand are fetched when they are asked for. */
export function useChart(facts: IndicatorFacts, withMilestones: boolean): IndicatorChartProps {
  const text = useText();
  const view = useView();
  const { code } = facts.detail.indicator;
  // Members of a group that the page shows anyway know of editions in which the country is missing.
  const peers = useQuery(indicatorPeers(view, code));
  const events = useQuery({ ...milestones(view), enabled: withMilestones });
  const [panel, shown] = [peers.data?.items, withMilestones ? events.data?.items : undefined];
  return useMemo(() => chartOf(facts, panel, shown, text), [facts, panel, shown, text]);
}

function chartOf(
  { detail, figures, own }: IndicatorFacts,
  panel: Observations["items"] | undefined,
  events: readonly Milestone[] | undefined,
  text: Text,
): IndicatorChartProps {
  const { lang } = text;
  const { indicator } = detail;
  const kind = indicator.valueKind;
  const assessment = own[0]?.assessment;
  const editions = kind === "rank" || kind === "index" ? panel?.map((o) => o.timePeriod) : undefined;
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
    // A point of the path is computed: as many decimals as computed numbers have.
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
      // The axis names the unit, and the mark's place the year.
      shortText: targetBound(target, written, text).replaceAll(" ", "\u00a0"),
    })),
    path: assessment?.path ?? null,
    baseYear: assessment?.base?.timePeriod ?? null,
    breaks: indicator.breaks,
    editions,
    milestones: marked(events ?? [], detail.sources).map(({ id, date, title }) => ({
      id,
      date,
      title: `${reducedDay(date, lang)}: ${title}`,
    })),
  };
}
