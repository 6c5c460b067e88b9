import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { problemText } from "../session/problem-text.ts";
import { submissionPath } from "../submissions/reads.ts";
import type { DraftAutosave, DraftState } from "./draft-autosave.ts";

type Props = {
  autosave: DraftAutosave;
  state: DraftState;
  /** No errors, and every warning has been answered. */
  isReady: boolean;
  /** The form holds input that cannot be saved. */
  isUnsavable: boolean;
  /** Saves the form if that has not happened yet. Resolves to whether everything is saved. */
  keep: () => Promise<boolean>;
  onTried: () => void;
  onSubmitted: () => void;
};

/** Submit or keep as draft, with the autosave state. */
export function SubmitBar({ autosave, state, isReady, isUnsavable, keep, onTried, onSubmitted }: Props) {
  const text = useStaffText();
  const { say } = text;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { phase, submission, problem } = state;
  const work = useChange((act: () => Promise<void>) => act(), { stale: null });
  const others = submission?.items.filter((i) => i.state === "open" && i.id !== state.item).length ?? 0;
  const submit = async () => {
    if (!(await keep())) return;
    const draft = autosave.state.submission;
    if (!draft) return;
    const { id, version } = draft;
    await send(submissionPath.submit(id), { method: "POST", version, key: `submit-${id}-${version}` });
    onSubmitted();
    await queries.invalidateQueries({ queryKey: ["staff"] });
    await navigate({ to: "/submissions/$id", params: { id: String(id) } });
  };
  const later = async () => {
    if (await keep()) await navigate({ to: "/entry" });
  };
  const said = () => {
    if (phase === "failed") return say("draft.failed", { why: problemText(problem, text) });
    if (phase === "clean") return say(submission ? "draft.kept" : "draft.none");
    if (phase !== "saved") return say("form.saving");
    return say(isUnsavable ? "draft.heldBack" : "draft.saved", { id: submission?.id ?? 0 });
  };
  return (
    <div className="min-w-0 space-y-8">
      <div className="border-t border-line pt-6">
        <Problem className="mb-4">{work.problem}</Problem>
        <div className="flex flex-wrap gap-3">
          <Button
            isMain
            aria-disabled={work.isPending}
            onClick={() => {
              onTried();
              if (isReady) work.run(submit);
            }}
          >
            {say(others > 0 ? "form.submitAll" : "form.submit", { n: others + 1 })}
          </Button>
          <Button aria-disabled={work.isPending} onClick={() => work.run(later)}>
            {say("form.keep")}
          </Button>
          <Button onClick={onTried}>{say("form.check")}</Button>
        </div>
      </div>
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 text-sm text-soft">
        <p role="status">{said()}</p>
        {phase === "failed" ? (
          <button type="button" className="min-h-9 text-accent underline" onClick={() => void autosave.flush()}>
            {say("error.again")}
          </button>
        ) : null}
        {submission ? (
          <PageLink to={`/submissions/${submission.id}`}>{say("draft.open", { n: submission.items.length })}</PageLink>
        ) : null}
      </div>
    </div>
  );
}
