import { COUNTRY } from "@moc2030/shared/figure/country";
import type { ChartRequest } from "@moc2030/shared/page/chart-file";
import { indicatorLayout } from "../../charts/indicator-layout.ts";
import { IndicatorMarks } from "../../charts/indicator-marks.tsx";
import { indicatorState } from "../../charts/indicator-state.ts";
import type { PictureContent } from "../../charts/picture.tsx";
import * as api from "../../client/api.ts";
import type { ReadAnswer } from "../../document/page.ts";
import { footerOf } from "../../document/picture-footer.ts";
import type { Text } from "../../text/text.tsx";
import { list } from "../../words/format.ts";
import { chartTitle, summary } from "../../words/summary.ts";
import { targetMark } from "../../words/wording.ts";
import { chartOf } from "./chart-props.ts";
import { factsOf, summaryFacts } from "./facts.ts";

/** The chart of an indicator's page as a file. */
export async function indicatorPicture(
  request: Extract<ChartRequest, { page: "indicator" }>,
  read: ReadAnswer,
  text: Text,
): Promise<PictureContent> {
  const { code, milestones } = request;
  const [detail, figures, peers, events] = await Promise.all([
    read(api.indicator(request, code)),
    read(api.observations(request, { area: COUNTRY, indicator: code })),
    read(api.indicatorPeers(request, code)),
    milestones ? read(api.milestones(request)) : undefined,
  ]);
  const facts = factsOf(detail, figures.items);
  const page = { path: `/indicators/${code}`, search: { milestones } };
  if (!facts || facts.figures.length === 0)
    return {
      title: text.say("chart.titleEmpty", { name: detail.indicator?.shortName ?? code }),
      description: text.say("value.none"),
      subtitle: detail.indicator?.name ?? code,
      footer: footerOf(request, page, detail.release, [], text),
    };
  const { indicator } = facts.detail;
  const told = summaryFacts(facts);
  const chart = chartOf(facts, { panel: peers.items, events: events?.items ?? [] }, text);
  const state = indicatorState(chart, chart.words, chart.format);
  return {
    title: chartTitle(told, (told.target && targetMark(told.target, indicator.valueKind, text)) || null, text),
    description: summary(told, text),
    subtitle: text.say("picture.subtitle", { name: indicator.name, unit: indicator.unit }),
    footer: footerOf(
      request,
      page,
      detail.release,
      [
        list(
          chart.series.map(({ name }) => name),
          text.lang,
        ),
      ],
      text,
    ),
    marks: (width, height) => (
      <IndicatorMarks
        state={state}
        layout={indicatorLayout(state, width, height, chart.format.tick)}
        format={chart.format}
      />
    ),
  };
}
