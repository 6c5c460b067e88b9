import { noticePage } from "@moc2030/shared/notice-page";
import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { Section } from "../../ui/section.tsx";
import { day } from "../../words/format.ts";
import { instant } from "../../words/instant.ts";
import { type Answer, paths, staffRead } from "../session/client.ts";
import { mayDo, useMe } from "../session/me.ts";

/** Notices shown at once: a new installation begins with one for each figure that is overdue. */
const SHOWN = 8;

type Notice = Answer<typeof paths.notices.$get>["items"][number];

/** The words for a notice: a link made for somebody else, and a decision on all or on some, have their own. */
function wordsOf({ kind, account, whole }: Notice): StaffTextId {
  if (kind === "link_made" && account !== null) return "notice.link_made_for";
  if (kind !== "published" || whole === null) return `notice.${kind}`;
  return whole ? "notice.published_whole" : "notice.published_part";
}

/** What one was told in the last 30 days, newest first. */
export function Notices() {
  const { say, lang } = useStaffText();
  const reviews = mayDo(useMe(), "review.decide");
  const notices = useQuery({ ...staffRead(paths.notices), refetchInterval: 60_000 });
  const indicators = useQuery(api.indicators(useView()));
  if (!notices.data || !indicators.data || notices.data.items.length === 0) return null;
  const nameOf = (code: string | null) =>
    indicators.data.items.find((indicator) => indicator.code === code)?.shortName ?? code ?? "";
  const told = (notice: Notice) =>
    say(wordsOf(notice), {
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
          <PageLink to={noticePage(notice, reviews).path}>{told(notice)}</PageLink>
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
