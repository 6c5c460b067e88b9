import type { Assessment } from "@moc2030/shared/assessment";
import type { Target } from "@moc2030/shared/target";
import { useQuery } from "@tanstack/react-query";
import { type IndicatorDetail, milestones, type ObservationItem, observations } from "../api.ts";
import type { IndicatorChartProps } from "../charts/indicator-chart.tsx";
import type { ChartFormat, ChartSeries } from "../charts/model.ts";
import { chartWords } from "../charts/words.ts";
import { shortCompiler } from "../compiler-name.ts";
import { computedDecimals, figure, reducedDay } from "../format.ts";
import { useText } from "../text/text.tsx";
import { useView } from "../view.tsx";
import { targetBound, targetMark } from "../wording.ts";
import { marked } from "./marked.ts";

type Props = {
  detail: IndicatorDetail & { indicator: NonNullable<IndicatorDetail["indicator"]> };
  figures: ObservationItem[];
  assessment: Assessment | null;
  marks: Target[];
  withMilestones: boolean;
};

/** What the chart is drawn from. The events that are marked on demand are fetched when they are asked for. */
export function useChart({ detail, figures, assessment, marks, withMilestones }: Props): IndicatorChartProps {
  const text = useText();
  const { lang } = text;
  const view = useView();
  const { indicator } = detail;
  const kind = indicator.valueKind;
  // Members of a group that the page shows anyway know of editions in which the country is missing.
  const peers = useQuery(observations(view, { indicator: indicator.code, area: "ASEAN", labels: "both" }));
  const events = useQuery({ ...milestones(view), enabled: withMilestones });
  const editions = kind === "rank" || kind === "index" ? peers.data?.items.map((o) => o.timePeriod) : undefined;
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
    targets: marks.map((target) => ({
      ...target,
      text: targetMark(target, kind, text),
      // The axis names the unit, and the mark's place the year.
      shortText: targetBound(target, written, text).replaceAll(" ", "\u00a0"),
    })),
    path: assessment?.path ?? null,
    baseYear: assessment?.base?.timePeriod ?? null,
    breaks: indicator.breaks,
    editions,
    milestones:
      withMilestones && events.data
        ? marked(events.data.items, detail.sources).map(({ id, date, title }) => ({
            id,
            date,
            title: `${reducedDay(date, lang)}: ${title}`,
          }))
        : [],
  };
}
