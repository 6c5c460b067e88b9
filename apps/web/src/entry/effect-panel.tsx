import type { FigureInput } from "@moc2030/shared/submission";
import { OldNew } from "../submissions/old-new.tsx";
import { StatusChanges } from "../submissions/status-changes.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import type { DraftState } from "./draft-keeper.ts";
import type { EntryFigure } from "./reads.ts";

/** What would change: the figure from old to new, and the statuses, once the figure is kept. */
export function EffectPanel({ figure, input, state }: { figure: EntryFigure; input: FigureInput; state: DraftState }) {
  const { say } = useStaffText();
  const { submission, item } = state;
  const kept = submission?.items.find((i) => i.id === item);
  return (
    <section aria-labelledby="effect-title" className="panel p-5">
      <h2 id="effect-title" className="text-base">
        {say("effect.title")}
      </h2>
      <div className="mt-3">
        <OldNew old={figure.current} proposed={input} kind={figure.indicator.valueKind} />
      </div>
      <h3 className="mt-5 mb-2 text-sm">{say("effect.statuses")}</h3>
      <div aria-live="polite">
        {submission && kept && kept.errors.length === 0 ? (
          <StatusChanges id={submission.id} version={submission.version} />
        ) : (
          <p className="text-sm text-soft">{say("effect.later")}</p>
        )}
      </div>
    </section>
  );
}
