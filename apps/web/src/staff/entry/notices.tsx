import type { ReactNode } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { useMe } from "../session/me.ts";
import { othersTexts, valueText } from "../submissions/figure-words.ts";
import { ownReason } from "../submissions/submission-parts.tsx";
import type { DraftState } from "./draft-autosave.ts";
import type { EntryFigure } from "./reads.ts";

type Props = {
  figure: EntryFigure;
  state: DraftState;
  /** Whether a newer revision was published since the form was opened. */
  moved: boolean;
  onRebase: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/**
 * Conflicts and context to read before editing: another proposal, a changed draft, a new revision, a returned
 * submission.
 */
export function Notices({ figure, state, moved, onRebase, onKeepMine, onTakeTheirs }: Props) {
  const text = useStaffText();
  const { say } = text;
  const me = useMe();
  const kind = figure.indicator.valueKind;
  const returned = state.submission?.state === "returned" ? state.submission.reviews.at(-1) : undefined;
  const own = state.submission && state.item !== null ? ownReason(state.submission, state.item) : null;
  const { theirs } = state;
  return (
    <>
      {returned && (returned.reason || own) ? (
        <Box title={say("form.returned", { name: returned.reviewer.name })}>
          {[returned.reason, own && (own.reason ?? say("reviews.noObjection", { name: own.by }))]
            .filter(Boolean)
            .join("\n")}
        </Box>
      ) : null}
      {othersTexts(figure.proposals, { reader: me.id, author: me.id }, kind, text).map((other) => (
        <Box key={other}>{other}</Box>
      ))}
      {moved ? (
        <Box title={say("form.moved")} actions={[{ text: say("form.movedSeen"), onClick: onRebase }]}>
          {say("form.movedNow", {
            value: figure.current ? valueText(figure.current, kind, text) : say("figure.none"),
          })}
        </Box>
      ) : null}
      {state.phase === "stale" ? (
        <Box
          title={say("form.stale")}
          actions={[
            { text: say("form.staleMine"), onClick: onKeepMine },
            ...(theirs ? [{ text: say("form.staleTheirs"), onClick: onTakeTheirs }] : []),
          ]}
        >
          {theirs ? say("form.staleThere", { value: valueText(theirs, kind, text) }) : say("form.staleGone")}
        </Box>
      ) : null}
    </>
  );
}

type BoxProps = { title?: string; actions?: { text: string; onClick: () => void }[]; children: ReactNode };

/** A notice; role "alert" if it needs a decision. */
const Box = ({ title, actions, children }: BoxProps) => (
  <div role={actions && "alert"} className="border-s-4 border-line-strong bg-sunken p-4 text-sm">
    {title ? <strong>{title}</strong> : null}
    <p className="mt-1 whitespace-pre-line first:mt-0">{children}</p>
    {actions ? (
      <div className="mt-3 flex flex-wrap gap-3">
        {actions.map(({ text, onClick }) => (
          <Button key={text} onClick={onClick}>
            {text}
          </Button>
        ))}
      </div>
    ) : null}
  </div>
);
