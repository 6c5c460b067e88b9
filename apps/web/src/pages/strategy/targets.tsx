import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Remark } from "@moc2030/shared/schema/statement";
import type { Target } from "@moc2030/shared/schema/target";
import type { Body, IndicatorItem, IssuedReports, LegalDocument, SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { capital } from "../../words/format.ts";
import { documentName } from "../../words/wording.ts";
import { aimOf, onlyElsewhere, strictnessText, targetsByYear, usualSource, whereMoreIsAsked } from "./beside.ts";
import { OtherTarget } from "./other-target.tsx";
import { Section } from "./section.tsx";
import { TargetRows } from "./target-rows.tsx";

type Props = {
  strategy: LegalDocument;
  documents: LegalDocument[];
  targets: Target[];
  indicators: IndicatorItem[];
  assessments: Assessment[];
  reports: IssuedReports["items"];
  remarks: Remark[];
  bodies: Body[];
  /** Reference date of the page. */
  on: string;
  sourceOf: SourceOf;
};

/** The Decision's targets by year, each with the targets of other documents for the same indicator. */
export function Targets({ strategy, documents, targets, indicators, sourceOf, ...beside }: Props) {
  const text = useText();
  const { say } = text;
  const indicatorOf = (code: string) => indicators.find((indicator) => indicator.code === code);
  const orderOf = (target: Target) => indicatorOf(target.indicator)?.order ?? 0;
  const nameOf = (id: string) => {
    const document = documents.find((one) => one.id === id);
    return document ? documentName(document, text) : id;
  };
  const elsewhere = onlyElsewhere(targets, strategy.id);
  return (
    <Section
      id="targets"
      title={say("strategy.targets")}
      body={
        <>
          <p>{say("strategy.targetsBody", { document: nameOf(strategy.id) })}</p>
          <p>{say("strategy.noMapping")}</p>
        </>
      }
    >
      <MoreIsAsked {...{ strategy, targets, indicatorOf, nameOf, sourceOf }} />
      {targetsByYear(targets, strategy.id).map(([year, own]) => (
        <div key={year}>
          <h3 className="mt-10 text-lg" id={`year-${year}`}>
            {say("strategy.year", { year })}
          </h3>
          <UsualSource target={usualSource(own)} sourceOf={sourceOf} />
          <TargetRows
            caption={say("strategy.year", { year })}
            targets={own.toSorted((a, b) => orderOf(a) - orderOf(b))}
            all={targets}
            usual={usualSource(own)}
            {...{ indicatorOf, nameOf, sourceOf, ...beside }}
            issued={(id) => documents.find((document) => document.id === id)?.issued ?? ""}
          />
        </div>
      ))}
      {elsewhere.length > 0 ? (
        <div>
          <h3 id="elsewhere" className="mt-10 text-base">
            {say("strategy.elsewhere")}
          </h3>
          <ul className="mt-2 space-y-3 text-sm">
            {elsewhere.map((target) => (
              <li key={target.id}>
                <strong>{indicatorOf(target.indicator)?.name ?? target.indicator}</strong>
                <OtherTarget
                  target={target}
                  indicator={indicatorOf(target.indicator)}
                  name={nameOf(target.document)}
                  sourceOf={sourceOf}
                />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  );
}

function UsualSource({ target, sourceOf }: { target: Target | undefined; sourceOf: SourceOf }) {
  const { say } = useText();
  if (!target) return null;
  return (
    <p className="mt-1 mb-3 text-xs text-soft">
      {say("strategy.usual")} {say(`wording.${target.wordingBasis}`)} <SourceLink source={sourceOf(target.source)} />.
    </p>
  );
}

type MoreProps = {
  strategy: LegalDocument;
  targets: Target[];
  indicatorOf: (code: string) => IndicatorItem | undefined;
  nameOf: (document: string) => string;
  sourceOf: SourceOf;
};

/** List of stricter targets in other documents, computed from the targets. */
function MoreIsAsked({ strategy, targets, indicatorOf, nameOf, sourceOf }: MoreProps) {
  const text = useText();
  const { say } = text;
  const found = whereMoreIsAsked(targets, strategy.id)
    .map((place) => ({ ...place, indicator: indicatorOf(place.target.indicator) }))
    .filter((place) => place.indicator !== undefined)
    .sort((a, b) => (a.indicator?.order ?? 0) - (b.indicator?.order ?? 0));
  if (found.length === 0) return null;
  return (
    <aside aria-labelledby="more-is-asked" className="mt-5 rounded-[6px] bg-sunken p-5">
      <h3 id="more-is-asked" className="text-base">
        {say("strategy.more")}
      </h3>
      <ul className="mt-2 space-y-2 text-sm">
        {found.map(({ target, other, found: strictness, indicator }) => {
          const kind = indicator?.valueKind ?? "count";
          return (
            <li key={`${target.id} ${other.id}`}>
              <strong>{indicator?.shortName}</strong>:{" "}
              {say("strategy.moreLine", {
                document: nameOf(other.document),
                aim: aimOf(other, kind, text),
                year: other.year,
                strategy: nameOf(target.document),
                own: aimOf(target, kind, text),
                ownYear: target.year,
              })}{" "}
              <strong className="text-accent">
                {capital(strictnessText({ target: other, found: strictness }, text) ?? "")}.
              </strong>
              {other.note ? (
                <div className="text-xs text-soft">
                  <SourceNote text={other.note} sourceOf={sourceOf} />
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
