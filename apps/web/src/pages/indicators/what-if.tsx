import { assessPreview } from "@moc2030/shared/outlook/outlook";
import type { Indicator, ObservationItem } from "../../client/api.ts";
import { StatusBadge } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import { editionText } from "../../words/edition.ts";
import { capital, figure, number } from "../../words/format.ts";
import { beside, continuationSentence } from "../../words/outlook.ts";
import { marginSentence, paceSentence } from "../../words/pace.ts";
import { thresholds } from "../../words/thresholds.ts";
import { gapText, statusWord, targetText } from "../../words/wording.ts";
import type { IndicatorFacts, Judged } from "./facts.ts";
import type { IndicatorSearch } from "./search.ts";
import { ThresholdsTable } from "./thresholds-table.tsx";
import type { Trial } from "./trial.ts";
import { type Assumed, previewOf } from "./what-if.ts";
import { WhatIfForm } from "./what-if-form.tsx";

type Props = { facts: IndicatorFacts; search: IndicatorSearch; trial: Trial | null };

/** What a coming figure would mean, judged by the same rules and stored nowhere. Shows nothing where no target is open. */
export function WhatIf({ facts: { detail, series }, search: { ifYear, ifValue, ifTyped }, trial }: Props) {
  const { say, lang } = useText();
  if (!trial) return null;
  const { indicator, referenceDate } = detail;
  const { targets, years, assumed, error } = trial;
  return (
    <Section id="what-if" title={say("whatIf.title")} className="no-print mt-12" look="text-xl">
      <p className="measure mt-2 text-soft">{say("whatIf.body")}</p>
      <WhatIfForm
        indicator={indicator}
        years={years}
        year={ifYear}
        typed={ifTyped ?? (ifValue === undefined ? undefined : number(Number(ifValue), lang))}
        error={error}
      />
      <div className="mt-2 grid gap-5 lg:grid-cols-2">
        {assumed
          ? targets.map((judged) => (
              <Answer key={judged.target.id} {...{ ...judged, indicator, series, referenceDate, assumed }} />
            ))
          : null}
      </div>
    </Section>
  );
}

type AnswerProps = Judged & {
  indicator: Indicator;
  /** The official series. */
  series: readonly ObservationItem[];
  referenceDate: string;
  assumed: Assumed;
};

function Answer({ target, assessment, indicator, series, referenceDate, assumed }: AnswerProps) {
  const text = useText();
  const { say, lang } = text;
  const body = previewOf(target, indicator, series, assumed, referenceDate);
  if (!body) return null;
  const data = assessPreview(body, referenceDate);
  const gap = gapText(data, indicator, text);
  const ahead = continuationSentence(data, indicator, undefined, text);
  const ladder = thresholds(data, indicator, assumed.timePeriod);
  return (
    <article
      aria-labelledby={`what-if-${target.id}`}
      className="rounded-[6px] border-2 border-dashed border-line-strong bg-surface p-5"
    >
      <p className="eyebrow font-semibold uppercase">{say("whatIf.mark")}</p>
      <h3 id={`what-if-${target.id}`} className="mt-1 text-base">
        {say("whatIf.suppose", {
          when: editionText(assumed.timePeriod, indicator.valueKind, text),
          value: figure(assumed.value, indicator.valueKind, lang),
        })}
      </h3>
      <p className="mt-1 text-sm text-soft">
        {say("card.target", { year: target.year })} {targetText(target, indicator.valueKind, text)}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge status={data.class} word={statusWord(data, text, indicator)} />{" "}
        <span className="text-sm text-soft">
          {say("whatIf.now", { status: statusWord(assessment, text, indicator) })}
        </span>
      </div>
      <div className="mt-3 space-y-1.5 text-sm">
        <p>{beside(assumed, assessment, indicator, text)}</p>
        {gap ? <p>{capital(gap)}.</p> : null}
        <p>{paceSentence(data, indicator, text)}</p>
        <p>{marginSentence(data, indicator, text)}</p>
        {ahead ? <p>{ahead}</p> : null}
      </div>
      {ladder ? (
        <ThresholdsTable
          ladders={[ladder]}
          indicator={indicator}
          assessment={data}
          value={ladder.of === "average" ? (data.average?.toDate ?? 0) : assumed.value}
          years={data.average?.yearsCounted ?? []}
          isAssumed
        />
      ) : null}
    </article>
  );
}
