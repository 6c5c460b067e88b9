import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import { PageLink } from "../../address/page-link.tsx";
import type { IndicatorItem } from "../../client/api.ts";
import { StatusBadge } from "../../document/status-badge.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { editionText } from "../../words/edition.ts";
import { capital, day } from "../../words/format.ts";
import { latestText, overdueText } from "../../words/target-row.ts";
import { gapText, lastText, provisionalNote, reasonText, statusWord, targetText } from "../../words/wording.ts";
import type { Row } from "./facts.ts";
import { needSentence } from "./need.ts";

/** One indicator that concerns a body: what it is to reach, where it stands, what that takes, when the next figure comes. */
export function IndicatorRow({ row }: { row: Row }) {
  const text = useText();
  const { indicator, judged } = row;
  const said = judged.map(({ assessment }) =>
    [standText(assessment, indicator, text), needSentence(assessment, indicator, text)].filter(Boolean).join(" "),
  );
  return (
    <li className="body-row">
      <div>
        <h3 className="text-base">
          <PageLink to={`/indicators/${indicator.code}`} className="plain">
            {indicator.name}
          </PageLink>
        </h3>
        <p className="text-soft">{nextText(row, text)}</p>
      </div>
      <ul className="body-targets">
        {judged.map(({ target, assessment: a }, index) => (
          <li key={target.id}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span>
                {text.say("card.target", { year: target.year })} <strong>
                  {aimText(target, indicator, text)}
                </strong>{" "}
              </span>{" "}
              <StatusBadge status={a.class} word={statusWord(a, text, indicator)} note={provisionalNote(a, text)} />
            </p>
            {said[index] && said[index] !== said[index - 1] ? <p>{said[index]}</p> : null}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** How far the text of a target is from a threshold. */
export const thresholdText = (target: Target, { say }: Text): string =>
  capital(say(`unassessed.${target.threshold ?? "no_definition"}`));

/** What a target asks for, or how far its text is from a threshold. */
const aimText = (target: Target, { valueKind }: IndicatorItem, text: Text): string =>
  targetText(target, valueKind, text) ?? thresholdText(target, text);

/** When the next figure is due by its publisher's calendar, or that it is past that day. */
function nextText({ indicator, due }: Row, text: Text): string {
  if (!due) return text.say(indicator.discontinued ? "bodies.ended" : "bodies.noCalendar");
  if (due.isOut) return `${overdueText(due, indicator.valueKind, text)}.`;
  const edition = editionText(due.timePeriod, indicator.valueKind, text);
  return capital(text.say("bodies.next", { edition, day: day(due.dueBy, text.lang) }));
}

/** The figure that a verdict rests on and how far it is from the target, or why there is no verdict, unless that was just said in the place of a threshold. */
function standText(a: Assessment, indicator: IndicatorItem, text: Text): string | null {
  const { latest } = indicator;
  const isLatest = a.latest !== null && latest?.timePeriod === a.latest.timePeriod && !a.average && !a.group;
  const said =
    a.class === "not_assessable"
      ? [
          a.reason === "no_definition" ? null : reasonText(a, indicator, indicator.compiler, text),
          lastText(a, indicator, text),
        ]
      : [isLatest ? latestText(indicator, text) : null, gapText(a, indicator, text)];
  const parts = said.filter((part) => part !== null);
  return parts.length > 0 ? `${capital(parts.join("; "))}.` : null;
}
