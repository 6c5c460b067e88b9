import { COUNTRY } from "@moc2030/shared/figure/country";
import { IndicatorChart } from "../../charts/indicator-chart.tsx";
import * as api from "../../client/api.ts";
import type { ReadAnswer } from "../../document/page.ts";
import { StatusBadge } from "../../document/status-badge.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { capital } from "../../words/format.ts";
import { chartTitle, summary } from "../../words/summary.ts";
import { aimText } from "../../words/target-row.ts";
import { gapText, provisionalNote, statusWord, targetMark } from "../../words/wording.ts";
import { chartOf, isDrawn } from "./chart-props.ts";
import { factsOf, followed, type IndicatorFacts, summaryFacts } from "./facts.ts";

type Peers = readonly api.ObservationItem[];
/** A chart for a page elsewhere; `facts` null where the thing was not known on the day. */
export type Embedded = {
  facts: IndicatorFacts | null;
  peers: Peers;
  release: api.IndicatorDetail["release"];
  /** The path of the page that has it whole, with a fragment. */
  path: string;
};

/** Reads the chart of an indicator. */
export async function loadIndicator(read: ReadAnswer, view: api.View, code: string): Promise<Embedded> {
  const detail = await read(api.indicator(view, code));
  const [figures, peers] = await Promise.all([
    read(api.observations(view, { area: COUNTRY, indicator: code })),
    read(api.indicatorPeers(view, code)),
  ]);
  const facts = factsOf(detail, figures.items);
  return { facts, peers: peers.items, release: detail.release, path: `/indicators/${code}` };
}

/** Reads the chart of an indicator with one target alone, of whatever document. */
export async function loadTarget(read: ReadAnswer, view: api.View, id: string): Promise<Embedded> {
  const { target, assessment, release } = await read(api.target(view, id));
  if (!target) return { facts: null, peers: [], release, path: "/strategy" };
  const { facts, ...rest } = await loadIndicator(read, view, target.indicator);
  const isFollowed = facts?.own.some((one) => one.target.id === id) ?? false;
  return {
    ...rest,
    facts: facts && { ...facts, own: assessment ? [{ target, assessment }] : [] },
    path: `${rest.path}#${isFollowed ? id : "other-targets"}`,
  };
}

/** What an embedded chart is called; a place in a group is no rank of the axis, and so is written out. */
export function embeddedTitle(facts: IndicatorFacts, text: Text): string {
  const told = summaryFacts(facts);
  const { target, indicator } = told;
  const bound = target?.kind === "rank_in_group" ? aimText(target, indicator.valueKind, text) : null;
  const mark = bound
    ? text.say("target.mark", { bound, year: target?.year ?? "" })
    : target && targetMark(target, indicator.valueKind, text);
  return chartTitle(told, mark || null, text);
}

/** Title, class, chart and what it shows in words. */
export function EmbeddedChart({ facts, peers }: { facts: IndicatorFacts; peers: Peers }) {
  const text = useText();
  const { indicator } = facts.detail;
  const judged = followed(facts) ?? facts.own[0];
  const inGroup = judged?.assessment.group ? gapText(judged.assessment, indicator, text) : null;
  return (
    <>
      <p className="text-sm text-soft">{indicator.name}</p>
      <h1 id="chart-title" className="text-lg">
        {embeddedTitle(facts, text)}
      </h1>
      {judged ? (
        <p className="mt-2">
          <StatusBadge
            status={judged.assessment.class}
            word={statusWord(judged.assessment, text, indicator)}
            note={provisionalNote(judged.assessment, text)}
          />
        </p>
      ) : null}
      {isDrawn(facts.figures) ? (
        <div className="mt-3">
          <IndicatorChart {...chartOf(facts, { panel: peers, events: [] }, text)} isStill />
        </div>
      ) : null}
      <p id="chart-summary" className="measure mt-3 text-sm">
        {summary(summaryFacts(facts), text)}
        {inGroup === null ? null : ` ${capital(inGroup)}.`}
      </p>
    </>
  );
}
