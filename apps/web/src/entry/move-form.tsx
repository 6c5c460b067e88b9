import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { type Submission, submissionPath } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import type { DraftKeeper, DraftState } from "./draft-keeper.ts";
import type { EntryFigure } from "./reads.ts";

/** "Nhập nhầm năm": a withdrawal here and an entry in the right year, approved and published together. */
export function MoveForm({ figure, state, keeper }: { figure: EntryFigure; state: DraftState; keeper: DraftKeeper }) {
  const text = useStaffText();
  const { say } = text;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const { indicator, compiler, refArea, timePeriod } = figure.key;
  // What is typed above and a move of the same figure would contradict each other.
  if (state.item !== null) return null;
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [to, reasonText] = [Number(form.get("to")), String(form.get("why") ?? "").trim()];
    if (!Number.isInteger(to) || to < 1900 || to > 2100 || to === timePeriod) return setProblem(say("move.yearWrong"));
    if (!reasonText) return setProblem(say("finding.missing_reason_text"));
    try {
      const title = say("move.title", { indicator: figure.indicator.shortName, from: timePeriod, to });
      const draft =
        keeper.state.submission ??
        (await send<Submission>(submissionPath.all(), {
          method: "POST",
          json: { title, items: [] },
          key: crypto.randomUUID(),
        }));
      await send(submissionPath.moves(draft.id), {
        method: "POST",
        json: { indicator, compiler, refArea, from: timePeriod, to, reasonText },
        version: draft.version,
      });
      await queries.invalidateQueries({ queryKey: ["staff"] });
      await navigate({ to: "/submissions/$id", params: { id: String(draft.id) } });
    } catch (error) {
      setProblem(problemText(error, text));
    }
  };
  return (
    <details className="more">
      <summary>{say("move.open")}</summary>
      <form noValidate onSubmit={(event) => void onSubmit(event)} className="panel mt-3 space-y-4 p-4">
        <p className="text-sm text-soft">{say("move.body", { from: timePeriod })}</p>
        <FormField id="move-to" label={say("move.to")} error={problem}>
          {(tied) => <input {...tied} name="to" inputMode="numeric" className={`${field} num max-w-32`} />}
        </FormField>
        <FormField id="move-why" label={say("form.reasonText")}>
          {(tied) => <textarea {...tied} name="why" rows={2} className={`${field} py-2`} />}
        </FormField>
        <button type="submit" className="button">
          {say("move.do")}
        </button>
      </form>
    </details>
  );
}
