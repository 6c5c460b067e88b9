import { type ReactNode, Suspense } from "react";
import { shortCompiler } from "../compiler-name.ts";
import { Provenance } from "../document/provenance.tsx";
import { day } from "../format.ts";
import { leadBody } from "../responsible.ts";
import { useText } from "../text/text.tsx";
import { Below } from "../ui/below.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { useAnswers } from "../use-answers.ts";
import { useView } from "../view.tsx";
import { waiting } from "./awaited.ts";
import { AwaitedFigures, AwaitedNote } from "./awaited-figures.tsx";
import { HeadlineCard } from "./headline-card.tsx";
import { HowToRead } from "./how-to-read.tsx";
import { LastReleases } from "./last-releases.tsx";
import { OverviewSkeleton } from "./overview-skeleton.tsx";
import { overviewReads } from "./reads.ts";
import { headlineSentence, verdictSentence } from "./sentence.ts";
import { headlineFacts, pastYears, rowsOfYear, targetYears } from "./state.ts";
import { TargetTable } from "./target-table.tsx";

/** Where the strategy stands: a sentence, five cards, every target. */
export const OverviewPage = () => (
  <Suspense fallback={<OverviewSkeleton />}>
    <Overview />
  </Suspense>
);

function Overview() {
  const text = useText();
  const { say } = text;
  const { indicators, assessments, targets, figures, bodies, releases, compilers } = useAnswers(
    overviewReads(useView()),
  );
  const { release, referenceDate } = assessments;
  const data = {
    indicators: indicators.items,
    assessments: assessments.items,
    targets: targets.items,
    figures: figures.items,
  };
  const cards = headlineFacts(data);
  const sentence = headlineSentence(
    cards.map((card) => card.assessment),
    data.indicators,
    text,
  );
  useTitle(say("overview.tab"), cards.length > 0 ? sentence : null);
  if (!release || cards.length === 0) return <EmptyRelease />;
  const nameOf = (id: string | null) => bodies.items.find((body) => body.id === id)?.name ?? null;
  const compilerName = (code: string) => shortCompiler(compilers.items.find((one) => one.code === code)?.name ?? code);
  const years = targetYears(data);
  const awaited = waiting(data.indicators, data.figures, compilers.items, referenceDate);
  return (
    <>
      <section aria-labelledby="overview-title" className="pt-8 sm:pt-10 print:pt-0">
        <p className="eyebrow">{say("overview.eyebrow")}</p>
        <h1 id="overview-title" className="mt-2 text-2xl sm:text-3xl">
          {say("overview.title")}
        </h1>
        <p className="measure mt-4 sm:text-lg print:mt-1 print:max-w-none print:text-[9pt]">{sentence}</p>
        {pastYears(data).map((year) => (
          <p key={year} className="measure mt-2 text-soft print:mt-1 print:max-w-none print:text-[8pt]">
            {verdictSentence(
              rowsOfYear(data, year).map((row) => row.assessment),
              text,
            )}
          </p>
        ))}
        <AwaitedNote awaited={awaited} />
      </section>
      <Section id="headline" title={say("overview.headline")} className="no-print">
        <div className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {cards.map((facts) => (
            <HeadlineCard
              key={facts.target.id}
              facts={facts}
              body={nameOf(leadBody(facts.indicator, referenceDate))}
              compilerName={compilerName}
            />
          ))}
          <HowToRead />
        </div>
      </Section>
      {years.map((year) => (
        <Below key={year}>
          <Section id={`targets-${year}`} title={say("overview.targets", { year })}>
            <TargetTable
              caption={say("overview.targets", { year })}
              rows={rowsOfYear(data, year)}
              compilerName={compilerName}
            />
          </Section>
        </Below>
      ))}
      <Below>
        <div className="no-print grid gap-x-12 lg:grid-cols-2">
          <Section id="latest" title={say("latest.title")}>
            <LastReleases releases={releases.items} indicators={data.indicators} compilerName={compilerName} />
          </Section>
          <Section id="awaited" title={say("due.title")}>
            <p className="-mt-2 mb-3 text-sm text-soft">{say("due.body", { day: day(referenceDate, text.lang) })}</p>
            <AwaitedFigures {...awaited} />
          </Section>
        </div>
      </Below>
      <Provenance release={release} referenceDate={referenceDate} methodVersion={data.assessments[0]?.methodVersion} />
    </>
  );
}

type SectionProps = { id: string; title: string; children: ReactNode; className?: string };

function Section({ id, title, children, className = "" }: SectionProps) {
  return (
    <section aria-labelledby={id} className={`mt-10 print:mt-4 ${className}`}>
      <h2 id={id} className="mb-4 text-xl print:mb-1 print:text-base">
        {title}
      </h2>
      {children}
    </section>
  );
}
