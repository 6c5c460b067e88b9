import type { Assessment } from "@moc2030/shared/assessment";
import type { Target } from "@moc2030/shared/target";
import { Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { csvAddress, type IndicatorDetail, type ObservationItem } from "../api.ts";
import type { ChartFormat, ChartSeries } from "../charts/model.ts";
import { chartWords } from "../charts/words.ts";
import { shortCompiler } from "../compiler-name.ts";
import { figure } from "../format.ts";
import { useText } from "../text/text.tsx";
import { lazyInBrowser } from "../ui/lazy-in-browser.ts";
import { Bone } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";
import { targetMark } from "../wording.ts";
import { FiguresTable } from "./figures-table.tsx";
import { chartTitle, summary } from "./summary.ts";

const IndicatorChart = lazyInBrowser(() => import("../charts/indicator-chart.tsx"));

type Props = {
  detail: IndicatorDetail & { indicator: NonNullable<IndicatorDetail["indicator"]> };
  figures: ObservationItem[];
  followed: { target: Target; assessment: Assessment } | null;
  marks: Target[];
  tab: "chart" | "table";
  compiler: string | undefined;
};

/** What the figures show: a title that says it, the chart or its table, the summary, the file. */
export function ChartSection({ detail, figures, followed, marks, tab, compiler }: Props) {
  const text = useText();
  const { say, lang } = text;
  const view = useView();
  const { indicator } = detail;
  const official = figures.filter((o) => o.compiler === indicator.compiler);
  const facts = {
    indicator,
    series: official,
    target: followed?.target ?? null,
    assessment: followed?.assessment ?? null,
  };
  const mark = followed && targetMark(followed.target, indicator.valueKind, text);
  const series: ChartSeries[] = detail.compilers
    .map(({ code, name }) => ({
      compiler: code,
      name: shortCompiler(name),
      official: code === indicator.compiler,
      points: figures.filter((o) => o.compiler === code),
    }))
    .filter(({ points, official: isOfficial }) => isOfficial || points.length > 0);
  const format: ChartFormat = {
    value: (value) => figure(value, indicator.valueKind, lang),
    tick: (value, decimals) =>
      figure(value, indicator.valueKind === "growth" ? "share" : indicator.valueKind, lang, { decimals }),
    source: (id) => detail.sources.find((source) => source.id === id)?.title ?? id,
  };
  const isEmpty = figures.length === 0;
  return (
    <section aria-labelledby="chart-title" className="mt-8">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 id="chart-title" className="max-w-3xl text-xl">
          {chartTitle(facts, mark || null, text)}
        </h2>
        {isEmpty ? null : <Tabs tab={tab} />}
      </div>
      {isEmpty ? (
        <div className="panel mt-4 grid min-h-48 place-content-center p-6 text-center text-soft">
          <p className="text-lg text-ink">{say("value.none")}</p>
          <p className="mt-1 text-sm">{say("chart.noFigure")}</p>
        </div>
      ) : tab === "table" ? (
        <FiguresTable detail={detail} figures={figures} compiler={compiler} />
      ) : (
        <figure className="panel mt-4 p-3 sm:p-5">
          <Suspense fallback={<Bone className="h-[360px]" />}>
            <div className="min-h-[360px]">
              <IndicatorChart
                titleId="chart-title"
                descriptionId="chart-summary"
                words={chartWords[lang]}
                format={format}
                valueKind={indicator.valueKind}
                frequency={indicator.frequency}
                unit={indicator.unit}
                series={series}
                targets={marks.map((target) => ({ ...target, text: targetMark(target, indicator.valueKind, text) }))}
                path={followed?.assessment.path ?? null}
                baseYear={followed?.assessment.base?.timePeriod ?? null}
                breaks={indicator.breaks}
              />
            </div>
          </Suspense>
        </figure>
      )}
      {isEmpty ? null : (
        <>
          <p id="chart-summary" className="measure mt-4 text-lg">
            {summary(facts, text)}
          </p>
          <p className="no-print mt-4 flex flex-wrap gap-3">
            <a className="button" href={csvAddress(view, { indicator: indicator.code, area: "VNM" })} download>
              {say("download.csv")}
            </a>
            {indicator.valueKind === "rank" || indicator.valueKind === "index" ? (
              <a className="button" href={csvAddress(view, { indicator: indicator.code })} download>
                {say("download.csvAll")}
              </a>
            ) : null}
          </p>
        </>
      )}
    </section>
  );
}

function Tabs({ tab }: { tab: "chart" | "table" }) {
  const { say } = useText();
  return (
    <nav aria-label={say("tab.label")} className="no-print flex rounded-[4px] border border-line-strong text-sm">
      {(["chart", "table"] as const).map((name) => (
        <Link
          key={name}
          to="."
          search={(now) => ({ ...now, tab: name === "table" ? ("table" as const) : undefined })}
          resetScroll={false}
          activeOptions={{ exact: true }}
          className={`plain min-h-11 px-4 py-2.5 ${tab === name ? "bg-accent font-semibold text-accent-ink" : "text-ink"}`}
        >
          {say(`tab.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
