import { numericDay } from "@moc2030/shared/text/written-day";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { StatementSearch } from "../../address/search.ts";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { submissionRead } from "../submissions/reads.ts";
import { useSubjects } from "../submissions/subjects.ts";
import { StatementForm } from "./statement-form.tsx";

/** Never cached: the form is filled from the current state. */
const fresh = { staleTime: 0, gcTime: 0, throwOnError: true } as const;

/** Enter, change or withdraw a remark or a state; in the draft that the URL names, if any. */
export function StatementPage() {
  const { say } = useStaffText();
  const view = useView();
  const { draft, statement, number, date, period, release, day } = useSearch({ strict: false }) as StatementSearch;
  const subjects = useSubjects();
  const published = useQuery({ ...api.statements(view), ...fresh });
  const sources = useQuery(api.sources(view));
  const submission = useQuery({ ...submissionRead(Number(draft ?? 0)), ...fresh, enabled: draft !== undefined });
  if (!subjects || !published.data || !sources.data || (draft !== undefined && !submission.data))
    return <PageSkeleton />;
  const isVerbatim = statement?.startsWith("verbatim/");
  return (
    <Page
      title={say(isVerbatim ? "verbatim.title" : "statement.title")}
      body={say(isVerbatim ? "verbatim.intro" : "statement.intro")}
      back={
        draft
          ? {
              to: `/submissions/${draft}`,
              text: say("mine.no", { id: draft, name: submission.data?.author.name ?? "" }),
            }
          : isVerbatim
            ? { to: "/entry/verbatim", text: say("verbatim.list") }
            : { to: "/entry", text: say("entry.title") }
      }
      className="max-w-3xl"
    >
      <StatementForm
        key={`${draft} ${statement}`}
        subjects={subjects}
        published={published.data.items}
        sources={sources.data.items}
        submission={submission.data ?? null}
        editing={statement}
        begin={{
          ...(number && { number }),
          ...(date && { date: numericDay(date) }),
          ...(period && { period }),
          ...(release && { dataRelease: release }),
          ...(day && { dataDay: numericDay(day) }),
        }}
      />
    </Page>
  );
}
