import { METHOD_VERSION } from "@moc2030/shared/assess/assess";
import type { Target } from "@moc2030/shared/schema/target";
import type { TrackRecord as Found } from "@moc2030/shared/schema/track-record";
import { PageLink } from "../../address/page-link.tsx";
import { type Compiler, compilers, documents, indicators, targets, trackRecords } from "../../client/api.ts";
import type { Page } from "../../document/page.ts";
import { TrackRecord } from "../../document/track-record.tsx";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { readSoFar } from "../../words/wording.ts";
import { Glossary } from "./glossary.tsx";

type Data = {
  publishers: Compiler[];
  contact: string | null;
  /** How verdicts on ranks fared, with the name of what is ranked. */
  records: { record: Found; name: string }[];
  /** The targets of the Decision. */
  own: Target[];
};

/** What the dashboard is, how it works, its terms and its contact. */
export const about: Page<object, Data> = {
  path: "/about",
  parse: () => ({}),
  load: async (read, { view, contact }) => {
    const [publishers, records, catalogue, published, known] = await Promise.all([
      read(compilers(view)),
      read(trackRecords(view)),
      read(indicators(view)),
      read(documents(view)),
      read(targets(view)),
    ]);
    const strategy = published.items.find((document) => document.strategy)?.id;
    const nameOf = (code: string) => catalogue.items.find((one) => one.code === code)?.shortName ?? code;
    return {
      ...{ publishers: publishers.items, contact },
      own: known.items.filter(({ document }) => document === strategy),
      records: records.items.map((record) => ({ record, name: nameOf(record.indicator) })),
    };
  },
  head: (_, { say }) => ({ title: say("aboutPage.title"), description: say("aboutPage.body") }),
  Component: About,
};

function About({ data: { publishers, contact, records, own } }: { data: Data }) {
  const text = useText();
  const { say } = text;
  return (
    <>
      <header className="pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("aboutPage.title")}</h1>
        <p className="measure mt-3">{say("aboutPage.body")}</p>
      </header>
      <Section {...PART} id="how" title={say("aboutPage.how")}>
        <ul className="list-disc space-y-2 ps-5 marker:text-soft">
          <li>{say("aboutPage.official")}</li>
          <li>{say("aboutPage.kept")}</li>
          <li>{say("aboutPage.approved")}</li>
          <li>{say("aboutPage.computed", { version: METHOD_VERSION })}</li>
          <li>{say("aboutPage.unknown")}</li>
        </ul>
        <p className="flex flex-wrap gap-x-6">
          <PageLink to="/releases">{say("aboutPage.toReleases")}</PageLink>{" "}
          <PageLink to="/strategy">{say("aboutPage.toStrategy")}</PageLink>{" "}
          <a href="/api/v1/docs">{say("aboutPage.toApi")}</a>
        </p>
      </Section>
      <Section {...PART} id="sourced" title={say("aboutPage.sourced")}>
        <p>{say("aboutPage.sourcedBody")}</p>
        <dl className="space-y-2">
          {(["sourced", "derived", "unverified"] as const).map((one) => (
            <div key={one}>
              <dt className="font-semibold">{say(`aboutPage.word.${one}`)}</dt>
              <dd>{say(`aboutPage.means.${one}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{readSoFar(own, text) ?? say("aboutPage.notRead")}</p>
      </Section>
      {records.length > 0 ? (
        <Section {...PART} id="track-record" title={say("track.title")}>
          <p>{say("classing.body")}</p>
          {records.map(({ record, name }) => (
            <div key={record.targetId}>
              <TrackRecord record={record} name={name} status="on_track" />
            </div>
          ))}
        </Section>
      ) : null}
      <Glossary {...PART} />
      <Section {...PART} id="contact" title={say("aboutPage.contact")}>
        <Contact address={contact} />
      </Section>
      <Section {...PART} id="accessibility" title={say("aboutPage.accessibility")}>
        <p>{say("aboutPage.aim")}</p>
        <h3 className="text-base">{say("aboutPage.tested")}</h3>
        <ul className="list-disc space-y-2 ps-5 marker:text-soft">
          <li>{say("aboutPage.testedAxe")}</li>
          <li>{say("aboutPage.testedWidth")}</li>
          <li>{say("aboutPage.testedContrast")}</li>
          <li>{say("aboutPage.testedTables")}</li>
        </ul>
        <h3 className="text-base">{say("aboutPage.notTested")}</h3>
        <ul className="list-disc space-y-2 ps-5 marker:text-soft">
          <li>{say("aboutPage.notTestedPeople")}</li>
          <li>{say("aboutPage.notTestedBrowsers")}</li>
          <li>{say("aboutPage.notTestedTables")}</li>
        </ul>
      </Section>
      <Section {...PART} id="licence" title={say("aboutPage.licence")}>
        <p>{say("aboutPage.licenceBody")}</p>
      </Section>
      <Terms publishers={publishers} />
    </>
  );
}

const PART = { className: "measure mt-10 space-y-3", look: "text-xl" };

/** The operator's contact; without one, what to do instead. */
function Contact({ address }: { address: string | null }) {
  const { say } = useText();
  return (
    <>
      <p>{say("aboutPage.contactBody")}</p>
      {address ? (
        <p>
          <a href={`mailto:${address}`}>{address}</a>
        </p>
      ) : (
        <p className="border-s-4 border-line-strong ps-4">{say("aboutPage.noContact")}</p>
      )}
    </>
  );
}

/** Compilers with their terms of use. */
function Terms({ publishers }: { publishers: readonly Compiler[] }) {
  const { say } = useText();
  if (publishers.length === 0) return null;
  return (
    <div className="mt-4">
      <StackedTable
        caption={say("aboutPage.terms")}
        columns={[{ label: say("aboutPage.publisher"), width: "md:w-[45%]" }, { label: say("aboutPage.termsOfUse") }]}
        rows={publishers.map((compiler) => ({
          key: compiler.code,
          cells: [
            <a key="name" href={compiler.url} rel="noreferrer">
              {compiler.name}
            </a>,
            compiler.terms,
          ],
        }))}
      />
    </div>
  );
}
