import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { Section } from "../../ui/section.tsx";
import { day } from "../../words/format.ts";
import { instant } from "../../words/instant.ts";
import { type Answer, paths, staffRead } from "../session/client.ts";

/** Notices shown at once: a new installation begins with one for each figure that is overdue. */
const SHOWN = 8;

type Notice = Answer<typeof paths.notices.$get>["items"][number];

/** The page that a notice is about. */
function pathOf({ kind, submission, indicator, timePeriod }: Notice): string {
  if (submission !== null) return `/${kind === "submitted" ? "review" : "submissions"}/${submission}`;
  if (kind === "stand_in_asked" || kind === "stand_in_proposed") return "/delegations";
  if (kind === "address_asked") return "/staff/people";
  if (indicator !== null) return `/entry/${indicator}/${timePeriod}`;
  return "/staff/sessions";
}

/** What one was told in the last 30 days, newest first. */
export function Notices() {
  const { say, lang } = useStaffText();
  const notices = useQuery({ ...staffRead(paths.notices), refetchInterval: 60_000 });
  const indicators = useQuery(api.indicators(useView()));
  if (!notices.data || !indicators.data || notices.data.items.length === 0) return null;
  const nameOf = (code: string | null) =>
    indicators.data.items.find((indicator) => indicator.code === code)?.shortName ?? code ?? "";
  const told = (notice: Notice) =>
    say(notice.kind === "link_made" && notice.account !== null ? "notice.link_made_for" : `notice.${notice.kind}`, {
      id: notice.submission ?? "",
      actor: notice.actor ?? "",
      account: notice.account ?? "",
      indicator: nameOf(notice.indicator),
      year: notice.timePeriod ?? "",
      by: notice.dueBy ? day(notice.dueBy, lang) : "",
      address: notice.address ?? "",
    });
  const list = (items: readonly Notice[]) => (
    <ul className="mt-3 max-w-3xl space-y-2 text-sm">
      {items.map((notice) => (
        <li key={notice.id}>
          <span className="num text-soft">{instant(notice.at, lang)}</span>{" "}
          <PageLink to={pathOf(notice)}>{told(notice)}</PageLink>
        </li>
      ))}
    </ul>
  );
  const older = notices.data.items.slice(SHOWN);
  return (
    <Section title={say("notice.title")} className="mt-8">
      {list(notices.data.items.slice(0, SHOWN))}
      {older.length > 0 ? (
        <Folded summary={say("notice.older", { n: older.length })} className="mt-3">
          {list(older)}
        </Folded>
      ) : null}
    </Section>
  );
}
