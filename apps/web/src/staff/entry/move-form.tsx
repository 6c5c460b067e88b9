import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextArea, TextField } from "../../ui/fields.tsx";
import { sortedAreas } from "../../words/area-options.ts";
import { send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { submissionPath } from "../submissions/reads.ts";
import { type DraftState, isOtherPublication } from "./draft-autosave.ts";
import { JoinDialog, type Joining } from "./join-dialog.tsx";
import { openDraft } from "./open-draft.ts";
import type { EntryFigure } from "./reads.ts";

type Typed = { "move-to": string; "move-indicator": string; "move-area": string; "move-why": string };

/** "Nhập nhầm chỗ": moves a figure to another year, indicator or economy as a withdrawal and an entry, published together. */
export function MoveForm({ figure, state }: { figure: EntryFigure; state: DraftState }) {
  const { say, lang } = useStaffText();
  const view = useView();
  const indicators = useQuery(api.indicators(view)).data?.items ?? [];
  const areas = useQuery(api.areas(view)).data?.items ?? [];
  const economies = sortedAreas(
    areas.filter(({ kind }) => kind !== "group"),
    lang,
  );
  const placeOf = (indicator: string, area: string, year: number) =>
    [
      indicators.find(({ code }) => code === indicator)?.shortName ?? indicator,
      areas.find(({ code }) => code === area)?.name ?? area,
      year,
    ].join(", ");
  const navigate = useNavigate();
  const { timePeriod: from, ...series } = figure.key;
  const typed = useRef<Typed>(null);
  const answer = useRef<Joining>(null);
  const [isAsking, setAsking] = useState(false);
  const form = useForm<Typed, number>({
    check: ({ "move-to": year, "move-indicator": indicator, "move-area": area, "move-why": why }) => {
      const isElsewhere = indicator !== series.indicator || area !== series.refArea || Number(year) !== from;
      const isYear = /^\s*(19\d\d|20\d\d|2100)\s*$/.test(year) && isElsewhere;
      return { "move-to": isYear ? !why.trim() && say("finding.missing_reason_text") : say("move.yearWrong") };
    },
    send: async (values) => {
      typed.current = values;
      const { "move-to": year, "move-indicator": toIndicator, "move-area": toArea, "move-why": why } = values;
      const [to, reasonText] = [Number(year), why.trim()];
      const title = say("move.title", {
        from: placeOf(series.indicator, series.refArea, from),
        to: placeOf(toIndicator, toArea, to),
      });
      const own = answer.current === "new" ? null : state.submission;
      const draft = own ?? (await openDraft(title));
      const json = { ...series, from, to, toIndicator, toArea, reasonText };
      await send(submissionPath.moves(draft.id, answer.current === "join"), {
        method: "POST",
        json,
        version: draft.version,
      });
      return draft.id;
    },
    onSuccess: (id) => navigate({ to: "/submissions/$id", params: { id: String(id) } }),
    refused: (error) => {
      if (!isOtherPublication(error)) return undefined;
      setAsking(true);
      return {};
    },
    at: "move-to",
  });
  // Not while this figure has edits of its own, which would contradict a move.
  if (state.item !== null) return null;
  return (
    <details className="more">
      <summary>{say("move.open")}</summary>
      <Form form={form} className="panel mt-3 space-y-4 p-4">
        <p className="text-sm text-soft">{say("move.body", { from })}</p>
        <TextField
          id="move-to"
          label={say("move.to")}
          inputMode="numeric"
          defaultValue={String(from)}
          className="num max-w-32"
        />
        <SelectField
          key={`indicators ${indicators.length}`}
          id="move-indicator"
          label={say("move.indicator")}
          choices={indicators.map(({ code, shortName }) => ({ value: code, label: shortName }))}
          defaultValue={series.indicator}
        />
        <SelectField
          key={`areas ${areas.length}`}
          id="move-area"
          label={say("move.area")}
          choices={economies.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={series.refArea}
        />
        <TextArea id="move-why" label={say("form.reasonText")} />
        <Button type="submit">{say("move.do")}</Button>
      </Form>
      {isAsking && state.submission ? (
        <JoinDialog
          draft={state.submission}
          onAnswer={(chosen) => {
            answer.current = chosen;
            setAsking(false);
            if (typed.current) form.submit(typed.current);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </details>
  );
}
