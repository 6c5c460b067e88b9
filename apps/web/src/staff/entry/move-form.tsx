import { useNavigate } from "@tanstack/react-router";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextField } from "../../ui/fields.tsx";
import { send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { type Submission, submissionPath } from "../submissions/reads.ts";
import type { DraftState } from "./draft-autosave.ts";
import type { EntryFigure } from "./reads.ts";

type Typed = { "move-to": string; "move-why": string };

/** "Nhập nhầm năm": moves a figure to another year as a withdrawal and an entry, published together. */
export function MoveForm({ figure, state }: { figure: EntryFigure; state: DraftState }) {
  const { say } = useStaffText();
  const navigate = useNavigate();
  const { timePeriod: from, ...series } = figure.key;
  const form = useForm<Typed, number>({
    check: ({ "move-to": year, "move-why": why }) => {
      const isYear = /^\s*(19\d\d|20\d\d|2100)\s*$/.test(year) && Number(year) !== from;
      return { "move-to": isYear ? !why.trim() && say("finding.missing_reason_text") : say("move.yearWrong") };
    },
    send: async ({ "move-to": year, "move-why": why }) => {
      const [to, reasonText] = [Number(year), why.trim()];
      const title = say("move.title", { indicator: figure.indicator.shortName, from, to });
      const made = { method: "POST", json: { title, items: [] }, key: crypto.randomUUID() } as const;
      const draft = state.submission ?? (await send<Submission>(submissionPath.all(), made));
      const json = { ...series, from, to, reasonText };
      await send(submissionPath.moves(draft.id), { method: "POST", json, version: draft.version });
      return draft.id;
    },
    onSuccess: (id) => navigate({ to: "/submissions/$id", params: { id: String(id) } }),
    at: "move-to",
  });
  // Not while this figure has edits of its own, which would contradict a move.
  if (state.item !== null) return null;
  return (
    <details className="more">
      <summary>{say("move.open")}</summary>
      <Form form={form} className="panel mt-3 space-y-4 p-4">
        <p className="text-sm text-soft">{say("move.body", { from })}</p>
        <TextField id="move-to" label={say("move.to")} inputMode="numeric" className="num max-w-32" />
        <TextArea id="move-why" label={say("form.reasonText")} />
        <Button type="submit">{say("move.do")}</Button>
      </Form>
    </details>
  );
}
