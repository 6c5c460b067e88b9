import { useQuery } from "@tanstack/react-query";
import { instant } from "../instant.ts";
import { submissionsRead } from "../submissions/reads.ts";
import { StateBadge } from "../submissions/state-badge.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";

/** One's own drafts and what came of what one handed in. */
export function SubmissionsPage() {
  const { say, lang } = useStaffText();
  useTitle(say("staffNav.submissions"));
  const mine = useQuery({ ...submissionsRead({ mine: "true" }), throwOnError: true });
  if (!mine.data) return <PageSkeleton />;
  return (
    <div className="py-6 sm:py-8">
      <h1 className="text-2xl">{say("staffNav.submissions")}</h1>
      {mine.data.items.length === 0 ? (
        <p className="mt-4 text-soft">
          {say("mine.none")} <PageLink to="/entry">{say("entry.title")}</PageLink>
        </p>
      ) : null}
      <ul className="mt-5 max-w-3xl divide-y divide-line border-y border-line">
        {mine.data.items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <PageLink to={`/submissions/${one.id}`} className="min-w-0 flex-1 basis-60 font-semibold">
              {one.title}
            </PageLink>
            <StateBadge state={one.state} />
            <span className="text-sm text-soft">{say("mine.figures", { n: one.items })}</span>
            <span className="num text-sm text-soft">{instant(one.updatedAt, lang)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
