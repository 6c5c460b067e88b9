import type { Assessment, AssessmentClass } from "@moc2030/shared/schema/assessment";
import type { Lang } from "@moc2030/shared/text/lang";
import { useQuery } from "@tanstack/react-query";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { StatusBadge } from "../../document/status-badge.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { day, number } from "../../words/format.ts";
import { provisionalNote, statusWord } from "../../words/wording.ts";
import { type Effect as EffectAnswer, effectRead } from "./reads.ts";

/** The status changes of a submission. `isPending` covers the first load only, not later versions. */
export function useStatusChanges(id: number, version: number) {
  const view = useView();
  const effect = useQuery({ ...effectRead(id, version), placeholderData: (before) => before });
  const now = useQuery(api.assessments(view));
  const indicators = useQuery(api.indicators(view));
  return { effect, now, indicators, isPending: effect.isPending || now.isPending || indicators.isPending };
}

/** `StatusChanges` with a heading. */
export const Effect = ({ title, className = "", ...of }: Of & { title: string; className?: string }) => (
  <Section title={title} look="mb-3 text-base" className={`panel p-5 ${className}`}>
    <StatusChanges {...of} />
  </Section>
);

type Of = { id: number; version: number };
/** The statuses that publishing a submission would change, computed by the rules used for publishing. */
export function StatusChanges({ id, version }: Of) {
  const { effect } = useStatusChanges(id, version);
  return <EffectList effect={effect.data} isFailed={effect.isError} />;
}

type ListProps = { effect: EffectAnswer | undefined; isFailed: boolean };

/** What an effect would change, once it is there, and the issued reports that would then have another figure. */
export const EffectList = ({ effect, isFailed }: ListProps) => (
  <>
    <StatusList effect={effect} isFailed={isFailed} />
    <ToldOtherwise reports={effect?.issuedReports ?? []} />
  </>
);

function ToldOtherwise({ reports }: { reports: EffectAnswer["issuedReports"] }) {
  const { say, lang } = useStaffText();
  const indicators = useQuery(api.indicators(useView())).data?.items ?? [];
  const nameOf = (code: string) => indicators.find((one) => one.code === code)?.shortName ?? code;
  return reports.map(({ id, number, date, figures }) => (
    <p key={id} className="mt-3 border-s-4 border-line-strong ps-3 text-sm font-semibold">
      {say("effect.issued", {
        ...{ number, day: day(date, lang) },
        figures: figures.map(({ indicator, timePeriod }) => `${nameOf(indicator)} ${timePeriod}`).join("; "),
      })}
    </p>
  ));
}

function StatusList({ effect, isFailed }: ListProps) {
  const text = useStaffText();
  const { say, lang } = text;
  const view = useView();
  const now = useQuery(api.assessments(view));
  const indicators = useQuery(api.indicators(view));
  if (!effect || !now.data || !indicators.data)
    return <p className="text-sm text-soft">{say(isFailed ? "effect.failed" : "effect.loading")}</p>;
  const { statuses, assessments } = effect;
  const paces = paceChanges(now.data.items, assessments);
  if (statuses.length + paces.length === 0)
    return <p className="text-sm">{say("effect.none", { n: assessments.length })}</p>;
  const indicatorOf = (of: Assessment | undefined) => indicators.data.items.find(({ code }) => code === of?.indicator);
  const badge = (status: AssessmentClass, of: Assessment | undefined) => (
    <StatusBadge status={status} word={of ? statusWord(of, text, indicatorOf(of)) : say(`status.${status}`)} />
  );
  const nameOf = (a: Assessment | undefined) => indicatorOf(a)?.shortName ?? a?.targetId ?? "";
  return (
    <ul className="space-y-4">
      {statuses.map(({ targetId, before, after }) => {
        const [old, next] = [now.data.items, assessments].map((list) => list.find((a) => a.targetId === targetId));
        const name = next ? nameOf(next) : targetId;
        return (
          <li key={targetId}>
            <p className="text-sm font-semibold">
              {say("effect.target", { indicator: name, year: next?.targetYear ?? "" })}
            </p>
            <div className="mt-1 flex flex-wrap items-center gap-2">
              {before ? badge(before.class, old) : <span className="text-sm text-soft">{say("effect.noStatus")}</span>}
              <span aria-hidden="true">→</span>
              <span className="sr-only">{say("effect.becomes")}</span>
              {badge(after.class, next)}
              {next ? <span className="text-xs text-soft">{provisionalNote(next, text)}</span> : null}
            </div>
          </li>
        );
      })}
      {paces.map(({ next, before, after }) => (
        <li key={`pace ${next.targetId}`} className="text-sm">
          <span className="block font-semibold">
            {say("effect.target", { indicator: nameOf(next), year: next.targetYear })}
          </span>
          {say("effect.pace", { before: pace(before, lang), after: pace(after, lang) })}
        </li>
      ))}
    </ul>
  );
}

/** A yearly improvement with two decimals at most; a dash where none is needed or can be said. */
const pace = (needed: number | null, lang: Lang) => (needed === null ? "–" : number(Number(needed.toFixed(2)), lang));

/** Targets whose needed yearly improvement would become another one. */
function paceChanges(now: readonly Assessment[], next: readonly Assessment[]) {
  return next.flatMap((one) => {
    const old = now.find(({ targetId }) => targetId === one.targetId);
    const [before, after] = [old, one].map((a) => a?.outlook?.record?.needed ?? null) as [number | null, number | null];
    return before === after ? [] : [{ next: one, before, after }];
  });
}
