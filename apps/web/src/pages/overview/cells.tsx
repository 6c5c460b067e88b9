import { PageLink } from "../../address/page-link.tsx";
import { StatusIcon } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { capital } from "../../words/format.ts";
import type { HeadlineRow } from "../../words/headline-rows.ts";
import {
  aimText,
  around,
  best,
  companionText,
  type JudgedTarget,
  needed,
  nowText,
  overdueText,
  shortStatus,
} from "../../words/target-row.ts";

/** The status: icon, short label, and a note if it is provisional. */
export function Status({ row }: { row: JudgedTarget }) {
  const text = useText();
  const { class: status, provisional } = row.assessment;
  return (
    <>
      <span data-class={status} className="targets-status">
        <StatusIcon status={status} className="relative top-[0.12em] size-[0.95em]" />
        {shortStatus(row, text)}
      </span>
      {provisional ? <span className="text-soft"> · {text.say("short.provisional")}</span> : null}
    </>
  );
}

type NowProps = { row: JudgedTarget; source: string } & Partial<Pick<HeadlineRow, "companion" | "missing">>;

/**
 * The current value. Adds the publisher in print; on a phone the target after an arrow, and for a rank the distance in
 * places.
 */
export function Now({ row, source, companion = null, missing = null }: NowProps) {
  const text = useText();
  const { say } = text;
  const kind = row.indicator.valueKind;
  const [now, aim] = [nowText(row, text), aimText(row.target, kind, text)];
  const places = needed(row, text)?.places ?? null;
  const isOver = row.assessment.reason === "discontinued";
  const instead = isOver && companion ? companionText(companion, text) : null;
  return (
    <>
      <span className="num">{now ?? <span className="text-soft">{say("value.none")}</span>}</span>
      {instead ? `; ${instead}` : null}
      {now ? <span className="paper hidden print:inline"> · {source}</span> : null}
      {aim && !isOver ? (
        <span className="narrow">
          {"\u00a0→ "}
          <span className="whitespace-nowrap">{aim}</span>
          {places ? (
            <>
              {" · "}
              <span className="whitespace-nowrap">{say("need.phrase", { need: places })}</span>
            </>
          ) : null}
        </span>
      ) : null}
      {missing ? (
        <div className="targets-overdue">
          <Clock />
          <span>{overdueText(missing, kind, text)}</span>
        </div>
      ) : null}
    </>
  );
}

const Clock = () => (
  <svg
    viewBox="0 0 16 16"
    className="mt-[0.2em] size-[0.95em] shrink-0"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <circle cx="8" cy="8.5" r="6.2" />
    <path d="M8 5v4l2.5 1.5M6 .8h4" />
  </svg>
);

/**
 * The improvement needed each year. On a phone it is part of a sentence with `Best`; ranks omit it there, since `Now`
 * has the distance.
 */
export function Need({ row }: { row: JudgedTarget }) {
  const text = useText();
  const { say } = text;
  const need = needed(row, text);
  if (!need) return null;
  if (need.places)
    return (
      <div className="wide num">
        {capital(need.places)}: {need.perYear}
      </div>
    );
  const phrase = row.assessment.kind === "period_average" ? "need.averagePhrase" : "need.phraseStart";
  const [before, after] = around((value) => say(phrase, { need: value }));
  return (
    <>
      <span className="narrow">{before}</span>
      <span className="num">{need.perYear}</span>
      <span className="narrow">
        {after}
        {best(row, text) ? ";" : null}
      </span>
    </>
  );
}

/** The largest yearly improvement on record. */
export function Best({ row }: { row: JudgedTarget }) {
  const text = useText();
  const record = best(row, text);
  if (!record) return null;
  const { value, since, unit, when } = record;
  const isRank = row.indicator.valueKind === "rank";
  const [before, after] = around((one) => text.say("best.since", { year: since, value: one }));
  return (
    <>
      {isRank ? null : <span className="narrow">{before}</span>}
      <span className={isRank ? "wide num" : "num"}>{value}</span>
      {isRank ? null : <span className="narrow">{after}</span>}
      <span className="wide">{unit}</span>
      <div className="wide targets-note">{when}</div>
    </>
  );
}

/** Row header: a link to the indicator by its topic, and on wide screens the target value. */
export function Name({ row }: { row: JudgedTarget }) {
  const text = useText();
  const aim = aimText(row.target, row.indicator.valueKind, text);
  return (
    <>
      <PageLink to={`/indicators/${row.indicator.code}`} className="plain text-ink">
        {capital(row.indicator.topic)}
      </PageLink>
      {aim ? <div className="wide targets-aim">{aim}</div> : null}
    </>
  );
}
