import { keyText } from "@moc2030/shared/figure";
import { useEffect, useMemo, useState } from "react";
import { useMe } from "../session/me.ts";
import { tabCopy } from "../session/person.ts";
import { findingText } from "../submissions/finding-words.ts";
import type { Submission } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { DraftStatus } from "./draft-status.tsx";
import { EffectPanel } from "./effect-panel.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import type { Part } from "./form-part.ts";
import { checkForm, type FormValues, holdsBack, inputOf, valuesOf } from "./form-state.ts";
import { KindField } from "./kind-field.tsx";
import { MoveForm } from "./move-form.tsx";
import { Notices } from "./notices.tsx";
import type { EntryFigure } from "./reads.ts";
import { ReasonFields } from "./reason-fields.tsx";
import { SourceFields } from "./source-fields.tsx";
import { SubmitBar } from "./submit-bar.tsx";
import { useDraft } from "./use-draft.ts";
import { ValueFields } from "./value-fields.tsx";

type Props = {
  figure: EntryFigure;
  submission: Submission | null;
  sources: { id: string; title: string; publisher: string; kind: string }[];
  compilers: { code: string; name: string }[];
};

/** The form of one figure: checked as it is typed, kept on the server as it is typed. */
export function FigureForm({ figure, submission, sources, compilers }: Props) {
  const text = useStaffText();
  const { say, lang } = text;
  const { key, current, indicator } = figure;
  const item = submission?.items.find((i) => i.state === "open" && keyText(i) === keyText(key)) ?? null;
  const { id: me } = useMe();
  const copyKey = keyText(key);
  const title = say("form.draftTitle", { indicator: indicator.shortName, year: key.timePeriod });
  const { keeper, state } = useDraft(title, submission, item?.id ?? null);
  const [base, setBase] = useState(item ? item.baseRelease : (current?.release ?? null));
  const [copy] = useState(() => tabCopy.read<FormValues>(me, copyKey));
  const [values, setValues] = useState<FormValues>(() => copy ?? valuesOf(item ?? current, lang));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, what this tab held when the page went before it was kept
  useEffect(() => {
    if (copy) keeper.change(inputOf(copy, key, lang, base));
  }, []);
  const kept = state.submission?.items.find((i) => i.id === state.item);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(item ? ["value"] : []));
  const [turn, setTurn] = useState(0);

  const known = useMemo(() => new Set(sources.map(({ id }) => id)), [sources]);
  const context = {
    indicator: indicator as never,
    knows: figure.knows,
    current,
    series: figure.series,
    today: figure.today,
  };
  const { errors, warnings } = checkForm(values, key, context, known, lang);

  const set = (change: Partial<FormValues>) => {
    const next = { ...values, ...change };
    setValues(next);
    tabCopy.write(me, copyKey, next);
    keeper.change(inputOf(next, key, lang, base));
  };
  // What the server has needs no copy here.
  if (state.phase === "saved" && !keeper.isOpen && !holdsBack(values, lang)) tabCopy.forget(me, copyKey);

  const errorOf = (name: string) => {
    const found = errors.find((error) => error.field === name);
    return found && (turn > 0 || left.has(name)) ? findingText(found, text) : null;
  };
  const part: Part = { values, set, errorOf, leave: (name) => setLeft((now) => new Set([...now, name])) };
  const needsReason = current !== null || values.kind === "withdraw";
  const needsWords = warnings.length > 0 && !values.confirmation.trim();
  const list = [
    ...errors.map((error) => ({ field: error.field, text: findingText(error, text) })),
    ...(needsWords ? [{ field: "confirmation", text: say("form.confirmMissing") }] : []),
  ];

  return (
    <div className="mt-6 grid grid-cols-1 items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <form noValidate onSubmit={(event) => event.preventDefault()} className="min-w-0 space-y-8">
        <ErrorSummary title={say("form.problem")} errors={turn > 0 ? list : []} turn={turn} />
        <Notices
          figure={figure}
          state={state}
          keeper={keeper}
          moved={kept?.moved ?? false}
          onTake={(theirs) => setValues(valuesOf(theirs, lang))}
          onRebase={() => {
            setBase(current?.release ?? null);
            keeper.change(inputOf(values, key, lang, current?.release ?? null));
          }}
        />
        {current?.value ? <KindField {...part} /> : null}
        {values.kind === "enter" ? (
          <>
            <ValueFields {...part} indicator={indicator} figureKey={key} compilers={compilers} />
            <SourceFields {...part} sources={sources} />
          </>
        ) : null}
        <EvidenceField {...part} files={kept?.files ?? []} />
        {needsReason ? <ReasonFields {...part} /> : null}
        <section aria-labelledby="warnings-title" aria-live="polite" className={warnings.length > 0 ? "" : "hidden"}>
          <h2 id="warnings-title" className="text-lg">
            {say("form.warnings")}
          </h2>
          <ul data-class="behind" className="mt-2 list-disc space-y-1 ps-5 text-sm text-(--status)">
            {warnings.map((warning) => (
              <li key={warning.code}>{findingText(warning, text)}</li>
            ))}
          </ul>
          <label htmlFor="confirmation" className="mt-3 block text-sm font-semibold">
            {say("form.confirm")}
          </label>
          <textarea
            id="confirmation"
            rows={2}
            aria-describedby="warnings-title"
            value={values.confirmation}
            onChange={(event) => set({ confirmation: event.target.value })}
            className="mt-1 w-full rounded-[4px] border border-line-strong bg-surface p-3 text-sm"
          />
        </section>
      </form>
      {/* Before the buttons, on a phone too: what would change. */}
      <aside className="min-w-0 space-y-6 lg:sticky lg:top-6 lg:row-span-2">
        <EffectPanel figure={figure} input={inputOf(values, key, lang, base)} state={state} />
        {current?.value ? <MoveForm figure={figure} state={state} keeper={keeper} /> : null}
      </aside>
      <div className="min-w-0 space-y-8">
        <SubmitBar
          keeper={keeper}
          state={state}
          isReady={list.length === 0 && !holdsBack(values, lang)}
          input={() => inputOf(values, key, lang, base)}
          onTried={() => setTurn((n) => n + 1)}
          onSubmitted={() => tabCopy.forget(me, copyKey)}
        />
        <DraftStatus state={state} isHeldBack={holdsBack(values, lang)} onRetry={() => void keeper.flush()} />
      </div>
    </div>
  );
}
