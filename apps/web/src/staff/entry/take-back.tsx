import { useNavigate } from "@tanstack/react-router";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import { isDraft, type Submission, submissionPath } from "../submissions/reads.ts";

/** What the author of a submission can still do with it as a whole: take it back to change it, withdraw or copy it. */
export function TakeBack({ submission }: { submission: Submission }) {
  const { say } = useStaffText();
  const navigate = useNavigate();
  const { id, version, state, items, author } = submission;
  const isMine = useMe().id === author.id;
  const act = useChange((path: string) => send(path, { method: "POST", version, key: `POST:${path}:${version}` }));
  const copy = useChange(
    () => send<Submission>(submissionPath.copy(id), { method: "POST", key: crypto.randomUUID() }),
    { onSuccess: (made) => navigate({ to: "/submissions/$id", params: { id: String(made.id) } }) },
  );
  if (!isMine) return null;
  const isWaiting = state === "submitted";
  const canWithdraw = (isDraft({ state }) || isWaiting) && !items.some((item) => item.state === "approved");
  const canCopy = state === "withdrawn" || state === "rejected" || items.some((item) => item.state === "rejected");
  return (
    <>
      {isWaiting ? <Button onClick={() => act.run(submissionPath.recall(id))}>{say("mine.recall")}</Button> : null}
      {canWithdraw ? (
        <Button onClick={() => window.confirm(say("mine.withdrawSure")) && act.run(submissionPath.withdraw(id))}>
          {say("mine.withdraw")}
        </Button>
      ) : null}
      {canCopy ? <Button onClick={() => copy.run()}>{say("mine.copy")}</Button> : null}
      <Problem className="w-full">{act.problem ?? copy.problem}</Problem>
    </>
  );
}
