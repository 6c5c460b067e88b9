import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import * as api from "../api.ts";
import { instant } from "../instant.ts";
import { freshRead } from "../session/client.ts";
import { useMe } from "../session/me.ts";
import { EarlyList } from "../submissions/early-list.tsx";
import { ItemCard, ItemOutcome } from "../submissions/item-card.tsx";
import { submissionRead } from "../submissions/reads.ts";
import { ReviewLog } from "../submissions/review-log.tsx";
import { StateBadge } from "../submissions/state-badge.tsx";
import { StatusChanges } from "../submissions/status-changes.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";
import { AddEarlyReaders } from "./add-early-readers.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { delegationsRead } from "./reads.ts";
import { standsInFor } from "./stands-in.ts";
import { Unschedule } from "./unschedule.tsx";

/** One submission before a second person: each figure old and new, source, evidence, checks and effect; then the decision. */
export function ReviewPage() {
  const { say, lang } = useStaffText();
  const me = useMe();
  const view = useView();
  const { id = "" } = useParams({ strict: false });
  const read = useQuery({ ...submissionRead(Number(id)), ...freshRead });
  const indicators = useQuery(api.indicators(view));
  const sources = useQuery(api.sources(view));
  const delegations = useQuery(delegationsRead());
  const heading = useRef<HTMLHeadingElement>(null);
  const [missed, setMissed] = useState("");
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  useTitle(read.data ? `${say("review.title")}: ${read.data.title}` : say("review.title"));
  if (!read.data || !indicators.data || !sources.data || !delegations.data) return <PageSkeleton />;
  const { title, state, author, items, version, submittedAt, reviews, earlyReaders } = read.data;
  const open = items.filter((item) => item.state === "open");
  const isOwn = author.id === me.id;
  const standing = standsInFor(delegations.data.items, me.id, new Date().toISOString());
  const isRepresented = standing.some(({ id }) => id === author.id);
  const mayDecide = !isOwn && !isRepresented;
  const canDecide = state === "submitted" && mayDecide;
  const approval = reviews.findLast(({ decision }) => decision === "approve");
  const namesReaders = approval && [approval.reviewer.id, approval.onBehalfOf?.id].includes(me.id);
  const chosen = open.filter((item) => !left.has(item.id)).map((item) => item.id);
  const toggle = (itemId: number, pair: number | null, take: boolean) => {
    const next = new Set(left);
    for (const one of [itemId, ...(pair === null ? [] : [pair])])
      if (take) next.delete(one);
      else next.add(one);
    setLeft(next);
  };
  return (
    <div className="py-6 sm:py-8">
      <p className="text-sm">
        <PageLink to="/review">{say("review.title")}</PageLink>
      </p>
      <h1 ref={heading} tabIndex={-1} className="mt-2 text-2xl">
        {title}
      </h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
        <span role="status">
          <StateBadge state={state} />
        </span>
        <span>{say("mine.no", { id: read.data.id, name: author.name })}</span>
        {submittedAt ? <span>{say("mine.submittedAt", { at: instant(submittedAt, lang) })}</span> : null}
      </p>
      <p role="alert" className={missed ? "mt-5 font-semibold text-(--moving-away)" : ""}>
        {missed}
      </p>
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
      <ReviewLog reviews={reviews} />
      <EarlyList readers={earlyReaders} />
      <div className="mt-6 grid grid-cols-1 items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="items-title" className="min-w-0">
          <h2 id="items-title" className="text-lg">
            {say("mine.items", { n: items.length })}
          </h2>
          <div className="mt-4 grid gap-4">
            {items.map((item) => (
              <ItemCard
                key={item.id}
                item={item}
                indicator={indicators.data.items.find(({ code }) => code === item.indicator)}
                sourceOf={(source) => sources.data.items.find((one) => one.id === source)}
              >
                {canDecide && item.state === "open" && open.length > 1 ? (
                  <label className="flex min-h-11 items-center gap-2 text-sm font-semibold">
                    <input
                      type="checkbox"
                      className="size-5"
                      checked={!left.has(item.id)}
                      onChange={(event) => toggle(item.id, item.pair, event.target.checked)}
                    />
                    {say("review.take")}
                  </label>
                ) : item.state === "open" ? null : (
                  <ItemOutcome item={item} isPublished={state !== "scheduled"} />
                )}
              </ItemCard>
            ))}
          </div>
        </section>
        <aside className="min-w-0 space-y-6">
          {open.length > 0 && (state === "submitted" || state === "scheduled") ? (
            <section aria-labelledby="effect-title" className="panel p-5">
              <h2 id="effect-title" className="mb-3 text-base">
                {say("review.effect")}
              </h2>
              <StatusChanges id={read.data.id} version={version} />
            </section>
          ) : null}
          {canDecide ? (
            <DecisionForm
              submission={read.data}
              chosen={chosen}
              open={open.length}
              // The buttons are gone then; what became of the submission stands at the top.
              onDecided={() => heading.current?.focus()}
              onMissed={setMissed}
            />
          ) : null}
          {state === "scheduled" && mayDecide && namesReaders ? (
            <AddEarlyReaders id={read.data.id} version={version} author={author.id} />
          ) : null}
          {state === "scheduled" && mayDecide ? <Unschedule id={read.data.id} version={version} /> : null}
        </aside>
      </div>
    </div>
  );
}
