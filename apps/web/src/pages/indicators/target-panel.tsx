import { hasEdition } from "@moc2030/shared/due/due";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Remark } from "@moc2030/shared/schema/statement";
import type { Target } from "@moc2030/shared/schema/target";
import type { TrackRecord } from "@moc2030/shared/schema/track-record";
import { PageLink } from "../../address/page-link.tsx";
import type { Body, Indicator, LegalDocument, SourceOf, TargetDetail } from "../../client/api.ts";
import { IssuedNote } from "../../document/issued-note.tsx";
import { Remarks } from "../../document/remarks.tsx";
import { StatusBadge } from "../../document/status-badge.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { capital, day } from "../../words/format.ts";
import { marginSentence, paceSentence } from "../../words/pace.ts";
import { thresholds } from "../../words/thresholds.ts";
import {
  aheadText,
  gapText,
  lastText,
  provisionalNote,
  reasonText,
  statusWord,
  targetText,
} from "../../words/wording.ts";
import { Classing } from "./classing.tsx";
import { OthersLikeUs } from "./others-like-us.tsx";
import { TargetWording } from "./target-wording.tsx";
import { ThresholdsTable } from "./thresholds-table.tsx";
import { Working } from "./working.tsx";

type Props = {
  assessment: Assessment;
  /** How the rule fared on ranks like this. */
  record: TrackRecord | undefined;
  /** Year of the next edition, if one is expected. */
  next: number | undefined;
  target: Target;
  indicator: Indicator;
  document: LegalDocument | undefined;
  /** Issued reports with the same figure and verdict, newest first. */
  issued: TargetDetail["issuedReports"];
  remarks: Remark[];
  bodies: Body[];
  sourceOf: SourceOf;
  areaName: (code: string) => string;
  /** Whether it is on the target’s own page. */
  isPage?: boolean;
};

/** One target of the Decision: wording, status, working, remarks. */
export function TargetPanel({ assessment: a, record, next, target, indicator, document, issued, ...rest }: Props) {
  const { remarks, bodies, sourceOf, areaName, isPage = false } = rest;
  const text = useText();
  const { say } = text;
  const aim = targetText(target, indicator.valueKind, text);
  const parts = [gapText(a, indicator, text), a.group ? aheadText(a.group.ahead.map(areaName), text) : null].filter(
    (part) => part !== null,
  );
  const steps = thresholds(a, indicator);
  const coming = steps?.of === "value" && next ? thresholds(a, indicator, next) : null;
  const onLadder = a.average ? a.average.toDate : (a.latest?.value ?? null);
  return (
    <article aria-labelledby={target.id} data-class={a.class} className="panel border-t-[3px] border-t-(--status) p-5">
      <h3 id={target.id} className="text-lg">
        {isPage ? (
          say("panel.title", { year: target.year })
        ) : (
          <PageLink to={`/targets/${target.id}`} className="plain">
            {say("panel.title", { year: target.year })}
          </PageLink>
        )}
        {aim ? <span className="font-normal">: {aim}</span> : null}
      </h3>
      <div className="mt-3">
        <StatusBadge status={a.class} word={statusWord(a, text, indicator)} note={provisionalNote(a, text)} />
      </div>
      <IssuedNote reports={issued} className="mt-1" />
      <div className="mt-3 space-y-1.5 text-sm">
        {a.class === "not_assessable" ? (
          <p>
            {[capital(reasonText(a, indicator, indicator.compiler, text)), lastText(a, indicator, text)]
              .filter((part) => part !== null)
              .join("; ")}
            .
          </p>
        ) : (
          <>
            {parts.length > 0 ? <p>{capital(parts.join(", "))}.</p> : null}
            {target.measuredOn ? <p>{say("panel.measuredOn", { what: target.measuredOn })}</p> : null}
            {a.group ? <p>{groupEdition(a, indicator, text)}</p> : <p>{paceSentence(a, indicator, text)}</p>}
            <p>{marginSentence(a, indicator, text)}</p>
          </>
        )}
        {a.reason === "discontinued" && indicator.discontinued ? (
          <p>
            {say("panel.ended", {
              day: day(indicator.discontinued.from, text.lang),
              reason: indicator.discontinued.reason,
            })}{" "}
            {indicator.companion ? (
              <PageLink to={`/indicators/${indicator.companion}`}>{say("panel.companion")}</PageLink>
            ) : null}
          </p>
        ) : null}
        {target.kind === "maintain" && a.base && a.class !== "met" && a.targetValue !== null ? (
          <p>{say("panel.neverHeld", { year: a.base.timePeriod })}</p>
        ) : null}
      </div>
      <Remarks remarks={remarks} bodies={bodies} className="mt-4" />
      {steps && onLadder !== null ? (
        <Folded onPhone summary={say("ladder.title")} className="mt-3">
          <ThresholdsTable
            ladders={coming ? [steps, coming] : [steps]}
            indicator={indicator}
            assessment={a}
            value={onLadder}
            years={a.average?.yearsCounted ?? []}
          />
        </Folded>
      ) : null}
      {/* The page of a target is one printed sheet; how the rule fared is not on it. */}
      <div className={isPage ? "no-print" : undefined}>
        <Classing assessment={a} indicator={indicator} record={record} />
        <OthersLikeUs assessment={a} indicator={indicator} />
      </div>
      <TargetWording target={target} document={document} sourceOf={sourceOf} />
      <Working assessment={a} target={target} indicator={indicator} />
    </article>
  );
}

/** Where the country stands in a group, and whether the edition of the target's year is none or only to come. */
function groupEdition(a: Assessment, { schedule }: Indicator, { say }: Text): string {
  if (!a.group) return "";
  const { edition, position } = a.group;
  const stands = say("panel.position", { n: position ?? 0, edition });
  if (edition >= a.targetYear) return stands;
  const isMade = !schedule || hasEdition(schedule, a.targetYear, edition);
  return `${stands} ${say(isMade ? "panel.notYet" : "panel.noEdition", { year: a.targetYear })}`;
}
