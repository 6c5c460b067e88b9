import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { memo, Suspense, useMemo } from "react";
import { indicatorHistory, indicator as readIndicator } from "../api.ts";
import { Provenance } from "../document/provenance.tsx";
import { MissingEdition } from "../missing-edition.tsx";
import { basisOf, basisText } from "../responsible.ts";
import { type IndicatorSearch, ownSearch } from "../search.ts";
import { usePageText } from "../text/page-text.tsx";
import { Below } from "../ui/below.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Bone } from "../ui/skeleton.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { useNamedPart } from "../ui/use-named-part.ts";
import { useView } from "../view.tsx";
import { provisionalNote, reasonText, statusWord, targetText } from "../wording.ts";
import { AboutIndicator } from "./about-indicator.tsx";
import { ChartSection } from "./chart-section.tsx";
import { factsOf, type IndicatorFacts } from "./facts.ts";
import { IndicatorSkeleton } from "./indicator-skeleton.tsx";
import { OtherTargets } from "./other-targets.tsx";
import { PeersTable } from "./peers-table.tsx";
import { RevisedFigures, RevisedNote } from "./revised-figures.tsx";
import { SincePrevious } from "./since-previous.tsx";
import { TargetPanel } from "./target-panel.tsx";
import { TwoFigures, TwoFiguresNote } from "./two-figures.tsx";
import { WhatIf } from "./what-if.tsx";

/** One indicator: what it shows, where it stands, how that is known. */
export function IndicatorPage() {
  const { code } = useParams({ from: "/pages/indicators/$code" });
  const search = useSearch({
    from: "/pages/indicators/$code",
    select: (all) => ownSearch(all),
    structuralSharing: true,
  });
  return (
    <Suspense key={code} fallback={<IndicatorSkeleton />}>
      <IndicatorBody code={code} search={search} />
    </Suspense>
  );
}

/** The page in parts, each of which is drawn again only when what it is written from has changed. */
const IndicatorBody = memo(function IndicatorBody({ code, search }: { code: string; search: IndicatorSearch }) {
  const view = useView();
  const { data: detail } = useSuspenseQuery(readIndicator(view, code));
  const { data: versions } = useSuspenseQuery(indicatorHistory(view, code));
  const facts = useMemo(() => factsOf(detail, versions.items), [detail, versions]);
  useTitle(detail.indicator?.name ?? code, detail.indicator?.definition);
  useNamedPart();
  if (!facts) return <EmptyRelease />;
  return (
    <>
      <Head facts={facts} />
      <ChartSection
        facts={facts}
        tab={search.tab ?? "chart"}
        compiler={search.compiler}
        withMilestones={search.milestones === "1"}
      />
      <Below>
        <Standing facts={facts} />
      </Below>
      <Below>
        <WhatIf facts={facts} ifYear={search.ifYear} ifValue={search.ifValue} />
      </Below>
      <Background facts={facts} />
    </>
  );
});

type Props = { facts: IndicatorFacts };

/** Its name, what it measures and who answers for it. */
const Head = memo(function Head({ facts: { detail, history, figures, lead, own, next } }: Props) {
  const text = usePageText();
  const { say } = text;
  const { indicator } = detail;
  const basis = basisOf(indicator, "lead", detail.referenceDate);
  // The furthest of the Decision's targets that sets a threshold.
  const followed = own.find(({ target }) => target.value !== null);
  return (
    <>
      <nav aria-label={say("breadcrumb")} className="no-print pt-6 text-sm">
        <PageLink to="/indicators">{say("nav.indicators")}</PageLink> <span aria-hidden="true">/</span>{" "}
        <span className="text-soft">{indicator.shortName}</span>
      </nav>
      <header className="pt-3">
        <p className="eyebrow">{indicator.pillar}</p>
        <h1 className="mt-1 max-w-4xl text-2xl sm:text-3xl">{indicator.name}</h1>
        <p className="measure mt-3 text-soft">{indicator.definition}</p>
        {followed ? (
          <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span>
              <span className="text-soft">{say("card.target", { year: followed.target.year })}</span>{" "}
              {targetText(followed.target, indicator.valueKind, text)}
            </span>
            <StatusBadge
              status={followed.assessment.class}
              word={statusWord(followed.assessment, text)}
              note={
                followed.assessment.class === "not_assessable"
                  ? reasonText(followed.assessment, indicator, indicator.compiler, text)
                  : provisionalNote(followed.assessment, text)
              }
            />
          </p>
        ) : null}
        <TwoFiguresNote detail={detail} figures={figures} />
        {next?.isOut ? <MissingEdition missing={next} kind={indicator.valueKind} /> : null}
        <RevisedNote detail={detail} history={history} />
        <p className="mt-2 max-w-4xl text-sm">
          <span className="text-soft">{say("card.body")}</span> <a href="#about">{lead ?? say("body.unknown")}</a>
          {basis ? <span className="text-soft">. {basisText(basis, text)}.</span> : null}
        </p>
      </header>
    </>
  );
});

/** What changed last, and where each target stands. */
const Standing = memo(function Standing({ facts: { detail, history, figures, own, document, next } }: Props) {
  const { say } = usePageText();
  const { indicator } = detail;
  const sourceOf = (id: string) => detail.sources.find((source) => source.id === id);
  return (
    <>
      <TwoFigures detail={detail} figures={figures} />
      <SincePrevious indicator={indicator} history={history} />
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
                next={next?.timePeriod}
                indicator={indicator}
                document={document}
                sourceOf={sourceOf}
              />
            ))}
          </div>
        </section>
      ) : null}
    </>
  );
});

/** Revisions, neighbours, other documents' targets, sources and release. */
const Background = memo(function Background({ facts: { detail, history } }: Props) {
  const { indicator } = detail;
  return (
    <>
      <Below>
        <RevisedFigures detail={detail} history={history} />
      </Below>
      <Below>
        <Suspense fallback={<Bone className="mt-12 h-96" />}>
          <PeersTable indicator={indicator} />
        </Suspense>
      </Below>
      <Below>
        <OtherTargets indicator={indicator} targets={detail.targets} documents={detail.documents} />
      </Below>
      <Below>
        <AboutIndicator detail={detail} />
      </Below>
      <Provenance
        release={detail.release}
        referenceDate={detail.referenceDate}
        methodVersion={detail.assessments[0]?.methodVersion}
      />
    </>
  );
});
