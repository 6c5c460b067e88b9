import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { ownSubmissionsRead } from "../submissions/reads.ts";
import { SubmissionList } from "../submissions/submission-list.tsx";

/** The author's own submissions. */
export function SubmissionsPage() {
  const { say } = useStaffText();
  const mine = useQuery({ ...ownSubmissionsRead(), throwOnError: true });
  if (!mine.data) return <PageSkeleton />;
  return (
    <Page title={say("staffNav.submissions")}>
      {mine.data.items.length === 0 ? (
        <p className="mt-4 text-soft">
          {say("mine.none")} <PageLink to="/entry">{say("entry.title")}</PageLink>
        </p>
      ) : null}
      <SubmissionList items={mine.data.items} hasState />
    </Page>
  );
}
