import type { FigureInput } from "@moc2030/shared/submission";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { send } from "../session/client.ts";
import { type Submission, submissionPath } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import type { DraftKeeper, DraftState } from "./draft-keeper.ts";
import { useAttempt } from "./use-attempt.ts";

type Props = {
  keeper: DraftKeeper;
  state: DraftState;
  /** Nothing is wrong and every warning is answered. */
  isReady: boolean;
  input: () => FigureInput;
  onTried: () => void;
  onSubmitted: () => void;
};

/** Keeps the draft for later, or hands it in. */
export function SubmitBar({ keeper, state, isReady, input, onTried, onSubmitted }: Props) {
  const { say } = useStaffText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { isBusy, problem, attempt } = useAttempt();
  const others = state.submission?.items.filter((i) => i.state === "open" && i.id !== state.item).length ?? 0;

  const keep = async (): Promise<boolean> => {
    if (state.item === null) keeper.change(input());
    return keeper.flush();
  };
  const submit = () => {
    onTried();
    if (!isReady) return;
    void attempt(async () => {
      if (!(await keep())) return;
      const { submission } = keeper.state;
      if (!submission) return;
      await send<Submission>(submissionPath.submit(submission.id), {
        method: "POST",
        version: submission.version,
        key: `submit-${submission.id}-${submission.version}`,
      });
      onSubmitted();
      await queries.invalidateQueries({ queryKey: ["staff"] });
      await navigate({ to: "/submissions/$id", params: { id: String(submission.id) } });
    });
  };
  return (
    <div className="border-t border-line pt-6">
      {problem ? (
        <p role="alert" className="mb-4 text-sm font-semibold text-(--moving-away)">
          {problem}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button button-main" aria-disabled={isBusy} onClick={submit}>
          {say(others > 0 ? "form.submitAll" : "form.submit", { n: others + 1 })}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={() =>
            void attempt(async () => {
              if (await keep()) await navigate({ to: "/entry" });
            })
          }
        >
          {say("form.keep")}
        </button>
        <button type="button" className="button" onClick={onTried}>
          {say("form.check")}
        </button>
      </div>
    </div>
  );
}
