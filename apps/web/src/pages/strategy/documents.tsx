import type { Target } from "@moc2030/shared/schema/target";
import { Fragment } from "react";
import type { LegalDocument, SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { day, reducedDay } from "../../words/format.ts";
import { documentName, hasNumber, readSoFar } from "../../words/wording.ts";
import { Section } from "./section.tsx";

type Props = { documents: LegalDocument[]; targets: Target[]; sourceOf: SourceOf };

/** The resolution, the decision that implements it, and related documents. */
export function Documents({ documents, targets, sourceOf }: Props) {
  const { say } = useText();
  const strategy = documents.find((document) => document.strategy);
  const base = documents.find((document) => document.id === strategy?.implements);
  const chain = [base, strategy].filter((document) => document !== undefined);
  const others = documents
    .filter((document) => !chain.includes(document))
    .sort((a, b) => (a.issued < b.issued ? -1 : 1));
  return (
    <Section id="documents" title={say("strategy.documents")}>
      {chain.length > 0 ? (
        <ol className="mt-5 grid gap-x-12 gap-y-8 lg:grid-cols-2">
          {chain.map((document, index) => (
            <li key={document.id} className="relative">
              <DocumentPanel
                document={document}
                implemented={index > 0 ? base : undefined}
                {...{ targets, sourceOf }}
              />
              {index < chain.length - 1 ? <Arrow /> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {others.length > 0 ? <OtherDocuments documents={others} targets={targets} sourceOf={sourceOf} /> : null}
    </Section>
  );
}

/** Arrow between two documents: right, or down on a phone. */
const Arrow = () => (
  <svg
    viewBox="0 0 24 24"
    aria-hidden="true"
    className="absolute -bottom-7 left-1/2 size-6 -translate-x-1/2 rotate-90 text-accent lg:-right-9 lg:bottom-auto lg:left-auto lg:top-1/2 lg:-translate-y-1/2 lg:translate-x-0 lg:rotate-0"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
  >
    <path d="M3 12h17m-6-6 6 6-6 6" />
  </svg>
);

type PanelProps = {
  document: LegalDocument;
  implemented: LegalDocument | undefined;
  targets: Target[];
  sourceOf: SourceOf;
};

function DocumentPanel({ document, implemented, targets, sourceOf }: PanelProps) {
  const text = useText();
  const { say, lang } = text;
  const own = targets.filter((target) => target.document === document.id);
  return (
    <article aria-labelledby={`document-${document.id}`} className="panel h-full p-5">
      <p className="eyebrow">
        {document.issuer} · {reducedDay(document.issued, lang)}
      </p>
      <h3 id={`document-${document.id}`} className="mt-1 text-lg">
        {documentName(document, text)}
      </h3>
      {hasNumber(document.number) ? <p className="mt-1">{document.title}</p> : null}
      {implemented ? (
        <p className="mt-3 text-sm">{say("strategy.implements", { document: documentName(implemented, text) })}</p>
      ) : null}
      {document.objective ? (
        <figure className="mt-4 border-s-2 border-line-strong ps-4 text-sm">
          <blockquote>“{document.objective.text}”</blockquote>
          <figcaption className="mt-1.5 text-xs text-soft">
            {say("strategy.objective")} <SourceLink source={sourceOf(document.objective.source)} />
          </figcaption>
        </figure>
      ) : null}
      <p className="mt-4 text-xs text-soft">
        {readSoFar(own, text) ?? (document.signedTextRead ? null : say("strategy.notRead"))}{" "}
        {document.note ? <SourceNote text={document.note} sourceOf={sourceOf} /> : null}{" "}
        <Found document={document} sourceOf={sourceOf} />{" "}
        {document.url ? (
          <a href={document.url} rel="noreferrer">
            {say("strategy.openDocument", { document: documentName(document, text) })}
          </a>
        ) : null}
      </p>
    </article>
  );
}

/** Whether a document that repeals or amends this one was found, and the date of the last check. */
function Found({ document: { found, checkedOn }, sourceOf }: { document: LegalDocument; sourceOf: SourceOf }) {
  const { say, lang } = useText();
  if (!found || !checkedOn) return null;
  return (
    <span>
      <SourceNote text={found} sourceOf={sourceOf} /> ({say("strategy.checkedOn", { day: day(checkedOn, lang) })}).
    </span>
  );
}

function OtherDocuments({ documents, targets, sourceOf }: Props) {
  const text = useText();
  const { say, lang } = text;
  return (
    <>
      <h3 className="mt-10 text-base">{say("strategy.others")}</h3>
      <p className="measure mt-1 text-sm text-soft">{say("strategy.othersBody")}</p>
      <Folded summary={say("strategy.othersOpen", { n: documents.length })} className="mt-3">
        <div id="others" className="mt-2">
          <StackedTable
            caption={say("strategy.others")}
            columns={[
              { label: say("strategy.document"), width: "md:w-[40%] print:w-[40%]" },
              { label: say("strategy.issued") },
              { label: say("strategy.count") },
              { label: say("strategy.howRead"), width: "md:w-[32%] print:w-[32%]" },
            ]}
            rows={documents.map((document) => ({
              key: document.id,
              cells: [
                <div key="name" id={`document-${document.id}`}>
                  <DocumentName document={document} />
                </div>,
                <div key="issued">
                  {reducedDay(document.issued, lang)}
                  <div className="text-soft">{document.issuer}</div>
                </div>,
                targets.filter((target) => target.document === document.id).length,
                <Fragment key="note">
                  {document.note ? <SourceNote text={document.note} sourceOf={sourceOf} /> : null}{" "}
                  <Found document={document} sourceOf={sourceOf} />
                </Fragment>,
              ],
            }))}
          />
        </div>
      </Folded>
    </>
  );
}

/** Document number, linked to the text, and title. */
function DocumentName({ document }: { document: LegalDocument }) {
  const text = useText();
  const name = documentName(document, text);
  return (
    <>
      {document.url ? (
        <a href={document.url} rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {hasNumber(document.number) ? <div className="font-normal">{document.title}</div> : null}
    </>
  );
}
