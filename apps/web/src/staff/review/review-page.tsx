import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { CheckBox, TextArea } from "../../ui/fields.tsx";
import { JumpLink } from "../../ui/jump-link.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { useMe } from "../session/me.ts";
import { delegationsRead, type Item } from "../submissions/reads.ts";
import { Effect } from "../submissions/status-changes.tsx";
import { History, Items, Statements, SubmissionHead, useSubmission } from "../submissions/submission-parts.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { AddEarlyReaders } from "./early-readers-form.tsx";
import { standsInFor } from "./stands-in.ts";
import { Unschedule } from "./unschedule.tsx";

/** Review of one submission: figures old and new, provenance, findings, effect on statuses, and the decision. */
export function ReviewPage() {
  const { say } = useStaffText();
  const me = useMe();
  const read = useSubmission();
  const delegations = useQuery(delegationsRead());
  const heading = useRef<HTMLHeadingElement>(null);
  const [missed, setMissed] = useState("");
  /** When what was opened had been handed in. */
  const [opened, setOpened] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [reasons, setReasons] = useState<ReadonlyMap<number, string>>(new Map());
  if (!read || !delegations.data) return <PageSkeleton />;
  const { id, title, state, author, items, statements, version, submittedAt, reviews } = read.submission;
  if (opened === null && submittedAt !== null) setOpened(submittedAt);
  const open = items.filter((item) => item.state === "open");
  const isOwn = author.id === me.id;
  const standing = standsInFor(delegations.data.items, me.id, new Date().toISOString());
  const isRepresented = standing.some((reviewer) => reviewer.id === author.id);
  const mayDecide = !isOwn && !isRepresented;
  const canDecide = state === "submitted" && mayDecide;
  const approval = reviews.findLast(({ decision }) => decision === "approve");
  const namesReaders = approval && [approval.reviewer.id, approval.onBehalfOf?.id].includes(me.id);
  const toggle = (item: Item, isTaken: boolean) => {
    const next = new Set(left);
    for (const one of [item.id, ...(item.pair === null ? [] : [item.pair])])
      if (isTaken) next.delete(one);
      else next.add(one);
    setLeft(next);
  };
  return (
    <Page
      title={title}
      name={`${say("review.title")}: ${title}`}
      back={{ to: "/review", text: say("review.title") }}
      heading={heading}
    >
      <SubmissionHead submission={read.submission} />
      <p role="alert" className={missed ? "mt-5 font-semibold text-(--danger)" : ""}>
        {missed}
      </p>
      {canDecide && opened !== null && opened !== submittedAt ? (
        <p role="status" className="mt-5 border-s-4 border-accent p-4 text-sm font-semibold">
          {say("review.changed")}
        </p>
      ) : null}
      {mayDecide ? null : (
        <p className="mt-5 border-s-4 border-line-strong bg-sunken p-4 text-sm font-semibold">
          {say(isOwn ? "problem.own-work" : "problem.represented-work")}
        </p>
      )}
      {canDecide && me.role !== "reviewer" && standing[0] ? (
        <p className="mt-5 border-s-4 border-accent p-4 text-sm">
          {say("review.inPlaceOf", { name: standing[0].name })}
        </p>
      ) : null}
      <History submission={read.submission} />
      <div className="mt-6 grid grid-cols-1 items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {statements.length > 0 ? (
            <Statements read={read} className="min-w-0" />
          ) : (
            <Items
              read={read}
              className="min-w-0"
              hasPast={state === "submitted"}
              actions={(item) =>
                canDecide && open.length > 1 ? (
                  <div className="w-full space-y-3">
                    <CheckBox
                      label={<strong>{say("review.take")}</strong>}
                      checked={!left.has(item.id)}
                      onChange={(isTaken) => toggle(item, isTaken)}
                    />
                    {/* From the keyboard the bar lies behind the figures that follow. */}
                    <JumpLink to="decision" className="button sr-only focus:not-sr-only">
                      {say("review.toDecision")}
                    </JumpLink>
                    <details className="more" open={left.has(item.id)}>
                      <summary>{say("review.ownReason")}</summary>
                      <TextArea
                        id={`reason-${item.id}`}
                        label={say("review.ownReasonText")}
                        value={reasons.get(item.id) ?? ""}
                        onChange={(text) => setReasons(new Map(reasons).set(item.id, text))}
                        box="mt-2"
                      />
                    </details>
                  </div>
                ) : null
              }
            />
          )}
          {canDecide ? (
            <div className="decision-bar -mx-4 mt-4 px-4 lg:hidden">
              <JumpLink to="decision" className="button whitespace-nowrap">
                {say("review.toDecision")}
              </JumpLink>
              {open.length > 1 ? (
                <span className="num text-sm">
                  {say("review.chosen", { n: open.length - left.size, of: open.length })}
                </span>
              ) : null}
            </div>
          ) : null}
        </div>
        {/* As tall as the list, so that the decision stays beside what it is about. */}
        <aside className="min-w-0 space-y-6 self-stretch">
          {open.length > 0 && (state === "submitted" || state === "scheduled") ? (
            <Effect title={say("review.effect")} id={id} version={version} />
          ) : null}
          {canDecide ? (
            <DecisionForm
              submission={read.submission}
              // Statements are decided on together.
              chosen={statements.length > 0 ? "all" : open.flatMap((item) => (left.has(item.id) ? [] : [item.id]))}
              open={open.map((item) => item.id)}
              reasons={reasons}
              // The form is removed after a decision; the outcome is announced at the top.
              onDecided={() => heading.current?.focus()}
              onMissed={setMissed}
            />
          ) : null}
          {state === "scheduled" && mayDecide && namesReaders ? (
            <AddEarlyReaders id={id} version={version} author={author.id} />
          ) : null}
          {state === "scheduled" && mayDecide ? <Unschedule id={id} version={version} /> : null}
        </aside>
      </div>
    </Page>
  );
}
