import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Suspense, useDeferredValue } from "react";
import { observations, indicator as readIndicator } from "../api.ts";
import { useText } from "../text/text.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { Provenance } from "../ui/provenance.tsx";
import { Bone } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";
import { AboutIndicator } from "./about-indicator.tsx";
import { ChartSection } from "./chart-section.tsx";
import { IndicatorSkeleton } from "./indicator-skeleton.tsx";
import { OtherTargets } from "./other-targets.tsx";
import { PeersTable } from "./peers-table.tsx";
import { TargetPanel } from "./target-panel.tsx";
import { TwoFigures } from "./two-figures.tsx";

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
  const { data: figures } = useSuspenseQuery(observations(view, { indicator: code, area: "VNM" }));
  const { indicator } = detail;
  useTitle(indicator?.name ?? code, indicator?.definition);
  if (!indicator) return <EmptyRelease />;

  const own = detail.targets
    .filter((target) => target.document === "D2289")
    .flatMap((target) => {
      const assessment = detail.assessments.find((a) => a.targetId === target.id);
      return assessment ? [{ target, assessment }] : [];
    })
    .sort((a, b) => b.target.year - a.target.year);
  const document = detail.documents.find((item) => item.id === "D2289");
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
      </header>
      <ChartSection
        detail={{ ...detail, indicator }}
        figures={figures.items}
        followed={own[0] ?? null}
        marks={own.map(({ target }) => target)}
        tab={search.tab ?? "chart"}
        compiler={search.compiler}
      />
      <TwoFigures detail={{ ...detail, indicator }} figures={figures.items} />
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
