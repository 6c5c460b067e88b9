import { keyText } from "@moc2030/shared/figure/figure";
import { useEffect, useMemo, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FieldErrors, RadioGroup, TextArea } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { useMe } from "../session/me.ts";
import { unsavedInput } from "../session/page-user.ts";
import { findingText } from "../submissions/finding-words.ts";
import { OldNew } from "../submissions/old-new.tsx";
import type { Submission } from "../submissions/reads.ts";
import { StatusChanges } from "../submissions/status-changes.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import { FigureFields, type Part } from "./figure-fields.tsx";
import { FigurePast } from "./figure-past.tsx";
import { checkForm, type FormValues, hasUnsavableInput, inputOf, valuesOf } from "./form-state.ts";
import { JoinDialog, type Joining } from "./join-dialog.tsx";
import { MoveForm } from "./move-form.tsx";
import { Notices } from "./notices.tsx";
import type { EntryFigure } from "./reads.ts";
import { SourceFields } from "./source-fields.tsx";
import { SubmitBar } from "./submit-bar.tsx";
import { useDraft } from "./use-draft.ts";
import { ValueFields } from "./value-fields.tsx";

type Props = {
  figure: EntryFigure;
  submission: Submission | null;
  sources: { id: string; title: string; publisher: string }[];
  compilers: { code: string; name: string }[];
  /** The figure went into a new draft. */
  onNewDraft: () => void;
};

/** Fields that must also be left before a field counts as touched: a new source is checked as a whole. */
const LEFT_WITH: Record<string, string[]> = {
  rankPool: ["rankPool", "value"],
  source: [],
  newSource: [],
  "source-publisher": ["newSource"],
  "source-url": ["newSource"],
};

/** Whether an item is the same figure of another economy. */
const isBeside = (item: Submission["items"][number], key: EntryFigure["key"]) =>
  item.kind === "enter" && item.refArea !== key.refArea && keyText({ ...item, refArea: key.refArea }) === keyText(key);

