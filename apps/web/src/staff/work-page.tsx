import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { instant } from "../instant.ts";
import { freshRead } from "../session/client.ts";
import { mayDo, useMe } from "../session/me.ts";
import { queueRead, submissionRead, submissionsRead } from "../submissions/reads.ts";
import { type StaffTextId, useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";

/** A submission as a line of a list has it. */
type Line = { id: number; title: string; items: number; author: { id: string; name: string }; updatedAt: string };

/** One's own work, whatever one's role: what to go on with, what waits for others, what others wait for. */
export function WorkPage() {
  const { say } = useStaffText();
  const me = useMe();
  useTitle(say("staffNav.work"));
  const [writes, reviews] = [mayDo(me, "submission.write"), mayDo(me, "review.decide")];
  const mine = useQuery({ ...submissionsRead({ mine: "true" }), ...freshRead, enabled: writes });
  const queue = useQuery({ ...queueRead(), ...freshRead, enabled: reviews });
  if ((writes && !mine.data) || (reviews && !queue.data)) return <PageSkeleton />;
  const own = (state: string) => mine.data?.items.filter((one) => one.state === state) ?? [];
  const waiting = queue.data?.items.filter((one) => one.state === "submitted" && !one.own) ?? [];
  const scheduled = [
    ...own("scheduled").map((one) => ({ ...one, publishAt: null })),
    ...(queue.data?.items.filter((one) => one.state === "scheduled" && one.author.id !== me.id) ?? []),
  ];
  const lists = [own("returned"), waiting, own("draft"), own("submitted"), scheduled];
  return (
    <div className="py-6 sm:py-8">
      <h1 className="text-2xl">{say("staffNav.work")}</h1>
      {lists.every((list) => list.length === 0) ? <p className="mt-4 text-soft">{say("work.none")}</p> : null}
      <List title="work.returned" items={own("returned")} more={(one) => <ReturnedFor id={one.id} />} />
      <List title="work.toReview" items={waiting} isReview />
      <List title="work.drafts" items={own("draft")} />
      <List title="work.sent" items={own("submitted")} />
      <List title="work.scheduled" items={scheduled} isReview={reviews} />
      <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        {mayDo(me, "entry.read") ? (
          <li>
            <PageLink to="/entry">{say("entry.title")}</PageLink>
          </li>
        ) : null}
        {mayDo(me, "staff.manage") ? (
          <li>
            <PageLink to="/staff/people">{say("work.people")}</PageLink>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

type ListProps<T extends Line> = {
  title: StaffTextId;
  items: readonly T[];
  /** Whether its lines lead to where others' work is decided on. */
  isReview?: boolean;
  more?: (one: T) => ReactNode;
};

function List<T extends Line>({ title, items, isReview = false, more }: ListProps<T>) {
  const { say, lang } = useStaffText();
  const me = useMe();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={title} className="mt-8 max-w-3xl">
      <h2 id={title} className="text-lg">
        {say("work.counted", { list: say(title), n: items.length })}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
            <PageLink
              to={`/${isReview ? "review" : "submissions"}/${one.id}`}
              className="min-w-0 flex-1 basis-60 font-semibold"
            >
              {one.title}
            </PageLink>
            {one.author.id === me.id ? null : <span className="text-sm text-soft">{one.author.name}</span>}
            <span className="text-sm text-soft">{say("mine.figures", { n: one.items })}</span>
            <span className="num text-sm text-soft">{instant(one.updatedAt, lang)}</span>
            {more?.(one)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why a submission came back, in the reviewer's words. */
function ReturnedFor({ id }: { id: number }) {
  const submission = useQuery({ ...submissionRead(id), ...freshRead });
  const last = submission.data?.reviews.findLast((review) => review.decision === "return");
  if (!last?.reason) return null;
  return (
    <p className="w-full border-s-4 border-line-strong ps-4 text-sm">
      <strong>{last.reviewer.name}</strong>
      <span className="block whitespace-pre-line">{last.reason}</span>
    </p>
  );
}
