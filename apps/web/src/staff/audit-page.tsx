import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { instant } from "../instant.ts";
import { type Answer, paths, send, staffRead } from "../session/client.ts";
import { type StaffTextId, useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";

type Page = Answer<typeof paths.audit.$get>;
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
] as const;

/** What an entry can be about. */
const SUBJECTS: Record<string, StaffTextId> = {
  submission: "audit.submission",
  release: "audit.release",
  evidence: "audit.evidence",
  staff: "audit.staff",
  delegation: "delegation.title",
  indicator: "grid.indicator",
  answer: "audit.answer",
  answers: "audit.answer",
};

/** What happened, newest first: who did what to what, with its link in the chain. */
export function AuditPage() {
  const { say, lang } = useStaffText();
  useTitle(say("staffNav.audit"));
  const [kind, setKind] = useState("");
  const audit = useInfiniteQuery({
    queryKey: ["staff", "audit", kind],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      send<Page>(
        paths.audit.$path({
          query: {
            ...(kind && { action: `${kind}.` }),
            ...(pageParam !== null && { before: String(pageParam) }),
          } as never,
        }),
      ),
    getNextPageParam: (last) => last.next,
    throwOnError: true,
  });
  const colleagues = useQuery(staffRead<{ items: { id: string; name: string }[] }>(paths.staff.colleagues.$path()));
  if (!audit.data) return <PageSkeleton />;
  /** `submission 3` in words; people by their names, files by the beginning of their hash. */
  const subjectText = (subject: string) => {
    const [kind = "", ...rest] = subject.split(" ");
    const id = rest.join(" ");
    const name = kind === "staff" ? (colleagues.data?.items.find((one) => one.id === id)?.name ?? id) : id;
    const word = SUBJECTS[kind];
    const short = kind === "evidence" || kind === "answer" ? id.slice(0, 12) : name;
    return word ? [say(word), short].filter(Boolean).join(": ") : subject;
  };
  const rows = audit.data.pages.flatMap((page) => page.items);
  return (
    <div className="py-6 sm:py-8">
      <h1 className="text-2xl">{say("staffNav.audit")}</h1>
      <p className="measure mt-2 text-soft">{say("audit.body")}</p>
      <p className="mt-5 flex flex-wrap items-center gap-3 text-sm">
        <label htmlFor="audit-kind" className="font-semibold">
          {say("audit.kind")}
        </label>
        <select
          id="audit-kind"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          className="min-h-11 rounded-[4px] border border-line-strong bg-surface px-2"
        >
          <option value="">{say("audit.all")}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {say(`audit.${one}`)}
            </option>
          ))}
        </select>
      </p>
      <ScrollBox label={say("staffNav.audit")}>
        <table className="table mt-4 min-w-[52rem]">
          <caption className="sr-only">{say("staffNav.audit")}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {say("audit.no")}
              </th>
              <th scope="col">{say("audit.at")}</th>
              <th scope="col">{say("audit.who")}</th>
              <th scope="col">{say("audit.what")}</th>
              <th scope="col">{say("audit.subject")}</th>
              <th scope="col">{say("audit.detail")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="num">
                  {row.id}
                </th>
                <td className="num whitespace-nowrap">{instant(row.at, lang)}</td>
                <td>{row.actor.name || "–"}</td>
                <td>{say(`did.${row.action}` as StaffTextId)}</td>
                <td className="break-words">{subjectText(row.subject)}</td>
                <td className="max-w-96 text-xs break-words text-soft">
                  {Object.entries(row.detail)
                    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
                    .join("; ")}
                  <span className="num block" title={row.hash}>
                    {row.hash.slice(0, 12)}…
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {audit.hasNextPage ? (
        <button type="button" className="button mt-5" onClick={() => void audit.fetchNextPage()}>
          {say("audit.more")}
        </button>
      ) : null}
    </div>
  );
}
