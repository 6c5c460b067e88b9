import { COUNTRY } from "@moc2030/shared/figure/country";
import type { ReactNode } from "react";
import * as api from "../../client/api.ts";
import { BodyNames } from "../../document/body-names.tsx";
import { EmptyRelease } from "../../document/empty-release.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readAll } from "../../document/read-all.ts";
import { type Text, useText } from "../../text/text.tsx";
import { shortCompiler } from "../../words/compiler-name.ts";
import { day } from "../../words/format.ts";
import { leadShort } from "../../words/responsible.ts";
import { waiting } from "./awaited.ts";
import { AwaitedFigures, AwaitedNote } from "./awaited-figures.tsx";
import { HeadlineCard } from "./headline-card.tsx";
import { HowToRead } from "./how-to-read.tsx";
import { LastReleases } from "./last-releases.tsx";
import { headlineSentence, verdictSentence } from "./sentence.ts";
import { headlineFacts, pastYears, rowsOfYear, targetYears } from "./state.ts";
import { TargetTable } from "./target-table.tsx";

type Data = Awaited<ReturnType<typeof load>>;

/** Where the strategy stands: a sentence, five cards, every target. */
export const overview: Page<object, Data> = {
  path: "/",
  parse: () => ({}),
  load,
  head: (data, text) => ({
    title: text.say("overview.tab"),
    description: sentenceOf(data, text) || text.say("footer.what"),
  }),
  Component: Overview,
};

async function load(read: ReadAnswer, { view }: Request<object>) {
  const answers = await readAll(read, {
    indicators: api.indicators(view),
    assessments: api.assessments(view),
    targets: api.targets(view),
    figures: api.observations(view, { area: COUNTRY }),
    bodies: api.bodies(view),
    releases: api.lastReleases(view, 5),
    compilers: api.compilers(view),
  });
  const { release, referenceDate } = answers.assessments;
  return {
    release,
    referenceDate,
    indicators: answers.indicators.items,
    assessments: answers.assessments.items,
    targets: answers.targets.items,
    figures: answers.figures.items,
    bodies: answers.bodies.items,
    releases: answers.releases.items,
    compilers: answers.compilers.items,
  };
}

const sentenceOf = (data: Data, text: Text) =>
  headlineSentence(
    headlineFacts(data).map((card) => card.assessment),
    data.indicators,
    text,
  );

function Overview({ data }: { data: Data }) {
  const text = useText();
  const { say } = text;
  const { release, referenceDate, indicators, compilers } = data;
  const cards = headlineFacts(data);
  if (!release || cards.length === 0) return <EmptyRelease />;
  const compilerName = (code: string) => shortCompiler(compilers.find((one) => one.code === code)?.name ?? code);
  const years = targetYears(data);
  const awaited = waiting(indicators, data.figures, compilers, referenceDate);
  return (
    <>
      <section aria-labelledby="overview-title" className="pt-8 sm:pt-10 print:pt-0">
        <p className="eyebrow">{say("overview.eyebrow")}</p>
        <h1 id="overview-title" className="mt-2 text-2xl sm:text-3xl">
          {say("overview.title")}
        </h1>
        <p className="measure mt-4 sm:text-lg print:mt-1 print:max-w-none print:text-[9pt]">{sentenceOf(data, text)}</p>
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
              body={
                <BodyNames text={leadShort(facts.indicator, data.bodies, referenceDate, text)} bodies={data.bodies} />
              }
              compilerName={compilerName}
            />
          ))}
          <HowToRead />
        </div>
      </Section>
      {years.map((year) => (
        <Section key={year} id={`targets-${year}`} title={say("overview.targets", { year })}>
          <TargetTable
            caption={say("overview.targets", { year })}
            rows={rowsOfYear(data, year)}
            compilerName={compilerName}
          />
        </Section>
      ))}
      <div className="no-print grid gap-x-12 lg:grid-cols-2">
        <Section id="latest" title={say("latest.title")}>
          <LastReleases releases={data.releases} indicators={indicators} compilerName={compilerName} />
        </Section>
        <Section id="awaited" title={say("due.title")}>
          <p className="-mt-2 mb-3 text-sm text-soft">{say("due.body", { day: day(referenceDate, text.lang) })}</p>
          <AwaitedFigures {...awaited} />
        </Section>
      </div>
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
