import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { instant } from "../../words/instant.ts";
import { liveRead } from "../session/client.ts";
import { useAreaName } from "./area-name.ts";
import { ItemCard } from "./item-card.tsx";
import { SheetLink } from "./links.tsx";
import { type Item, pastRead, type Submission, submissionRead } from "./reads.ts";
import { SinceRemoved } from "./since.tsx";
import { StateBadge } from "./state-badge.tsx";
import { StatementCard } from "./statement-card.tsx";
import { useSubjects } from "./subjects.ts";
import { Thread } from "./thread.tsx";

/** The submission of the URL with its indicators and sources, kept up to date; null while loading. */
export function useSubmission() {
  const { id = "" } = useParams({ strict: false });
  const view = useView();
  const submission = useQuery({ ...submissionRead(Number(id)), ...liveRead });
  const indicators = useQuery(api.indicators(view));
  const sources = useQuery(api.sources(view));
  const subjects = useSubjects();
  if (!submission.data || !indicators.data || !sources.data || !subjects) return null;
  return { submission: submission.data, indicators: indicators.data.items, sources: sources.data.items, subjects };
}
type Read = NonNullable<ReturnType<typeof useSubmission>>;

/** State and author of a submission. */
export function SubmissionHead({ submission }: { submission: Submission }) {
  const { say, lang } = useStaffText();
  const { id, state, author, submittedAt } = submission;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
      <span role="status">
        <StateBadge state={state} />
      </span>
      <span>{say("mine.no", { id, name: author.name })}</span>
      {submittedAt ? <span>{say("mine.submittedAt", { at: instant(submittedAt, lang) })}</span> : null}
    </p>
  );
}

type ItemsProps = {
  read: Read;
  className: string;
  /** Note above the list. */
  note?: ReactNode;
  /** Actions of an undecided item. */
  actions: (item: Item) => ReactNode;
  /** Whether undecided figures stand beside their past. */
  hasPast?: boolean;
};

/** The items of a submission with their decisions; published ones link to their printable sheet. */
export function Items({
  read: { submission, indicators, sources },
  className,
  note,
  actions,
  hasPast = false,
}: ItemsProps) {
  const { say } = useStaffText();
  const areaName = useAreaName();
  const { id, version, items, state, removed } = submission;
  const past = useQuery({ ...pastRead(id, version), enabled: hasPast });
  const pastOf = new Map(past.data?.items.map((one) => [one.item, one]));
  const nameOf = (code: string) => indicators.find((one) => one.code === code)?.shortName ?? code;
  return (
    <Section title={say("mine.items", { n: items.length })} className={className}>
      {note}
      <SinceRemoved removed={removed} nameOf={nameOf} />
      <div className="mt-4 grid gap-4">
        {items.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            author={submission.author.id}
            isOver={item.state !== "open" && state !== "scheduled"}
            past={pastOf.get(item.id)}
            indicator={indicators.find(({ code }) => code === item.indicator)}
            areaName={areaName(item.refArea)}
            sourceOf={(source) => sources.find(({ id }) => id === source)}
            said={
              <>
                <OwnReason submission={submission} item={item.id} />
                <Thread submission={submission} about={{ item: item.id }} comments={item.comments} />
              </>
            }
          >
            {item.state === "open" ? (
              actions(item)
            ) : (
              <p className="flex flex-wrap items-center gap-x-4 text-sm">
                <strong>{say(`itemState.${item.state}`)}</strong>
                {item.state === "approved" && state !== "scheduled" ? <SheetLink figure={item} /> : null}
              </p>
            )}
          </ItemCard>
        ))}
      </div>
    </Section>
  );
}

/**
 * Why a figure in particular was last not approved, and who said so; `reason` null where it went back with others that
 * have one; null where nobody said anything.
 */
