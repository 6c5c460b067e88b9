import { COUNTRY } from "@moc2030/shared/figure/country";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { shortDay } from "@moc2030/shared/text/date-text";
import type { ReactNode } from "react";
import { PageLink } from "../../address/page-link.tsx";
import * as api from "../../client/api.ts";
import { PrintButton, PrintedAddress, PrintedCode } from "../../document/brief.tsx";
import { EmptyRelease } from "../../document/empty-release.tsx";
import type { Card, Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readAll } from "../../document/read-all.ts";
import { readRebuilt } from "../../document/rebuilt.ts";
import { type Text, useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { cautions } from "../../words/cautions.ts";
import { capital, isoDayOfInstant } from "../../words/format.ts";
import { type HeadlineRow, headlineRows, otherRows } from "../../words/headline-rows.ts";
import { headlineSentence, shortSentence, tally } from "../../words/headline-sentence.ts";
import { whoAnswers } from "../../words/responsible.ts";
import { byStanding, grouped } from "../../words/standing.ts";
import { nowText, shortVerdict } from "../../words/target-row.ts";
import { waiting } from "./awaited.ts";
import { AwaitedFigures } from "./awaited-figures.tsx";
import { CautionsList } from "./cautions-list.tsx";
import { HeadlineTable } from "./headline-table.tsx";
import { HowToRead } from "./how-to-read.tsx";
import { LastRelease } from "./last-release.tsx";
import { NeededYears } from "./needed-years.tsx";
import { Orders } from "./orders.tsx";
import { NotAssessable, TargetsOfYear } from "./other-targets.tsx";
import { PartLinks } from "./part-links.tsx";
import { type OverviewSearch, parseOverview } from "./search.ts";
import { WhoAnswers } from "./who-answers.tsx";

type Data = Awaited<ReturnType<typeof load>>;

/** The home page: a summary sentence, a table of the headline targets, and a table of all others by year. */
export const overview: Page<OverviewSearch, Data> = {
  path: "/",
  parse: parseOverview,
  load,
  head: (data, text) => ({
    title: text.say("overview.tab"),
    description: headlineSentence(headlineRows(data), text) || text.say("footer.what"),
  }),
  card,
  Component: Overview,
};

/** The headline targets, each with its figure and its class. */
function card(data: Data, text: Text): Card {
  const rows = headlineRows(data).map((row) => ({
    label: row.indicator.shortName,
    value: nowText(row, text),
    verdict: { class: row.assessment.class, word: shortVerdict(row, text) },
  }));
  return { title: text.say("overview.title"), rows };
}

async function load(read: ReadAnswer, request: Request<OverviewSearch>) {
  const { view } = request;
  const answers = await readAll(read, {
    indicators: api.indicators(view),
    assessments: api.assessments(view),
    targets: api.targets(view),
    figures: api.observations(view, { area: COUNTRY }),
    bodies: api.bodies(view),
    releases: api.lastReleases(view, 1),
    compilers: api.compilers(view),
  });
  const { release, referenceDate } = answers.assessments;
  // A release of texts alone makes no figure newer.
  const newest = answers.figures.items.reduce((id, o) => Math.max(id, o.release), 0);
  const dated = newest > 0 && newest !== release?.id ? (await read(api.releases(view, [newest]))).items[0] : release;
  return {
    dated,
    rebuilt: await readRebuilt(read, request),
    release,
    referenceDate,
    indicators: answers.indicators.items,
    assessments: answers.assessments.items,
    targets: answers.targets.items,
    figures: answers.figures.items,
    bodies: answers.bodies.items,
    lastRelease: answers.releases.items[0] ?? null,
    compilers: answers.compilers.items,
  };
}

function Overview({ data, search }: { data: Data; search: OverviewSearch }) {
  const text = useText();
  const { say, lang } = text;
  const { release, dated, referenceDate, indicators, compilers, lastRelease } = data;
  const rows = headlineRows(data);
  const year = rows[0]?.target.year;
  if (!release || !dated || year === undefined) return <EmptyRelease />;
  const others = otherRows(data, rows);
  const otherYears = grouped(others, ({ target }) => target.year).filter(({ key }) => key !== year);
  const compilerName = (code: string) => shortCompiler(compilers.find((one) => one.code === code)?.name ?? code);
  const careful = cautions(
    byStanding(rows).flatMap((group) => group.rows),
    compilerName,
    text,
  );
  const answering = ({ indicator }: HeadlineRow, form?: "marked") =>
    whoAnswers(indicator, data.bodies, referenceDate, text, form);
  return (
    <>
      <header className="pt-2 md:pt-6 print:pt-0">
        <PrintedCode release={release.id} />
        <p className="eyebrow phone:hidden">{say("overview.eyebrow")}</p>
        <h1 className="text-[1.0625rem] leading-snug md:mt-1 md:text-2xl print:text-[13pt]">{say("overview.title")}</h1>
        <p className="text-xs text-soft md:text-sm">
          {say("overview.age", {
            data: shortDay(isoDayOfInstant(dated.publishedAt), lang),
            assessed: shortDay(referenceDate, lang),
          })}
        </p>
        <p className="measure mt-2 phone:hidden print:mt-0.5 print:max-w-none print:text-[8.5pt] print:leading-tight">
          {headlineSentence(rows, text)}
        </p>
        <p className="mt-0.5 text-sm empty:hidden md:hidden print:hidden">{shortSentence(rows, text)}</p>
        <PartLinks rows={rows} hasCautions={careful.length > 0} />
      </header>
      <div className="mt-1 grid grid-cols-1 gap-x-6 gap-y-4 md:mt-3 lg:grid-cols-[minmax(0,1fr)_14rem] print:block">
        <section id={`targets-${year}`} aria-label={say("overview.headline")}>
          <HeadlineTable
            rows={rows}
            year={year}
            order={search.order}
            answering={answering}
            bodies={data.bodies}
            compilerName={compilerName}
          />
          <Orders order={search.order} />
          <p className="no-print text-xs text-soft phone:hidden">{say("overview.bar")}</p>
          <NeededYears rows={rows} />
        </section>
        <div className="no-print space-y-2 md:space-y-4">
          <WhoAnswers rows={rows} answering={answering} bodies={data.bodies} />
          {otherYears.map(({ key, rows: own }) => (
            <Part key={key} title={say("overview.until", { year: key })}>
              <p>
                <a href={`#targets-${key}`}>{capital(tally(own, text))}</a>.
              </p>
            </Part>
          ))}
          {careful.length > 0 ? (
            <Part id="cautions" title={say("caution.title")}>
              <CautionsList cautions={careful} />
            </Part>
          ) : null}
          {lastRelease ? (
            <Part id="latest" title={say("latest.title")}>
              <LastRelease release={lastRelease} indicators={indicators} compilerName={compilerName} />
            </Part>
          ) : null}
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <PrintButton /> <PageLink to="/data">{say("overview.data")}</PageLink>
          </p>
        </div>
      </div>
      {otherYears.map(({ key, rows: own }) => (
        <Section key={key} id={`targets-${key}`} title={say("overview.targets", { year: key })}>
          <TargetsOfYear year={key} rows={own} compilerName={compilerName} />
        </Section>
      ))}
      <Section id="not-assessable" title={say("status.not_assessable")}>
        <NotAssessable rows={others} />
      </Section>
      <div className="no-print mt-2 md:mt-4">
        <Folded summary={say("due.title")}>
          <AwaitedFigures
            {...waiting(indicators, data.figures, compilers, referenceDate, data.rebuilt)}
            on={referenceDate}
          />
        </Folded>
        <Folded summary={say("legend.title")}>
          <HowToRead />
        </Folded>
      </div>
      <Provenance release={release} referenceDate={referenceDate} methodVersion={data.assessments[0]?.methodVersion} />
      <PrintedAddress release={release.id} />
    </>
  );
}

type PartProps = { id?: string; title: string; children: ReactNode };

/** A section of the sidebar, which is below the targets on a phone. */
const Part = ({ id, title, children }: PartProps) => (
  <section aria-label={title} className="text-sm">
    <h2 id={id} className="mb-1 text-base">
      {title}
    </h2>
    {children}
  </section>
);

function Section({ id, title, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="mt-4 md:mt-8 print:mt-1">
      <h2 id={id} className="mb-2 text-lg md:text-xl print:mb-0 print:text-[9.5pt] print:leading-tight">
        {title}
      </h2>
      {children}
    </section>
  );
}
