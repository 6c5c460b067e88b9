import { useMe } from "../session/me.ts";
import { otherText, valueText } from "../submissions/figure-words.ts";
import type { Item } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import type { DraftKeeper, DraftState } from "./draft-keeper.ts";
import type { EntryFigure } from "./reads.ts";

type Props = {
  figure: EntryFigure;
  state: DraftState;
  keeper: DraftKeeper;
  /** Whether the published figure is no longer the one that the author saw. */
  moved: boolean;
  onTake: (theirs: Item) => void;
  onRebase: () => void;
};

/** What somebody must know before typing on: a colleague's proposal, a draft changed elsewhere, a figure published meanwhile, why it was returned. */
export function Notices({ figure, state, keeper, moved, onTake, onRebase }: Props) {
  const text = useStaffText();
  const { say } = text;
  const me = useMe();
  const kind = figure.indicator.valueKind;
  const others = figure.proposals.filter(({ author }) => author.id !== me.id);
  const returned = state.submission?.state === "returned" ? state.submission.reviews.at(-1) : undefined;
  const box = "border-s-4 border-line-strong bg-sunken p-4 text-sm";
  return (
    <>
      {returned?.reason ? (
        <div className={box}>
          <strong>{say("form.returned", { name: returned.reviewer.name })}</strong>
          <p className="mt-1">{returned.reason}</p>
        </div>
      ) : null}
      {others.map((other) => (
        <p key={other.submission} className={box}>
          {otherText(other, kind, text)}
        </p>
      ))}
      {moved ? (
        <div role="alert" className={box}>
          <strong>{say("form.moved")}</strong>
          <p className="mt-1">
            {say("form.movedNow", {
              value: figure.current ? valueText(figure.current, kind, text) : say("figure.none"),
            })}
          </p>
          <button type="button" className="button mt-3" onClick={onRebase}>
            {say("form.movedSeen")}
          </button>
        </div>
      ) : null}
      {state.phase === "stale" ? (
        <div role="alert" className={box}>
          <strong>{say("form.stale")}</strong>
          <p className="mt-1">
            {state.theirs
              ? say("form.staleThere", { value: valueText(state.theirs, kind, text) })
              : say("form.staleGone")}
          </p>
          <div className="mt-3 flex flex-wrap gap-3">
            <button type="button" className="button" onClick={() => void keeper.keepMine()}>
              {say("form.staleMine")}
            </button>
            {state.theirs ? (
              <button
                type="button"
                className="button"
                onClick={() => {
                  const theirs = keeper.takeTheirs();
                  if (theirs) onTake(theirs);
                }}
              >
                {say("form.staleTheirs")}
              </button>
            ) : null}
          </div>
        </div>
      ) : null}
    </>
  );
}