export function ownReason({ reviews, items }: Submission, item: number): { by: string; reason: string | null } | null {
  const review = reviews.findLast(({ items: decided }) => decided.some((one) => one.item === item));
  if (!review || items.find(({ id }) => id === item)?.hidden) return null;
  const by = review.reviewer.name;
  const reason = review.items.find((one) => one.item === item)?.reason;
  if (reason) return { by, reason };
  const isUnobjected = review.decision === "return" && !review.reason && review.items.some((one) => one.reason);
  return isUnobjected ? { by, reason: null } : null;
}

/** The same as a note. */
export function OwnReason({ submission, item }: { submission: Submission; item: number }) {
  const { say } = useStaffText();
  const found = ownReason(submission, item);
  if (!found) return null;
  const { by: name, reason } = found;
  return (
    <p className="mt-4 border-s-4 border-line-strong ps-4 text-sm">
      {reason === null ? (
        say("reviews.noObjection", { name })
      ) : (
        <>
          <strong>{say("reviews.ownReason", { name })}</strong>
          <span className="block whitespace-pre-line">{reason}</span>
          {submission.unanswered.items.includes(item) ? (
            <strong data-class="danger" className="block text-(--status)">
              {say("reviews.unanswered")}
            </strong>
          ) : null}
        </>
      )}
    </p>
  );
}

type StatementsProps = Omit<ItemsProps, "actions" | "note"> & {
  /** Actions on one statement of a draft. */
  actions?: (statement: Submission["statements"][number]) => ReactNode;
};

/** The statements of a submission, decided on together. */
export function Statements({ read: { submission, sources, subjects }, className, actions }: StatementsProps) {
  const { say } = useStaffText();
  const { statements } = submission;
  return (
    <Section title={say("statement.list", { n: statements.length })} className={className}>
      <div className="mt-4 grid gap-4">
        {statements.map((one) => (
          <StatementCard
            key={one.id}
            shown={one}
            subjects={subjects}
            sourceOf={(source) => sources.find(({ id }) => id === source)}
            said={<Thread submission={submission} about={{ statement: one.id }} comments={one.comments} />}
          >
            {actions?.(one)}
          </StatementCard>
        ))}
      </div>
    </Section>
  );
}

/** What became of the figures of a partial decision. */
function Outcomes({ items }: Pick<Submission["reviews"][number], "items">) {
  const { say } = useStaffText();
  const of = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
  if (of("approve") === 0 || of("approve") === items.length) return null;
  const rest = of("reject") > 0 ? "rejected" : "returned";
  return <p>{say(`reviews.partly.${rest}`, { n: of("approve"), rest: items.length - of("approve") })}</p>;
}

/** Reviews with reasons and resulting releases, and the early readers. */
export function History({ submission: { reviews, earlyReaders } }: { submission: Submission }) {
  const { say, lang } = useStaffText();
  return (
    <>
      {reviews.length > 0 ? (
        <Section title={say("reviews.title")} className="mt-8">
          <ol className="mt-3 space-y-3">
            {reviews.toReversed().map((review) => (
              <li key={review.id} className="border-s-4 border-line-strong ps-4 text-sm">
                <p>
                  <strong>{say(`decided.${review.decision}`)}</strong>, {review.reviewer.name}
                  {review.onBehalfOf ? ` (${say("reviews.onBehalfOf", { name: review.onBehalfOf.name })})` : null},{" "}
                  {instant(review.at, lang)}
                  {review.release === null ? null : <>. {say("reviews.release", { id: review.release })}</>}
                  {review.publishAt && review.release === null ? (
                    <>. {say("reviews.publishAt", { at: instant(review.publishAt, lang) })}</>
                  ) : null}
                </p>
                <Outcomes items={review.items} />
                {review.reason ? <p className="mt-1 whitespace-pre-line">{review.reason}</p> : null}
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      {earlyReaders.length > 0 ? (
        <Section title={say("early.list")} className="mt-8">
          <ul className="mt-3 space-y-1 text-sm">
            {earlyReaders.map(({ name, role, from }) => (
              <li key={`${name} ${role} ${from}`}>
                {say("early.one", { who: role ? `${name} (${role})` : name, from: instant(from, lang) })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
