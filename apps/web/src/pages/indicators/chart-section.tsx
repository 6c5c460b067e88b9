import { COUNTRY } from "@moc2030/shared/figure/country";
import { PageLink, SamePageLink } from "../../address/page-link.tsx";
import { keptPoint } from "../../address/read-point.ts";
import { useView } from "../../address/view.tsx";
import { IndicatorChart } from "../../charts/indicator-chart.tsx";
import type { Milestone, ObservationItem } from "../../client/api.ts";
import { ChartLinks } from "../../document/chart-links.tsx";
import { CiteLinks } from "../../document/cite-links.tsx";
import { EmbedLines } from "../../document/embed-lines.tsx";
import { FileLinks } from "../../document/file-links.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { ChartTabs } from "../../ui/chart-tabs.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Folded } from "../../ui/folded.tsx";
import { day } from "../../words/format.ts";
import { chartTitle, summary } from "../../words/summary.ts";
import { targetMark } from "../../words/wording.ts";
import { chartOf, isDrawn } from "./chart-props.ts";
import { type IndicatorFacts, summaryFacts } from "./facts.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { IndicatorSearch } from "./search.ts";
import { VintageTable } from "./vintage-table.tsx";
import type { Assumed } from "./what-if.ts";

const TABS = ["chart", "table", "vintages"] as const;

type Props = {
  facts: IndicatorFacts;
  search: IndicatorSearch;
  /** Figures of the indicator's group, and milestones. */
  peers: readonly ObservationItem[];
  events: readonly Milestone[];
  assumed: Assumed | null;
  origin: string | null;
};

/** What the figures show: a title that says it, the chart or one of its tables, the summary, the file. */
export function ChartSection({ facts, search, peers, events, assumed, origin }: Props) {
  const { tab = "chart" as const, compiler, milestones } = search;
  const text = useText();
  const { say, lang } = text;
  const view = useView();
  const { detail, figures, history } = facts;
  const { indicator } = detail;
  const told = summaryFacts(facts);
  const mark = told.target && targetMark(told.target, indicator.valueKind, text);
  const isEmpty = figures.length === 0;
  const title = chartTitle(told, mark || null, text);
  const paragraph = summary(told, text);
  const source = say("copy.source", {
    compiler: detail.compilers.find(({ code }) => code === indicator.compiler)?.name ?? indicator.compiler,
    release: detail.release?.id ?? "",
    day: day(detail.referenceDate, lang),
  });
  return (
    <section aria-labelledby="chart-title" className="mt-8">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 id="chart-title" className="max-w-3xl text-lg sm:text-xl">
          {title}
        </h2>
        {isEmpty ? null : <ChartTabs tab={tab} tabs={TABS} />}
      </div>
      {isEmpty ? (
        <div className="panel mt-4 grid min-h-48 place-content-center p-6 text-center text-soft">
          <p className="text-lg text-ink">{say("value.none")}</p>
          <p className="mt-1 text-sm">{say("chart.noFigure")}</p>
        </div>
      ) : (
        <>
          {tab === "table" ? <FiguresTable detail={detail} figures={figures} compiler={compiler} /> : null}
          {tab === "vintages" ? <VintageTable detail={detail} history={history} compiler={compiler} /> : null}
          {tab === "chart" ? (
            isDrawn(figures) ? (
              <div className="panel mt-4 p-3 sm:p-5">
                <IndicatorChart {...chartOf(facts, { panel: peers, events, assumed }, text)} />
              </div>
            ) : (
              <p className="mt-4 text-soft">{say("chart.onePoint")}</p>
            )
          ) : null}
        </>
      )}
      {isEmpty ? null : (
        <>
          <p id="chart-summary" className="measure mt-4 text-lg">
            {paragraph}
          </p>
          <div className="no-print mt-4 flex flex-wrap items-center gap-3">
            <CopyButton text={`${paragraph} ${source}`} label={say("copy.button")} selectId="chart-summary" />{" "}
            {tab === "chart" && isDrawn(figures) ? <MilestoneToggle isOn={milestones !== undefined} /> : null}
            <Folded onPhone summary={say("chart.files")}>
              <div className="flex flex-wrap items-center gap-3 phone:mt-2">
                <FileLinks
                  query={{
                    filter: { indicator: indicator.code, area: COUNTRY },
                    ...keptPoint(view, detail.release?.id),
                  }}
                  most={2}
                />
                <ChartLinks
                  path={`/indicators/${indicator.code}`}
                  search={{ milestones }}
                  release={detail.release?.id}
                />{" "}
                <PageLink to="/data" search={{ indicator: [indicator.code] }} className="text-sm">
                  {say("download.more")}
                </PageLink>{" "}
                <CiteLinks path={`/indicators/${indicator.code}`} release={detail.release?.id} />{" "}
                <PageLink to="/follow" search={{ indicator: indicator.code }} className="text-sm">
                  {say("follow.indicator")}
                </PageLink>
              </div>
            </Folded>
          </div>
          {origin !== null && tab === "chart" && isDrawn(figures) ? (
            <EmbedLines lines={embedLines(facts, title, text)} origin={origin} />
          ) : null}
        </>
      )}
    </section>
  );
}

/** The chart with all targets, and with each of them alone. */
const embedLines = ({ detail: { indicator }, own }: IndicatorFacts, title: string, { say }: Text) => [
  { id: "embed-indicator", label: say("embed.indicator"), path: `/indicators/${indicator.code}`, title },
  ...own.map(({ target: { id, year } }) => ({
    ...{ id: `embed-${id}`, label: say("embed.target", { year }), path: `/targets/${id}` },
    title: `${indicator.shortName}: ${say("panel.title", { year })}`,
  })),
];

function MilestoneToggle({ isOn }: { isOn: boolean }) {
  const { say } = useText();
  return (
    <SamePageLink change={{ milestones: isOn ? undefined : "1" }} className="button">
      {say(isOn ? "milestones.hide" : "milestones.show")}
    </SamePageLink>
  );
}
