import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useChange } from "../session/form.tsx";
import { isOtherPublication } from "./draft-autosave.ts";

/** What an author answers where figures are of another publication than their draft: they join it, or get a new draft. */
export type Joining = "join" | "new";

type Draft = { id: number; title: string };
type Props = { draft: Draft; onAnswer: (answer: Joining) => void; onClose: () => void };

/** Asks whether figures of another publication join a draft or get a new one. Escape leaves it open. */
export function JoinDialog({ draft, onAnswer, onClose }: Props) {
  const { say } = useStaffText();
  return (
    <Dialog title={say("join.title")} body={say("join.body", draft)} onClose={onClose}>
      <div className="flex flex-wrap gap-3">
        <Button isMain onClick={() => onAnswer("new")}>
          {say("join.new")}
        </Button>
        <Button onClick={() => onAnswer("join")}>{say("join.join", { id: draft.id })}</Button>
      </div>
    </Dialog>
  );
}

/** A change that is made again with the author's answer, where figures are of another publication than `draft`. */
export function useJoining(draft: Draft | null, act: (answer: Joining | null) => Promise<void>) {
  const [isAsking, setAsking] = useState(false);
  const work = useChange(async (answer: Joining | null) => {
    setAsking(false);
    try {
      await act(answer);
    } catch (error) {
      if (draft === null || !isOtherPublication(error)) throw error;
      setAsking(true);
    }
  });
  const dialog =
    isAsking && draft ? <JoinDialog draft={draft} onAnswer={work.run} onClose={() => setAsking(false)} /> : null;
  return { run: () => work.run(null), isPending: work.isPending, problem: work.problem, dialog };
}
