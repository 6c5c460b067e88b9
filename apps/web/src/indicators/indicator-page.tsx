import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Suspense, useDeferredValue } from "react";
import { indicatorHistory, indicator as readIndicator } from "../api.ts";
import { leadBody } from "../responsible.ts";
import { useText } from "../text/text.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { Provenance } from "../ui/provenance.tsx";
import { Bone } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";
import { AboutIndicator } from "./about-indicator.tsx";
import { ChartSection } from "./chart-section.tsx";
import { current } from "./history.ts";
import { IndicatorSkeleton } from "./indicator-skeleton.tsx";
import { OtherTargets } from "./other-targets.tsx";
import { PeersTable } from "./peers-table.tsx";
import { RevisedFigures } from "./revised-figures.tsx";
import { SincePrevious } from "./since-previous.tsx";
import { TargetPanel } from "./target-panel.tsx";
import { TwoFigures } from "./two-figures.tsx";
import { WhatIf } from "./what-if.tsx";

/** One indicator: what it shows, where it stands, how that is known. */
export function IndicatorPage() {
  const { code } = useParams({ from: "/indicators/$code" });
  return (
    <Suspense key={code} fallback={<IndicatorSkeleton />}>
      <IndicatorBody code={code} />
    </Suspense>
  );
}

function IndicatorBody({ code }: { code: string }) {
  const text = useText();
  const { say } = text;
  const view = useView();
  const search = useDeferredValue(useSearch({ from: "/indicators/$code" }));
  const { data: detail } = useSuspenseQuery(readIndicator(view, code));
  const { data: versions } = useSuspenseQuery(indicatorHistory(view, code));
  const { indicator } = detail;
  useTitle(indicator?.name ?? code, indicator?.definition);
  if (!indicator) return <EmptyRelease />;

  const history = versions.items;
  const figures = current(history);
  const document = detail.documents.find((item) => item.strategy);
  const own = detail.targets
    .filter((target) => target.document === document?.id)
    .flatMap((target) => {
      const assessment = detail.assessments.find((a) => a.targetId === target.id);
      return assessment ? [{ target, assessment }] : [];
    })
    .sort((a, b) => b.target.year - a.target.year);
  const lead = detail.bodies.find((body) => body.id === leadBody(indicator, detail.referenceDate))?.name;
  return (
    <>
      <nav aria-label={say("breadcrumb")} className="no-print pt-6 text-sm">
        <Link to="/indicators">{say("nav.indicators")}</Link> <span aria-hidden="true">/</span>{" "}
        <span className="text-soft">{indicator.shortName}</span>
      </nav>
      <header className="pt-3">
        <p className="eyebrow">{indicator.pillar}</p>
        <h1 className="mt-1 max-w-4xl text-2xl sm:text-3xl">{indicator.name}</h1>
        <p className="measure mt-3 text-soft">{indicator.definition}</p>
        <p className="mt-2 text-sm">
          <span className="text-soft">{say("card.body")}</span> <a href="#about">{lead ?? say("body.unknown")}</a>
        </p>
      </header>
      <ChartSection
        detail={{ ...detail, indicator }}
        figures={figures}
        history={history}
        followed={own[0] ?? null}
        marks={own.map(({ target }) => target)}
        tab={search.tab ?? "chart"}
        compiler={search.compiler}
        withMilestones={search.milestones === "1"}
      />
      <SincePrevious indicator={indicator} history={history} />
      <TwoFigures detail={{ ...detail, indicator }} figures={figures} />
      {own.length > 0 ? (
        <section aria-labelledby="targets" className="mt-12">
          <h2 id="targets" className="text-xl">
            {say("panel.heading")}
          </h2>
          <div className="mt-4 grid gap-5 has-[details[open]]:items-start lg:grid-cols-2">
            {own.map(({ target, assessment }) => (
              <TargetPanel
                key={target.id}
                target={target}
                assessment={assessment}
                indicator={indicator}
                document={document}
                source={detail.sources.find((source) => source.id === target.source)}
              />
            ))}
          </div>
        </section>
      ) : null}
      <WhatIf
        indicator={indicator}
        series={figures.filter((o) => o.compiler === indicator.compiler)}
        own={own}
        referenceDate={detail.referenceDate}
        assumed={
          search.ifYear === undefined || search.ifValue === undefined
            ? null
            : { timePeriod: search.ifYear, value: Number(search.ifValue) }
        }
      />
      <RevisedFigures indicator={indicator} compilers={detail.compilers} history={history} />
      <Suspense fallback={<Bone className="mt-12 h-96" />}>
        <PeersTable indicator={indicator} />
      </Suspense>
      <OtherTargets indicator={indicator} targets={detail.targets} documents={detail.documents} />
      <AboutIndicator detail={{ ...detail, indicator }} />
      <Provenance
        release={detail.release}
        referenceDate={detail.referenceDate}
        methodVersion={detail.assessments[0]?.methodVersion}
      />
    </>
  );
}
