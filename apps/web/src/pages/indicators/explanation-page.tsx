import { COUNTRY } from "@moc2030/shared/figure/country";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { PageLink, SamePageLink } from "../../address/page-link.tsx";
import { COMPILER, codeOf, given } from "../../address/search.ts";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { PrintButton, PrintedAddress, PrintedCode } from "../../document/brief.tsx";
import { unreadPart } from "../../document/not-understood.ts";
import { OwnText } from "../../document/own-text.tsx";
import type { Head, Page, ReadAnswer, Request, Search } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/section.tsx";
import { day } from "../../words/format.ts";
import { Reasons, Statuses, UsedIn, Versions } from "./explanation-parts.tsx";
import { revisions } from "./history.ts";

type Own = { compiler?: string };
type Data = Awaited<ReturnType<typeof load>>;

/** What is said of a revised figure to those who used the old one: one printed page. */
export const explanation: Page<Own, Data> = {
  path: "/indicators/:code{[A-Z0-9_]+}/revisions/:year{[12]\\d{3}}",
  parse: (search: Search) => given({ compiler: codeOf(search.compiler, COMPILER) }),
  load,
  unknown: ({ detail }, { compiler }) =>
    compiler && !detail.figures.some((one) => one.compiler === compiler) ? [unreadPart("compiler", compiler)] : [],
  head,
  paths,
  Component: ExplanationPage,
};

async function load(read: ReadAnswer, { view, params: { code = "", year = "" }, today }: Request<Own>) {
  return { detail: await read(api.revisedFigures(view, code, year)), code, today };
}

const titleOf = ({ detail: { indicator, timePeriod }, code }: Data, { say }: Text) =>
  say("explanation.title", { name: indicator?.shortName ?? code, year: timePeriod });

function head(data: Data, text: Text): Head {
  return { title: titleOf(data, text), description: text.say("explanation.description") };
}

/** Each revised figure of the country, whoever makes it. */
async function paths(read: ReadAnswer): Promise<string[]> {
  const { items } = await read(api.observations(api.DEFAULT_VIEW, { area: COUNTRY, history: "true" }));
  const codes = new Set(items.map(({ indicator }) => indicator));
  const paths = [...codes].flatMap((code) =>
    revisions(items.filter(({ indicator }) => indicator === code)).map(
      ({ new: { timePeriod } }) => `/indicators/${code}/revisions/${timePeriod}`,
    ),
  );
  return [...new Set(paths)];
}

function ExplanationPage({ data, search }: { data: Data; search: Own }) {
  const text = useText();
  const { say, lang } = text;
  const { asOf } = useView();
  const { detail, code, today } = data;
  const { indicator, figures, compilers } = detail;
  const figure = figures.find(({ compiler }) => compiler === search.compiler) ?? figures[0];
  const nameOf = (one: string) => shortCompiler(compilers.find((it) => it.code === one)?.name ?? one);
  const back = (
    <PageLink to={`/indicators/${code}`} hash="revised">
      {indicator?.shortName ?? code}
    </PageLink>
  );
  if (!indicator || !figure)
    return (
      <Notice title={titleOf(data, text)} actions={back}>
        {asOf ? <p>{say("explanation.notYet", { day: day(asOf, lang) })}</p> : null}
      </Notice>
    );
  const said = figure.explanation;
  const newest = figure.revisions.at(-1)?.revisedIn.id;
  const compilerName = nameOf(figure.compiler);
  return (
    <div className="brief">
      <nav aria-label={say("breadcrumb")} className="no-print pt-6 text-sm">
        <PageLink to="/indicators">{say("nav.indicators")}</PageLink> <span aria-hidden="true">/</span> {back}
      </nav>
      <header className="pt-3 print:pt-0">
        <PrintedCode release={detail.release?.id} />
        <p className="eyebrow">{say("explanation.eyebrow")}</p>
        <h1 className="mt-1 max-w-4xl text-2xl sm:text-3xl">{titleOf(data, text)}</h1>
        <p className="measure mt-2 text-soft print:max-w-none">
          {indicator.name}. {say("explanation.of", { compiler: compilerName })}
        </p>
        <p className="no-print mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
          <PrintButton />{" "}
          {figures
            .filter((one) => one !== figure)
            .map(({ compiler }) => (
              <SamePageLink key={compiler} change={{ compiler }} className="inline-flex min-h-11 items-center">
                {say("latest.ofCompiler", { name: nameOf(compiler) })}
              </SamePageLink>
            ))}
        </p>
      </header>
      <Section title={say("explanation.values")} className="mt-8 print:mt-0" look="text-xl">
        <Versions revisions={figure.revisions} indicator={indicator} sources={detail.sources} />
      </Section>
      <Section title={say("explanation.who")} className="mt-8 print:mt-0" look="text-xl">
        <Reasons revisions={figure.revisions} compilerName={compilerName} sources={detail.sources} />
      </Section>
      <Section title={say("explanation.effect")} className="mt-8 print:mt-0" look="text-xl">
        <Statuses revisions={figure.revisions} indicator={indicator} targets={detail.targets} />
      </Section>
      {(["used", "answer"] as const).map((part) => (
        <Section key={part} title={say(`explanation.${part}`)} className="mt-8 print:mt-0" look="text-xl">
          {part === "used" ? <UsedIn revisions={figure.revisions} /> : null}
          {said ? (
            <p className="measure mt-2 whitespace-pre-line print:mt-1 print:max-w-none">
              <OwnText of={said[part]} />
            </p>
          ) : (
            <>
              <p className="no-print mt-2 text-soft">{say("explanation.open")}</p>
              <div className="pen-lines" aria-hidden="true">
                <span />
                <span />
                <span />
              </div>
            </>
          )}
        </Section>
      ))}
      {said && said.revisedIn !== newest ? (
        <p className="measure mt-3 text-sm font-semibold">
          {say("explanation.older", { id: said.revisedIn, newest: newest ?? "" })}
        </p>
      ) : null}
      <Provenance release={detail.release} referenceDate={detail.referenceDate} methodVersion={undefined} />
      <p className="text-xs text-soft">{say("explanation.made", { day: day(today, lang) })}</p>
      <PrintedAddress release={detail.release?.id} />
    </div>
  );
}
