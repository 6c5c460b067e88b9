import type { ReactNode } from "react";
import { PageLink } from "../../address/page-link.tsx";
import { Sparkline } from "../../charts/sparkline.tsx";
import type { IndicatorItem } from "../../client/api.ts";
import { MissingEdition } from "../../document/missing-edition.tsx";
import { StatusBadge } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { flagWords } from "../../words/flags.ts";
import { capital, isOfEdition, type Kind, observed } from "../../words/format.ts";
import { marginSentence, paceSentence } from "../../words/pace.ts";
import {
  gapText,
  lastText,
  provisionalNote,
  reasonText,
  statusWord,
  targetMark,
  targetText,
} from "../../words/wording.ts";
import { type CardFacts, changes } from "./card.ts";

/** The latest figure, large, with its year and its flags in words. */
function Latest({ facts: { indicator, companion, beside, missing }, compilerName }: Omit<Props, "body">) {
  const text = useText();
  const { say, lang } = text;
  const { latest } = indicator;
  const value = latest && observed(latest, indicator.valueKind, lang);
  if (!latest || value === null) return <p className="text-lg text-soft">{say("value.none")}</p>;
  const [main, rest] = split(value);
  const flags = flagWords(latest, text);
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-3xl font-semibold tracking-tight">
          {main}
          <span className="text-lg font-normal text-soft">{rest}</span>
        </span>
        <span className="text-sm text-soft">
          {[yearWords(indicator.frequency, indicator.valueKind, latest.timePeriod, say), ...flags].join(" · ")}
        </span>
      </p>
      {companion ? <Companion companion={companion} /> : null}
      {missing ? <MissingEdition missing={missing} kind={indicator.valueKind} /> : null}
      {beside ? <Beside indicator={indicator} beside={beside} compilerName={compilerName} /> : null}
    </div>
  );
}

/** The figure of the measure that took this one's place, in the words of its own comment where there are any: "Nhóm GCI 2024 của Việt Nam: Nhóm 1 (cao nhất) có 46 nước". */
function Companion({ companion: { latest, valueKind, topic } }: { companion: IndicatorItem }) {
  const { say, lang } = useText();
  const value = latest && observed(latest, valueKind, lang);
  if (!latest || value === null) return null;
  const comment = latest.obsCom?.startsWith(value) ? latest.obsCom.slice(value.length) : "";
  return (
    <p className="mt-1 text-sm">
      <span className="text-soft">{say("card.companion", { topic: capital(topic), year: latest.timePeriod })}</span>{" "}
      <strong className="font-semibold">{value}</strong>
      {comment}
    </p>
  );
}

type BesideProps = {
  indicator: IndicatorItem;
  beside: NonNullable<CardFacts["beside"]>;
  compilerName: Props["compilerName"];
};

/** That another compiler has another figure for a year, which of the two counts, and the way to why. */
function Beside({ indicator, beside: { year, official, other }, compilerName }: BesideProps) {
  const text = useText();
  const { say, lang } = text;
  const write = (o: typeof official) =>
    [observed(o, indicator.valueKind, lang), ...flagWords(o, text).map((word) => `(${word})`)].join(" ");
  return (
    <p className="mt-1 text-sm">
      {say("card.beside", { year, official: write(official), other: write(other), name: compilerName(other.compiler) })}{" "}
      <PageLink to={`/indicators/${indicator.code}`} hash="two-figures">
        {say("two.title")}
      </PageLink>
    </p>
  );
}

/** "44/139" → large 44, quiet /139; "5,88%/năm" → large 5,88%, quiet /năm. */
function split(value: string): [string, string] {
  const at = value.search(/[/ ](?=\D|\d+$)/);
  return at > 1 ? [value.slice(0, at), value.slice(at)] : [value, ""];
}

function yearWords(frequency: string, kind: Kind, year: number, say: ReturnType<typeof useText>["say"]): string {
  if (!isOfEdition(kind)) return say("year.plain", { year });
  return frequency === "A2" ? say("year.biennial", { year, next: year + 1 }) : say("year.edition", { year });
}

type Props = { facts: CardFacts; body: ReactNode; compilerName: (code: string) => string };

/** One headline target. Its parts stand on the lines of the row (subgrid), so that cards can be read across. */
export function HeadlineCard({ facts, body, compilerName }: Props) {
  const text = useText();
  const { say } = text;
  const { indicator, assessment, target, series } = facts;
  const gap = gapText(assessment, indicator, text);
  const pace = paceSentence(assessment, indicator, text);
  const margin = marginSentence(assessment, indicator, text);
  const headingId = `card-${indicator.code}`;
  return (
    <article
      aria-labelledby={headingId}
      data-class={assessment.class}
      className="panel row-span-8 grid grid-rows-subgrid gap-0 border-t-[3px] border-t-(--status) px-5 pt-4 pb-4"
    >
      <h3 id={headingId} className="text-base leading-snug">
        <PageLink to={`/indicators/${indicator.code}`} className="plain text-ink">
          {indicator.name}
        </PageLink>
      </h3>
      <div className="pt-3">
        <StatusBadge
          status={assessment.class}
          word={statusWord(assessment, text)}
          note={provisionalNote(assessment, text)}
        />
      </div>
      <div className="pt-3">
        <Latest facts={facts} compilerName={compilerName} />
      </div>
      <p className="pt-2 text-sm">
        <span className="text-soft">{say("card.target", { year: target.year })}</span>{" "}
        <strong className="font-semibold">{targetText(target, indicator.valueKind, text) ?? target.wording.vi}</strong>
      </p>
      <div className="space-y-1 pt-2 text-sm">
        {assessment.class === "not_assessable" ? (
          <p>
            {capital(reasonText(assessment, indicator, indicator.compiler, text))};{" "}
            {lastText(assessment, indicator.valueKind, text)}.
          </p>
        ) : (
          <>
            {gap ? <p>{capital(gap)}.</p> : null}
            {pace ? <p>{pace}</p> : null}
            {margin ? <p>{margin}</p> : null}
          </>
        )}
      </div>
      <div className="pt-3">
        <Sparkline
          valueKind={indicator.valueKind}
          frequency={indicator.frequency}
          points={series}
          path={assessment.path}
          baseYear={assessment.base?.timePeriod ?? null}
          targets={[{ ...target, text: targetMark(target, indicator.valueKind, text) }]}
          from={2015}
        />
      </div>
      <dl className="space-y-1 pt-3 text-sm">
        {changes(facts, text).map(({ since, change }) => (
          <div key={since} className="border-t border-line pt-1.5">
            <dt className="text-xs text-soft">{since}</dt>
            <dd>{capital(change)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 border-t border-line pt-2 text-xs text-soft">
        {say("card.body")} <span className="text-ink">{body}</span>
      </p>
    </article>
  );
}