/** The form of one figure, validated and autosaved while typing. */
export function FigureForm({ figure, submission, sources, compilers, onNewDraft }: Props) {
  const text = useStaffText();
  const { say, lang } = text;
  const { key, current, indicator } = figure;
  const item = submission?.items.find((i) => i.state === "open" && keyText(i) === keyText(key)) ?? null;
  const { id: me } = useMe();
  const copyKey = keyText(key);
  const title = say("form.draftTitle", { indicator: indicator.shortName, year: key.timePeriod });
  const { autosave, state } = useDraft(title, submission, item?.id ?? null);
  const [base, setBase] = useState(item ? item.baseRelease : (current?.release ?? null));
  const [copy] = useState(() => unsavedInput.read<FormValues>(me, copyKey));
  const [values, setValues] = useState<FormValues>(() => copy ?? valuesOf(item ?? current, lang));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(item ? ["value"] : []));
  const [turn, setTurn] = useState(0);
  const [isAsking, setAsking] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on mount only
  useEffect(() => {
    if (copy) autosave.change(inputOf(copy, key, lang, base));
  }, []);

  const { isForeign } = autosave;
  useEffect(() => {
    // Half a title is of no publication: asked once its field is left.
    if (isForeign && !document.activeElement?.matches("input, textarea")) setAsking(true);
  }, [isForeign]);
  const answer = async (chosen: Joining) => {
    setAsking(false);
    if (chosen === "join") return autosave.join();
    onNewDraft();
    return autosave.leaveDraft();
  };

  const known = useMemo(() => new Set(sources.map(({ id }) => id)), [sources]);
  const { knows, series, limits, today } = figure;
  const context = { indicator: indicator as never, knows, current, series, limits, today };
  const { errors, warnings } = checkForm(values, key, context, known, lang);
  const input = inputOf(values, key, lang, base);
  const isUnsavable = hasUnsavableInput(values, lang);
  const set = (change: Partial<FormValues>) => {
    const next = { ...values, ...change };
    setValues(next);
    unsavedInput.write(me, copyKey, next);
    autosave.change(inputOf(next, key, lang, base));
  };
  const part: Part = { values, set };
  // Saved on the server: the local copy is not needed.
  if (state.phase === "saved" && !autosave.isDirty && !isUnsavable) unsavedInput.forget(me, copyKey);

  const said = errors.map((error) => ({ field: error.field as string, text: findingText(error, text) }));
  const shown = said.filter(({ field }) => turn > 0 || left.has(field));
  if (warnings.length > 0 && !values.confirmation.trim())
    said.push({ field: "confirmation", text: say("form.confirmMissing") });
  const kept = state.submission?.items.find((i) => i.id === state.item);

  return (
    <div className="mt-6 grid grid-cols-1 items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <form
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onBlur={({ target: { id } }) => {
          setLeft((now) => new Set([...now, ...(LEFT_WITH[id] ?? [id])]));
          if (isForeign) setAsking(true);
        }}
        className="min-w-0 space-y-8"
      >
        <ErrorSummary title={say("form.problem")} errors={turn > 0 ? said : []} turn={turn} />
        <Notices
          figure={figure}
          state={state}
          moved={kept?.moved ?? false}
          onRebase={() => {
            setBase(current?.release ?? null);
            autosave.change(inputOf(values, key, lang, current?.release ?? null));
          }}
          onKeepMine={() => void autosave.keepMine()}
          onTakeTheirs={() => setValues(valuesOf(autosave.takeTheirs(), lang))}
        />
        {/* Of two errors of a field the first stands beside it. */}
        <FieldErrors value={Object.fromEntries(shown.toReversed().map((error) => [error.field, error.text]))}>
          {current?.value ? (
            <RadioGroup
              name="kind"
              legend={say("form.kind")}
              choices={(["enter", "withdraw"] as const).map((value) => ({ value, label: say(`form.kind.${value}`) }))}
              value={values.kind}
              onChange={(kind) => set({ kind })}
            />
          ) : null}
          {values.kind === "enter" ? (
            <>
              <ValueFields {...part} figure={figure} compilers={compilers} />
              <SourceFields {...part} sources={sources}>
                <FigureFields {...part} names={["place"]} />
              </SourceFields>
            </>
          ) : null}
          <EvidenceField {...part} files={kept?.files ?? []} />
          {current !== null || values.kind === "withdraw" ? (
            <Section title={say("form.reasonTitle")} className="space-y-5">
              <FigureFields {...part} names={["reason", "reasonText"]} />
            </Section>
          ) : null}
        </FieldErrors>
        <section aria-labelledby="warnings-title" aria-live="polite" className={warnings.length > 0 ? "" : "hidden"}>
          <h2 id="warnings-title" className="text-lg">
            {say("form.warnings")}
          </h2>
          <ul data-class="warning" className="mt-2 mb-3 list-disc space-y-1 ps-5 text-sm text-(--status)">
            {warnings.map((warning) => (
              <li key={warning.code}>{findingText(warning, text)}</li>
            ))}
          </ul>
          <TextArea
            id="confirmation"
            label={say("form.confirm")}
            aria-describedby="warnings-title"
            value={values.confirmation}
            onChange={(confirmation) => set({ confirmation })}
          />
        </section>
      </form>
      {/* Before the buttons, on a phone too: what would change. */}
      <aside className="min-w-0 space-y-6 lg:sticky lg:top-6 lg:row-span-2">
        <Section title={say("effect.title")} look="mb-3 text-base" className="panel p-5">
          <OldNew old={current} proposed={input} kind={indicator.valueKind} />
          <h3 className="mt-5 mb-2 text-sm">{say("effect.statuses")}</h3>
          <div aria-live="polite">
            {state.submission && kept?.errors.length === 0 ? (
              <StatusChanges id={state.submission.id} version={state.submission.version} />
            ) : (
              <p className="text-sm text-soft">{say("effect.later")}</p>
            )}
          </div>
        </Section>
        {values.kind === "enter" ? (
          <section aria-labelledby="past-title" className="panel p-5">
            <h2 id="past-title" className="text-base">
              {say("past.title")}
            </h2>
            <FigurePast
              titleId="past-title"
              indicator={indicator}
              figure={key}
              value={input.value}
              edition={input.edition}
              beside={state.submission?.items.filter((one) => isBeside(one, key)) ?? []}
            />
          </section>
        ) : null}
        {current?.value ? <MoveForm figure={figure} state={state} /> : null}
      </aside>
      <SubmitBar
        autosave={autosave}
        state={state}
        isReady={said.length === 0 && !isUnsavable}
        isUnsavable={isUnsavable}
        keep={async () => {
          if (state.item === null) autosave.change(input);
          const isKept = await autosave.flush();
          if (autosave.isForeign) setAsking(true);
          return isKept;
        }}
        onTried={() => setTurn((n) => n + 1)}
        onSubmitted={() => unsavedInput.forget(me, copyKey)}
      />
      {isAsking && state.submission ? (
        <JoinDialog
          draft={state.submission}
          onAnswer={(chosen) => void answer(chosen)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
