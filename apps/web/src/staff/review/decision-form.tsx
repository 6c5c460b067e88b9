import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { DayField, RadioGroup, TextArea } from "../../ui/fields.tsx";
import { type Conflict, ProblemError, send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { problemText } from "../session/problem-text.ts";
import { valueText } from "../submissions/figure-words.ts";
import { OwnErrorSaid } from "../submissions/own-error-said.tsx";
import { type Submission, submissionPath } from "../submissions/reads.ts";
import { useStatusChanges } from "../submissions/status-changes.tsx";
import { readersOf } from "./early-readers.ts";
import { EarlyReadersField } from "./early-readers-form.tsx";
import { vietnamInstant } from "./vietnam-instant.ts";

type Props = {
  submission: Submission;
  chosen: number[] | "all";
  /** The undecided figures. */
  open: number[];
  /** Reasons typed for single figures, by item. */
  reasons: ReadonlyMap<number, string>;
  onDecided: () => void;
  onMissed: (why: string) => void;
};
type Verdict = "approve" | "return" | "reject";

/** Approve (some or all), return or reject. Repeated requests are idempotent. */
export function DecisionForm({ submission, chosen, open, reasons, onDecided, onMissed }: Props) {
  const text = useStaffText();
  const { say } = text;
  const { id, version } = submission;
  const [reason, setReason] = useState("");
  const [later, setLater] = useState("");
  const [early, setEarly] = useState({ staff: [] as readonly string[], others: "" });
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  const { isPending } = useStatusChanges(id, version);
  const isSome = chosen !== "all" && chosen.length > 0 && chosen.length < open.length;
  const [rest, setRest] = useState<"return" | "reject">("return");
  /** The figures that a verdict leaves. */
  const leftBy = (verdict: Verdict) =>
    verdict !== "approve" ? open : chosen === "all" ? [] : open.filter((item) => !chosen.includes(item));
  const reasonsFor = (verdict: Verdict) =>
    leftBy(verdict).flatMap((item) => {
      const text = reasons.get(item)?.trim();
      return text ? [{ item, text }] : [];
    });
  const publishAt = later ? vietnamInstant(later) : null;
  const readers = readersOf(early);

  const form = useForm<Verdict>({
    check: (verdict) => {
      const isApproval = verdict === "approve";
      const [left, said] = [leftBy(verdict).length, reasonsFor(verdict).length];
      // What is returned as a whole goes back for one figure alone too.
      const hasReason = reason.trim() || (said > 0 && (said === left || verdict === "return"));
      if ((!isApproval || isSome) && !hasReason) return { "review-reason": say("review.reasonMissing") };
      if (!isApproval) return {};
      if (chosen.length === 0) return { "": say("review.nothingChosen") };
      if (later && isSome) return { "publish-at": say("review.laterSome") };
      if (later && !publishAt) return { "publish-at": say("field.noInstant", { text: later }) };
      if (publishAt && Date.parse(publishAt) <= Date.now()) return { "publish-at": say("review.laterPast") };
      if (publishAt && "wrongLine" in readers)
        return { "early-others": say("early.roleMissing", { line: readers.wrongLine }) };
      return {};
    },
    send: async (verdict) => {
      const isApproval = verdict === "approve";
      const json = {
        approve: !isApproval ? [] : isSome ? chosen : "all",
        rest: isApproval ? rest : verdict,
        reason: reason.trim() || null,
        reasons: reasonsFor(verdict),
        publishAt: isApproval ? publishAt : null,
        earlyReaders: isApproval && publishAt && "readers" in readers ? readers.readers : [],
      };
      // One key per version and decision: a double click repeats it, a different decision does not.
      const key = `review-${id}-${version}-${await digest(JSON.stringify(json))}`;
      return send(submissionPath.review(id), { method: "POST", json, version, key });
    },
    refused: (error) => {
      if (!(error instanceof ProblemError)) return undefined;
      setConflicts(error.conflicts);
      if (error.slug !== "stale" && error.slug !== "conflict") return undefined;
      // After the refetch the form may be gone; the page then shows why this decision was too late.
      onMissed(say("review.missed", { why: problemText(error, text) }));
      return {};
    },
    onSuccess: onDecided,
    stale: [],
  });
  const decide = (verdict: Verdict) => {
    setConflicts([]);
    onMissed("");
    form.submit(verdict);
  };
  // Notices above load later and would move the buttons under the pointer.
  if (isPending) return null;
  return (
    // Enter in a field must not decide.
    <Form form={{ ...form, submit: () => {} }} className="decision panel space-y-5 p-5">
      <h2 id="decision" tabIndex={-1} className="text-base">
        {say("review.decision")}
      </h2>
      <OwnErrorSaid items={submission.items.filter(({ id }) => chosen === "all" || chosen.includes(id))} />
      {conflicts.length > 0 ? <Conflicts conflicts={conflicts} submission={submission} /> : null}
      <TextArea
        id="review-reason"
        label={say("review.reason")}
        hint={say("review.reasonHint")}
        rows={3}
        value={reason}
        onChange={setReason}
      />
      <details className="more">
        <summary>{say("review.later")}</summary>
        <DayField
          id="publish-at"
          withTime
          label={say("review.publishAt")}
          hint={say("review.publishAtHint")}
          value={later}
          onChange={setLater}
          box="mt-2"
        />
        {later ? (
          <div className="mt-4">
            <EarlyReadersField typed={early} onChange={setEarly} author={submission.author.id} />
          </div>
        ) : null}
      </details>
      {isSome ? (
        <RadioGroup
          name="review-rest"
          legend={say("review.rest", { n: open.length - chosen.length })}
          choices={[
            { value: "return", label: say("review.restReturn") },
            { value: "reject", label: say("review.restReject") },
          ]}
          value={rest}
          onChange={setRest}
        />
      ) : null}
      <div className="flex flex-col items-stretch gap-3">
        <Button isMain className="justify-center" onClick={() => decide("approve")}>
          {isSome
            ? say("review.approveSome", { n: chosen.length, of: open.length })
            : say(later ? "review.approveLater" : "review.approve")}
        </Button>
        {(["return", "reject"] as const).map((verdict) => (
          <Button
            key={verdict}
            className={`justify-center ${verdict === "reject" ? "text-(--danger)" : ""}`}
            onClick={() => decide(verdict)}
          >
            {say(`review.${verdict}`)}
          </Button>
        ))}
      </div>
    </Form>
  );
}

/** Figures and statements with a newer revision than the author saw, and how to resolve it. */
function Conflicts({ conflicts, submission }: { conflicts: Conflict[]; submission: Submission }) {
  const text = useStaffText();
  const { say } = text;
  const indicators = useQuery(api.indicators(useView()));
  return (
    <div className="space-y-3 text-sm">
      <ul className="space-y-3">
        {conflicts.map((conflict) => {
          if ("statement" in conflict) return <li key={conflict.statement}>{say("statement.moved")}</li>;
          const { item: id, seen, current } = conflict;
          const item = submission.items.find((one) => one.id === id);
          const indicator = indicators.data?.items.find(({ code }) => code === item?.indicator);
          const said = (figure: Parameters<typeof valueText>[0] | null | undefined) =>
            figure ? valueText(figure, indicator?.valueKind ?? "index", text) : say("figure.never");
          return (
            <li key={id}>
              <strong>
                {indicator?.shortName ?? item?.indicator}, {item?.timePeriod}
              </strong>
              <span className="block">
                {item?.kind === "withdraw" ? say("figure.withdrawn") : say("conflict.proposed", { value: said(item) })}
              </span>
              <span className="block">{say("conflict.seen", { value: said(seen) })}</span>
              <span className="block">
                {current
                  ? say("conflict.current", { value: said(current), release: current.release })
                  : say("figure.never")}
              </span>
            </li>
          );
        })}
      </ul>
      <p>{say("conflict.then")}</p>
    </div>
  );
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
