import { useAddress } from "../../address/address.ts";
import { PageLink } from "../../address/page-link.tsx";
import { keptPoint } from "../../address/read-point.ts";
import { useView } from "../../address/view.tsx";
import { ComparisonChart } from "../../charts/comparison-chart.tsx";
import { ChartLinks } from "../../document/chart-links.tsx";
import { CiteLinks } from "../../document/cite-links.tsx";
import { EmbedLines } from "../../document/embed-lines.tsx";
import { FileLinks } from "../../document/file-links.tsx";
import { useText } from "../../text/text.tsx";
import { ChartTabs } from "../../ui/chart-tabs.tsx";
import { Folded } from "../../ui/folded.tsx";
import { figure } from "../../words/format.ts";
import { targetMark } from "../../words/wording.ts";
import { ChartBar } from "./chart-bar.tsx";
import { chartOf, placesChartOf } from "./chart-props.ts";
import { type Comparison, factsOf } from "./comparison.ts";
import { useExplorer } from "./explorer-parts.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { CompareSearch } from "./search.ts";
import { areasParam, GROUP } from "./state.ts";
import { comparisonSummary, comparisonTitle } from "./wording.ts";

const HEIGHT = 460;

type Props = { compared: Comparison; search: CompareSearch };

/** The result of the query: title, chart or table, summary and downloads. */
export function Result({ compared, search }: Props) {
  const { shown, lines, focus, group } = compared;
  const text = useText();
  const { say } = text;
  const Chart = useExplorer()?.Chart ?? ComparisonChart;
  const { indicator, compiler } = shown;
  const facts = factsOf(compared);
  const chart = chartOf(compared, search.pins, text);
  const { editions } = chart;
  // One edition makes no line, and tiers and states have no scale: those get the table only.
  const canBeDrawn = editions.length > 1 && indicator.valueKind !== "tier" && indicator.valueKind !== "state";
  const tabs = ["chart", ...(group.editions.length > 1 ? (["places"] as const) : []), "table"] as const;
  const tab = (canBeDrawn && tabs.find((known) => known === search.tab)) || (canBeDrawn ? "chart" : "table");
  const table = <FiguresTable indicator={indicator} lines={lines} focus={focus} />;
  return (
    <section aria-labelledby="chart-title" className="mt-8">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 id="chart-title" className="max-w-3xl text-xl" aria-live="polite">
          {comparisonTitle(facts, text)}
        </h2>
        {canBeDrawn ? <ChartTabs tab={tab} tabs={tabs} /> : null}
      </div>
      {editions.length === 0 ? (
        <div className="panel mt-4 grid min-h-48 place-content-center p-6 text-center text-soft">
          <p className="text-lg text-ink">{say("value.none")}</p>
          <p className="mt-1 text-sm">{say("compare.none")}</p>
        </div>
      ) : null}
      {tab === "table" ? (
        editions.length > 0 && table
      ) : (
        <div className="panel mt-4 p-3 sm:p-5">
          <Chart
            key={tab}
            {...(tab === "places" ? placesChartOf(compared, search.pins, text) : chart)}
            height={HEIGHT}
          />
          <ChartBar compared={compared} search={search} />
        </div>
      )}
      <p id="chart-summary" className="measure mt-4 text-lg">
        {comparisonSummary(facts, text)}
      </p>
      <TargetPaths compared={compared} />
      <p className="mt-2 text-sm text-soft">
        {say("compare.compiler", { compiler })}{" "}
        <PageLink to={`/indicators/${indicator.code}`}>{say("compare.more")}</PageLink>
      </p>
      {tab === "table" ? null : (
        <Folded summary={say("compare.figures")} className="mt-4">
          {table}
        </Folded>
      )}
      <Files compared={compared} hasChart={canBeDrawn && tab !== "places"} />
      {canBeDrawn && tab === "chart" ? <Embed compared={compared} title={comparisonTitle(facts, text)} /> : null}
    </section>
  );
}

/** The target paths of the chart, in words. */
function TargetPaths({ compared: { targets, shown } }: { compared: Comparison }) {
  const text = useText();
  const { say, lang } = text;
  if (targets.length === 0) return null;
  const { valueKind } = shown.indicator;
  const ends = ["base", "latest"] as const;
  return (
    <ul className="measure mt-3 space-y-1 text-sm">
      {targets.flatMap(({ target, ...way }) =>
        ends.flatMap((end) => {
          const point = way[end];
          if (!point) return [];
          const from = figure(point.value, valueKind, lang);
          const values = { target: targetMark(target, valueKind, text), value: from, year: point.timePeriod };
          return <li key={`${target.id} ${end}`}>{say(`compare.${end}Way`, values)}</li>;
        }),
      )}
    </ul>
  );
}

/** The line that embeds the chart, where the server knows its origin. */
function Embed({ compared: { shown, years, lines, members }, title }: { compared: Comparison; title: string }) {
  const { say } = useText();
  const { origin = null } = useAddress();
  if (origin === null) return null;
  const areas = areasParam(
    lines.map(({ area }) => area),
    members,
  ) ?? [GROUP];
  const search = { indicator: shown.indicator.code, areas: areas.join(","), from: years[0], to: years[1] };
  return (
    <EmbedLines
      origin={origin}
      lines={[{ id: "embed", label: say("embed.compare"), path: "/compare", search, title }]}
    />
  );
}

/** Downloads of the figures and of the chart. */
function Files({ compared, hasChart }: { compared: Comparison; hasChart: boolean }) {
  const { say } = useText();
  const view = useView();
  const { shown, years, lines, members, release } = compared;
  const { code } = shown.indicator;
  const [from, to] = years;
  const drawn = lines.map((line) => line.area);
  const areas = areasParam(drawn, members) ?? [GROUP];
  const filter = {
    ...{ indicator: code, area: areas.join(","), compiler: shown.compiler },
    ...{ from: String(from), to: String(to) },
  };
  return (
    <div className="no-print mt-4 flex flex-wrap gap-3">
      <FileLinks query={{ filter, ...keptPoint(view, release?.id) }} most={2} />{" "}
      <PageLink to="/data" search={{ indicator: [code], area: areas, from, to }} className="button">
        {say("download.more")}
      </PageLink>
      {hasChart ? (
        <ChartLinks
          path="/compare"
          search={{ indicator: code, areas: areas.join(","), from, to }}
          release={release?.id}
        />
      ) : null}{" "}
      <CiteLinks path="/compare" search={{ indicator: code, areas: areas.join(","), from, to }} release={release?.id} />
    </div>
  );
}
