import { changeBetween } from "@moc2030/shared/outlook/components";
import * as api from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import { unreadPart } from "../../document/not-understood.ts";
import type { Card, Head, Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readAll } from "../../document/read-all.ts";
import { readRebuilt } from "../../document/rebuilt.ts";
import { Terms } from "../../document/term.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { capital } from "../../words/format.ts";
import { summary } from "../../words/summary.ts";
import { latestText, valueNow } from "../../words/target-row.ts";
import { provisionalNote, reasonText, statusWord, targetText } from "../../words/wording.ts";
import { AboutIndicator } from "./about-indicator.tsx";
import { ChartSection } from "./chart-section.tsx";
import { ComponentChanges } from "./component-changes.tsx";
import { factsOf, followed, summaryFacts } from "./facts.ts";
import { Heading } from "./heading.tsx";
import { OtherTargets } from "./other-targets.tsx";
import { PeersTable } from "./peers-table.tsx";
import { RevisedFigures } from "./revised-figures.tsx";
import { type IndicatorSearch, parseIndicator } from "./search.ts";
import { SincePrevious } from "./since-previous.tsx";
import { Targets } from "./targets.tsx";
import { trialOf } from "./trial.ts";
import { TwoFigures } from "./two-figures.tsx";
import { WhatIf } from "./what-if.tsx";
import { YearTables } from "./year-table.tsx";

type Data = Awaited<ReturnType<typeof load>>;

/** The page of one indicator. */
export const indicator: Page<IndicatorSearch, Data> = {
  path: "/indicators/:code{[A-Z0-9_]+}",
  parse: parseIndicator,
  load,
  unknown,
  head,
  card,
  paths: async (read) => (await read(api.indicators(api.DEFAULT_VIEW))).items.map(({ code }) => `/indicators/${code}`),
  Component: IndicatorPage,
};

/** A compiler without figures, in whose place the tables are the official one's, and an edition that no change can begin or end with. */
function unknown({ facts }: Data, search: IndicatorSearch) {
  if (!facts) return [];
  const { compiler } = search;
  const asked = changeBetween(facts.detail.components, search);
  return [
    ...(compiler && !facts.figures.some((o) => o.compiler === compiler) ? [unreadPart("compiler", compiler)] : []),
    ...(asked.ok ? [] : [unreadPart(asked.field, `${search[asked.field]}`)]),
  ];
}

async function load(read: ReadAnswer, request: Request<IndicatorSearch>) {
  const { view, search, origin } = request;
  const { code = "" } = request.params;
  // Read first: an unknown code is a 404 here, but a refused filter in other reads.
  const detail = await read(api.indicator(view, code));
  const [answers, milestones, rebuilt] = await Promise.all([
    readAll(read, {
      history: api.indicatorHistory(view, code),
      peers: api.indicatorPeers(view, code),
      dataset: api.dataset(view, code),
      sources: api.sources(view),
      corrections: api.corrections(view),
    }),
    search.milestones ? read(api.milestones(view)) : null,
    readRebuilt(read, request, code),
  ]);
  const facts = factsOf(detail, answers.history.items, answers.sources.items, rebuilt);
  const [told, records, areas] = await Promise.all([
    Promise.all((facts?.own ?? []).map(({ target }) => read(api.target(view, target.id)))),
    detail.indicator?.referenceClass ? read(api.trackRecords(view)) : null,
    detail.components?.targets.length || detail.assessments.some(({ group }) => group) ? read(api.areas(view)) : null,
  ]);
  return {
    code,
    origin,
    facts,
    told,
    records: records?.items ?? [],
    areas: areas?.items ?? [],
    peers: answers.peers.items,
    corrections: answers.corrections.items,
    events: milestones?.items ?? [],
    dataset: answers.dataset,
  };
}

function head({ code, facts, dataset }: Data, text: Text): Head {
  if (!facts) return { title: code, description: text.say("empty.title") };
  const { name, shortName } = facts.detail.indicator;
  const judged = followed(facts);
  const told = summary(summaryFacts(facts), text);
  return {
    title: judged ? `${shortName}: ${statusWord(judged.assessment, text, facts.detail.indicator)}` : name,
    // Some summaries start with the name already.
    description: told.startsWith(shortName) ? told : `${name}. ${told}`,
    jsonLd: dataset,
    followed: { indicator: code },
  };
}

/** Latest figure, target and class; null where the indicator was not known yet. */
function card({ facts }: Data, text: Text): Card | null {
  if (!facts) return null;
  const { indicator } = facts.detail;
  const judged = followed(facts);
  const now = judged && valueNow({ ...judged, indicator }, text);
  const value = now?.value ?? latestText(indicator, text) ?? text.say("value.none");
  const result = { label: text.say(now?.isLast ? "row.last" : "share.result"), value: capital(value) };
  if (!judged) return { title: indicator.name, rows: [result] };
  const { target, assessment } = judged;
  const why =
    assessment.class === "not_assessable"
      ? reasonText(assessment, indicator, indicator.compiler, text)
      : provisionalNote(assessment, text);
  const word = statusWord(assessment, text, indicator) + (why === null ? "" : `: ${why}`);
  return {
    title: indicator.name,
    rows: [
      result,
      {
        label: text.say("panel.title", { year: target.year }),
        value: capital(targetText(target, indicator.valueKind, text) ?? ""),
      },
      { label: text.say("row.status"), value: null, verdict: { class: assessment.class, word } },
    ],
  };
}

function IndicatorPage({ data, search }: { data: Data; search: IndicatorSearch }) {
  const { facts, told, records, areas, peers, events, corrections, origin } = data;
  const text = useText();
  if (!facts) return <EmptyRelease />;
  const { detail, history, figures } = facts;
  const trial = trialOf(facts, search, text);
  const areaName = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  return (
    <>
      <Heading facts={facts} />
      <ChartSection {...{ facts, search, peers, events, origin }} assumed={trial?.assumed ?? null} />
      <YearTables facts={facts} told={told} />
      <TwoFigures detail={detail} figures={figures} />
      <SincePrevious indicator={detail.indicator} history={history} />
      <ComponentChanges detail={detail} search={search} nameOf={areaName} />
      <Targets facts={facts} told={told} records={records} areaName={areaName} />
      <WhatIf facts={facts} search={search} trial={trial} />
      <RevisedFigures detail={detail} history={history} corrections={corrections} />
      <PeersTable indicator={detail.indicator} figures={peers} />
      <OtherTargets indicator={detail.indicator} targets={detail.targets} documents={detail.documents} />
      <AboutIndicator detail={detail} />
      <Terms
        ids={[
          "indicator",
          "baseYear",
          "referencePath",
          "needed",
          "continuation",
          "edition",
          "grade",
          "provisional",
          "sourced",
        ]}
      />
      <Provenance
        release={detail.release}
        referenceDate={detail.referenceDate}
        methodVersion={detail.assessments[0]?.methodVersion}
      />
    </>
  );
}
