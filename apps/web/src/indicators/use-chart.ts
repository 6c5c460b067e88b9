import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { indicatorPeers, milestones } from "../api.ts";
import type { IndicatorChartProps } from "../charts/indicator-chart.tsx";
import { useText } from "../text/text.tsx";
import { useView } from "../view.tsx";
import { chartOf } from "./chart-props.ts";
import type { IndicatorFacts } from "./facts.ts";

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
