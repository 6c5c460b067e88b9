import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { instant } from "../../words/instant.ts";
import { Page } from "../page.tsx";
import { liveRead, paths, staffRead } from "../session/client.ts";

/** All that is approved and waits for its instant, soonest first, with who may see it before. */
export function ScheduledPage() {
  const { say, lang } = useStaffText();
  const scheduled = useQuery({ ...staffRead(paths.scheduled), ...liveRead });
  if (!scheduled.data) return <PageSkeleton />;
  const { items } = scheduled.data;
  return (
    <Page title={say("scheduled.title")} body={say("scheduled.body")}>
      {items.length === 0 ? <p className="mt-4 text-soft">{say("scheduled.none")}</p> : null}
      <ol className="mt-5 max-w-3xl space-y-3">
        {items.map(({ submission, title, publishAt, author, approvedBy, onBehalfOf, earlyReaders }) => (
          <li key={submission} className="panel p-4">
            <h2 className="text-base">
              <span className="num">{instant(publishAt, lang)}</span>:{" "}
              <PageLink to={`/submissions/${submission}`}>{title}</PageLink>
            </h2>
            <p className="mt-1 text-sm text-soft">
              {say("scheduled.by", { author: author.name, approver: approvedBy.name })}
              {onBehalfOf ? ` (${say("reviews.onBehalfOf", { name: onBehalfOf.name })})` : null}
            </p>
            <h3 className="mt-3 text-sm">{say("early.list")}</h3>
            {earlyReaders.length === 0 ? <p className="text-sm text-soft">{say("scheduled.nobody")}</p> : null}
            <ul className="text-sm">
              {earlyReaders.map(({ name, role, from }) => (
                <li key={`${name} ${role} ${from}`}>
                  {say("early.one", { who: role ? `${name} (${role})` : name, from: instant(from, lang) })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Page>
  );
}
