import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { PageLink } from "../ui/page-link.tsx";
import type { DraftState } from "./draft-keeper.ts";

type Props = { state: DraftState; isHeldBack: boolean; onRetry: () => void };

/** Whether what is typed is on the server. */
export function DraftStatus({ state, isHeldBack, onRetry }: Props) {
  const text = useStaffText();
  const { say } = text;
  const { phase, submission, problem } = state;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 text-sm text-soft">
      <p role="status">
        {phase === "failed"
          ? say("draft.failed", { why: problemText(problem, text) })
          : phase === "clean"
            ? say(submission ? "draft.kept" : "draft.none")
            : phase === "saved"
              ? say(isHeldBack ? "draft.heldBack" : "draft.saved", { id: submission?.id ?? 0 })
              : say("form.saving")}
      </p>
      {phase === "failed" ? (
        <button type="button" className="min-h-9 text-accent underline" onClick={onRetry}>
          {say("error.again")}
        </button>
      ) : null}
      {submission ? (
        <PageLink to={`/submissions/${submission.id}`}>{say("draft.open", { n: submission.items.length })}</PageLink>
      ) : null}
    </div>
  );
}
