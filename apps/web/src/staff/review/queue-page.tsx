import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { instant } from "../../words/instant.ts";
import { Page } from "../page.tsx";
import { liveRead } from "../session/client.ts";
import { queueRead } from "../submissions/reads.ts";
import { StateBadge } from "../submissions/state-badge.tsx";
import { contentText } from "../submissions/submission-list.tsx";

/** Submissions waiting for review, oldest first. */
export function QueuePage() {
  const { say, lang } = useStaffText();
  const queue = useQuery({ ...queueRead(), ...liveRead });
  if (!queue.data) return <PageSkeleton />;
  const { items } = queue.data;
  return (
    <Page
      title={say("review.title")}
      action={
        <PageLink to="/review/limits" className="button">
          {say("limits.title")}
        </PageLink>
      }
    >
      {items.length === 0 ? <p className="mt-4 text-soft">{say("review.none")}</p> : null}
      <ul className="mt-5 max-w-3xl space-y-3">
        {items.map((one) => (
          <li key={one.id} className="panel p-4">
            <h2 className="text-base">
              <PageLink to={`/review/${one.id}`}>{one.title}</PageLink>
            </h2>
            <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
              <StateBadge state={one.state} />
              <span>{one.author.name}</span>
              <span>{contentText(one, say)}</span>
              {one.submittedAt ? <span>{say("mine.submittedAt", { at: instant(one.submittedAt, lang) })}</span> : null}
              {one.publishAt ? <span>{say("reviews.publishAt", { at: instant(one.publishAt, lang) })}</span> : null}
              {one.own ? <em>{say("review.own")}</em> : null}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
