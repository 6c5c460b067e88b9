import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { instant } from "../../words/instant.ts";
import { Page } from "../page.tsx";
import { type Answer, paths, send } from "../session/client.ts";
import { colleaguesRead } from "../submissions/reads.ts";

const KINDS = [
  "session",
  "access",
  "staff",
  "submission",
  "review",
  "release",
  "evidence",
  "assignment",
  "schedule",
  "enquiry",
] as const;

/** Labels of subject types. */
const SUBJECTS: Record<string, StaffTextId> = {
  submission: "audit.submission",
  release: "audit.release",
  evidence: "audit.evidence",
  staff: "audit.staff",
  delegation: "delegation.title",
  indicator: "grid.indicator",
  enquiry: "audit.enquiry",
  answer: "audit.answer",
  answers: "audit.answer",
};

/** The audit log, newest first: actor, action, subject and hash. */
export function AuditPage() {
  const { say, lang } = useStaffText();
  const [kind, setKind] = useState("");
  const audit = useInfiniteQuery({
    queryKey: ["staff", "audit", kind],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => {
      const query = { ...(kind && { action: `${kind}.` }), ...(pageParam !== null && { before: String(pageParam) }) };
      return send<Answer<typeof paths.audit.$get>>(paths.audit.$path({ query: query as never }));
    },
    getNextPageParam: (last) => last.next,
    throwOnError: true,
  });
  const colleagues = useQuery(colleaguesRead());
  if (!audit.data) return <PageSkeleton />;
  /** `submission 3` as a label; people by name, files by the start of their hash. */
  const subjectText = (subject: string) => {
    const [kind = "", ...rest] = subject.split(" ");
    const id = rest.join(" ");
    const name = kind === "staff" ? (colleagues.data?.items.find((one) => one.id === id)?.name ?? id) : id;
    const word = SUBJECTS[kind];
    const short = kind === "evidence" || kind === "answer" ? id.slice(0, 12) : name;
    return word ? [say(word), short].filter(Boolean).join(": ") : subject;
  };
  return (
    <Page title={say("staffNav.audit")} body={say("audit.body")}>
      <SelectField
        id="kind"
        label={say("audit.kind")}
        choices={[
          { value: "", label: say("audit.all") },
          ...KINDS.map((value) => ({ value, label: say(`audit.${value}`) })),
        ]}
        value={kind}
        onChange={setKind}
        box="mt-5 max-w-60"
      />
      <DataTable
        caption={say("staffNav.audit")}
        rows={audit.data.pages.flatMap((page) => page.items)}
        rowKey={({ id }) => id}
        className="min-w-[52rem]"
        columns={[
          { label: say("audit.no"), cell: ({ id }) => id, isNumber: true },
          { label: say("audit.at"), cell: ({ at }) => instant(at, lang), className: "num whitespace-nowrap" },
          { label: say("audit.who"), cell: ({ actor }) => actor.name || "–" },
          { label: say("audit.what"), cell: ({ action }) => say(`did.${action}` as StaffTextId) },
          { label: say("audit.subject"), cell: ({ subject }) => subjectText(subject), className: "break-words" },
          {
            label: say("audit.detail"),
            className: "max-w-96 text-xs break-words text-soft",
            cell: ({ detail, hash }) => (
              <>
                {Object.entries(detail)
                  .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
                  .join("; ")}
                <span className="num block" title={hash}>
                  {hash.slice(0, 12)}…
                </span>
              </>
            ),
          },
        ]}
      />
      {audit.hasNextPage ? (
        <Button className="mt-5" onClick={() => void audit.fetchNextPage()}>
          {say("audit.more")}
        </Button>
      ) : null}
    </Page>
  );
}
