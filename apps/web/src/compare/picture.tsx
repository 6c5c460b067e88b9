import { memo, Suspense, useMemo } from "react";
import { ChartLinks } from "../chart-links.tsx";
import { FileLinks } from "../file-links.tsx";
import { usePageText } from "../text/page-text.tsx";
import { ChartTabs } from "../ui/chart-tabs.tsx";
import { Kept } from "../ui/kept.tsx";
import { lazyInBrowser } from "../ui/lazy-in-browser.ts";
import { PageLink } from "../ui/page-link.tsx";
import { Bone } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";
import { type Comparison, chartOf } from "./comparison.ts";
import { FiguresTable } from "./figures-table.tsx";
import { askedAreas, GROUP } from "./state.ts";
import { comparisonSummary, comparisonTitle } from "./wording.ts";

// Remembered: a switch of the tab leaves the drawing as it is.
const ComparisonChart = memo(lazyInBrowser(() => import("../charts/comparison.tsx")));
const HEIGHT = 460;

type Props = {
  compared: Comparison;
  tab: "chart" | "table";
  highlighted: string | null;
  onHighlight: (area: string | null) => void;
};

/** What the choices show: a title that says it, the chart or its table, the summary, the file. Remembered, so that a choice answers before the next picture is drawn. */
export const Picture = memo(function Picture({ compared, tab, highlighted, onHighlight }: Props) {
  const { shown, years, lines, group, members, focus, release } = compared;
  const text = usePageText();
  const { say } = text;
  const view = useView();
  const { indicator } = shown;
  const facts = { measure: indicator, lines, group, members };
  const chart = useMemo(() => chartOf(compared, text), [compared, text]);
  const { editions } = chart;
  // A single edition is no course, and a class no height: the table says it better.
  const canBeDrawn = editions.length > 1 && indicator.valueKind !== "tier" && indicator.valueKind !== "state";
  const isTable = tab === "table" || !canBeDrawn;
  const title = comparisonTitle(facts, text);
  const summary = comparisonSummary(facts, text);
  const file = {
    indicator: indicator.code,
    area: (
      askedAreas(
        lines.map((line) => line.area),
        members,
      ) ?? [GROUP]
    ).join(","),
    compiler: shown.compiler,
    from: String(years[0]),
    to: String(years[1]),
  };
  return (
    <section aria-labelledby="chart-title" className="mt-8">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 id="chart-title" className="max-w-3xl text-xl" aria-live="polite">
          {title}
        </h2>
        {canBeDrawn ? <ChartTabs tab={tab} tabs={["chart", "table"]} /> : null}
      </div>
      {editions.length === 0 ? (
        <div className="panel mt-4 grid min-h-48 place-content-center p-6 text-center text-soft">
          <p className="text-lg text-ink">{say("value.none")}</p>
          <p className="mt-1 text-sm">{say("compare.none")}</p>
        </div>
      ) : null}
      {isTable && editions.length > 0 ? <FiguresTable indicator={indicator} lines={lines} focus={focus} /> : null}
      {canBeDrawn ? (
        <Kept isShown={!isTable}>
          <div className="panel mt-4 p-3 sm:p-5">
            <Suspense fallback={<Bone className="h-[460px]" />}>
              <ComparisonChart {...chart} highlighted={highlighted} onHighlight={onHighlight} height={HEIGHT} />
            </Suspense>
          </div>
        </Kept>
      ) : null}
      <p id="chart-summary" className="measure mt-4 text-lg">
        {summary}
      </p>
      <p className="mt-2 text-sm text-soft">
        {say("compare.compiler", { compiler: shown.compiler })}{" "}
        <PageLink to={`/indicators/${indicator.code}`}>{say("compare.more")}</PageLink>
      </p>
      <div className="no-print mt-4 flex flex-wrap gap-3">
        <FileLinks query={{ filter: file, asOf: view.asOf, release: release?.id }} most={2} />
        <PageLink
          to="/data"
          search={{ indicator: [indicator.code], area: file.area.split(","), from: years[0], to: years[1] }}
          className="button"
        >
          {say("download.more")}
        </PageLink>
        {canBeDrawn ? (
          <ChartLinks
            path="/compare"
            search={{
              indicator: indicator.code,
              areas: file.area,
              from: years[0],
              to: years[1],
            }}
            asOf={view.asOf}
            release={release?.id}
          />
        ) : null}
      </div>
    </section>
  );
});
