import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Refusal, send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { type Submission, submissionPath } from "../submissions/reads.ts";
import { useStatusChanges } from "../submissions/status-changes.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { ErrorSummary, type SummaryError } from "../ui/error-summary.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { Conflicts } from "./conflicts.tsx";
import { readersOf, type Typed } from "./early-readers.ts";
import { EarlyReadersField } from "./early-readers-field.tsx";
import type { Outcome } from "./reads.ts";
import { vietnamInstant } from "./vietnam-instant.ts";

type Props = {
  submission: Submission;
  chosen: number[];
  open: number;
  onDecided: () => void;
  onMissed: (why: string) => void;
};
type Verdict = "approve" | "return" | "reject";

/** Approve all or some, return or reject. The same decision sent twice counts once. */
export function DecisionForm({ submission, chosen, open, onDecided, onMissed }: Props) {
  const text = useStaffText();
  const { say } = text;
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [later, setLater] = useState("");
  const [early, setEarly] = useState<Typed>({ staff: [], others: "" });
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isBusy = useRef(false);
  const { isPending } = useStatusChanges(submission.id, submission.version);
  const isSome = chosen.length > 0 && chosen.length < open;

  const refuse = (list: SummaryError[]) => {
    setErrors(list);
    setTurn((n) => n + 1);
  };
  const decide = async (verdict: Verdict, rest: "return" | "reject" = "return") => {
    if (isBusy.current) return;
    setRefusal(null);
    onMissed("");
    const publishAt = later ? vietnamInstant(later) : null;
    const needsReason = verdict !== "approve" || isSome;
    if (needsReason && !reason.trim()) return refuse([{ field: "review-reason", text: say("review.reasonMissing") }]);
    if (verdict === "approve" && chosen.length === 0) return refuse([{ field: "", text: say("review.nothingChosen") }]);
    if (verdict === "approve" && later && isSome)
      return refuse([{ field: "publish-at", text: say("review.laterSome") }]);
    if (verdict === "approve" && publishAt && Date.parse(publishAt) <= Date.now())
      return refuse([{ field: "publish-at", text: say("review.laterPast") }]);
    const named = readersOf(early);
    if (verdict === "approve" && publishAt && "wrongLine" in named)
      return refuse([{ field: "early-others", text: say("early.roleMissing", { line: named.wrongLine }) }]);
    setErrors([]);
    isBusy.current = true;
    const json = {
      approve: verdict !== "approve" ? [] : isSome ? chosen : "all",
      rest: verdict === "reject" ? "reject" : rest,
      reason: reason.trim() || null,
      publishAt: verdict === "approve" ? publishAt : null,
      earlyReaders: verdict === "approve" && publishAt && "readers" in named ? named.readers : [],
    };
    try {
      // Of one version there is one decision: the key is the same for a second click, and another for another decision.
      const key = `review-${submission.id}-${submission.version}-${await digest(JSON.stringify(json))}`;
      await send<Outcome>(submissionPath.review(submission.id), {
        method: "POST",
        json,
        version: submission.version,
        key,
      });
      await queries.invalidateQueries();
      onDecided();
    } catch (error) {
      if (error instanceof Refusal && error.conflicts.length > 0) setRefusal(error);
      // The page that is read anew may have no form any more: then it says itself that this decision came too late.
      if (error instanceof Refusal && (error.slug === "stale" || error.slug === "conflict")) {
        onMissed(say("review.missed", { why: problemText(error, text) }));
        await queries.invalidateQueries({ queryKey: ["staff"] });
      } else refuse([{ field: "", text: problemText(error, text) }]);
    } finally {
      isBusy.current = false;
    }
  };
  // What lies above would push the buttons away under a pointer that is about to press one.
  if (isPending) return null;
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()} className="panel space-y-5 p-5">
      <h2 className="text-base">{say("review.decision")}</h2>
      <ErrorSummary title={say("form.problem")} errors={errors} turn={turn} />
      {refusal ? <Conflicts refusal={refusal} submission={submission} /> : null}
      <FormField
        id="review-reason"
        label={say("review.reason")}
        hint={say("review.reasonHint")}
        error={errors.find((e) => e.field === "review-reason")?.text}
      >
        {(tied) => (
          <textarea
            {...tied}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            className={`${field} py-2`}
          />
        )}
      </FormField>
      <details className="more">
        <summary>{say("review.later")}</summary>
        <FormField
          id="publish-at"
          label={say("review.publishAt")}
          hint={say("review.publishAtHint")}
          error={errors.find((e) => e.field === "publish-at")?.text}
          className="mt-2"
        >
          {(tied) => (
            <input
              {...tied}
              type="datetime-local"
              value={later}
              onChange={(event) => setLater(event.target.value)}
              className={field}
            />
          )}
        </FormField>
        {later ? (
          <div className="mt-4">
            <EarlyReadersField
              typed={early}
              onChange={setEarly}
              author={submission.author.id}
              error={errors.find((e) => e.field === "early-others")?.text}
            />
          </div>
        ) : null}
      </details>
      <div className="flex flex-col items-stretch gap-3">
        <button type="button" className="button button-main justify-center" onClick={() => void decide("approve")}>
          {isSome
            ? say("review.approveSome", { n: chosen.length, of: open })
            : say(later ? "review.approveLater" : "review.approve")}
        </button>
        <button type="button" className="button justify-center" onClick={() => void decide("return")}>
          {say("review.return")}
        </button>
        <button type="button" className="button justify-center" onClick={() => void decide("reject")}>
          {say("review.reject")}
        </button>
      </div>
    </form>
  );
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
