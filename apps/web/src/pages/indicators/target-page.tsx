import { COUNTRY } from "@moc2030/shared/figure/country";
import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { BodyNames } from "../../document/body-names.tsx";
import { PrintButton, PrintedAddress, PrintedCode } from "../../document/brief.tsx";
import { CiteLinks } from "../../document/cite-links.tsx";
import { MissingEdition } from "../../document/missing-edition.tsx";
import type { Head, Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readAll } from "../../document/read-all.ts";
import { SourceNote } from "../../document/source-note.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/section.tsx";
import { day } from "../../words/format.ts";
import { recordSentence } from "../../words/outlook.ts";
import { leadSentence } from "../../words/responsible.ts";
import { documentName, statusWord } from "../../words/wording.ts";
import { factsOf } from "./facts.ts";
import { TargetPanel } from "./target-panel.tsx";
import { TargetWording } from "./target-wording.tsx";
import { VerdictStrip } from "./verdict-strip.tsx";

type Data = Awaited<ReturnType<typeof load>>;

/** One target: its words, its verdict with what it takes, the record, the history of its verdict, who answers. */
export const target: Page<object, Data> = {
  path: "/targets/:id{[A-Z0-9_-]+}",
  paths: async (read) => (await read(api.targets(api.DEFAULT_VIEW))).items.map(({ id }) => `/targets/${id}`),
  parse: () => ({}),
  load,
  head,
  Component: TargetPage,
};

async function load(read: ReadAnswer, { view, params: { id = "" } }: Request<object>) {
  // Read first: an unknown id is a 404 here.
  const told = await read(api.target(view, id));
  const code = told.target?.indicator;
  if (code === undefined) return { id, told, facts: null, records: [], areas: [] };
  const { detail, figures, sources, areas } = await readAll(read, {
    detail: api.indicator(view, code),
    figures: api.observations(view, { area: COUNTRY, indicator: code }),
    sources: api.sources(view),
    areas: api.areas(view),
  });
  const records = detail.indicator?.referenceClass ? (await read(api.trackRecords(view))).items : [];
  return { id, told, facts: factsOf(detail, figures.items, sources.items), records, areas: areas.items };
}

const titleOf = ({ id, told: { target }, facts }: Data, { say }: Text): string =>
  target && facts ? say("target.title", { year: target.year, name: facts.detail.indicator.name }) : id;

function head(data: Data, text: Text): Head {
  const { told, facts } = data;
  const verdict = told.assessment && facts ? `${statusWord(told.assessment, text, facts.detail.indicator)}. ` : "";
  return { title: titleOf(data, text), description: verdict + text.say("target.description") };
}

function TargetPage({ data }: { data: Data }) {
  const text = useText();
  const { say, lang } = text;
  const { asOf } = useView();
  const { told, facts, records, areas } = data;
  const { target, assessment, history } = told;
  if (!target || !facts)
    return (
      <Notice title={data.id} actions={<PageLink to="/strategy">{say("nav.strategy")}</PageLink>}>
        {asOf ? <p>{say("target.notYet", { day: day(asOf, lang) })}</p> : null}
      </Notice>
    );
  const { detail, next } = facts;
  const { indicator, bodies, sourceOf } = detail;
  const document = detail.documents.find(({ id }) => id === target.document);
  const record = assessment ? recordSentence(assessment, indicator, text) : null;
  return (
    <div className="brief">
      <nav aria-label={say("breadcrumb")} className="no-print pt-6 text-sm">
        <PageLink to="/indicators">{say("nav.indicators")}</PageLink> <span aria-hidden="true">/</span>{" "}
        <PageLink to={`/indicators/${indicator.code}`} hash="targets">
          {indicator.shortName}
        </PageLink>
      </nav>
      <header className="pt-3 print:pt-0">
        <PrintedCode release={told.release?.id} />
        <p className="eyebrow">{document ? documentName(document, text) : null}</p>
        <h1 className="mt-1 max-w-4xl text-2xl sm:text-3xl">{titleOf(data, text)}</h1>
        {next?.isOut ? <MissingEdition missing={next} kind={indicator.valueKind} /> : null}
        <p className="mt-2 max-w-4xl text-sm">
          <span className="text-soft">{say("responsible.lead")}</span>{" "}
          <BodyNames text={leadSentence(indicator, bodies, detail.referenceDate, text)} bodies={bodies} />
        </p>
        <p className="no-print mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <PrintButton /> <CiteLinks path={`/targets/${target.id}`} release={told.release?.id} />
        </p>
      </header>
      <div className="mt-6 max-w-3xl print:mt-2 print:max-w-none">
        {assessment ? (
          <TargetPanel
            target={target}
            assessment={assessment}
            record={records.find(({ targetId }) => targetId === target.id)}
            next={next?.timePeriod}
            indicator={indicator}
            document={document}
            remarks={detail.remarks.filter(({ subject }) => subject === target.id)}
            bodies={bodies}
            sourceOf={sourceOf}
            areaName={(code) => areas.find((area) => area.code === code)?.name ?? code}
            issued={told.issuedReports}
            isPage
          />
        ) : (
          <>
            <p>{say("target.notAssessed")}</p>
            <TargetWording target={target} document={document} sourceOf={sourceOf} />
          </>
        )}
      </div>
      {record ? (
        <Section title={say("record.title")} className="mt-8 print:mt-0" look="text-xl">
          <p className="measure mt-1 print:max-w-none">
            {record} {indicator.caution ? <SourceNote text={indicator.caution} sourceOf={sourceOf} /> : null}
          </p>
        </Section>
      ) : null}
      {assessment ? <VerdictStrip strips={[{ target, assessment, history }]} indicator={indicator} /> : null}
      <Provenance release={told.release} referenceDate={told.referenceDate} methodVersion={assessment?.methodVersion} />
      <PrintedAddress release={told.release?.id} />
    </div>
  );
}
