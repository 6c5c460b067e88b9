import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { instant } from "../../words/instant.ts";
import { dueInCare } from "../entry/due-cells.ts";
import { DueLists } from "../entry/due-lists.tsx";
import { type Grid, gridRead } from "../entry/reads.ts";
import { Notices } from "../notices/notices.tsx";
import { Page } from "../page.tsx";
import { address, freshRead, paths } from "../session/client.ts";
import { mayDo, useMe } from "../session/me.ts";
import {
  type Delegation,
  delegationsRead,
  earlySubmissionsRead,
  ownSubmissionsRead,
  queueRead,
} from "../submissions/reads.ts";
import { type Line, SubmissionList } from "../submissions/submission-list.tsx";
import { Closings } from "./closings.tsx";
import { ReturnedFor } from "./returned-for.tsx";

type Lines = { title: StaffTextId; items: Line[]; to?: "review"; isReturned?: true };

/** How many of one's latest published submissions are listed. */
const LATEST = 5;

/** The start page of staff: what waits for them, what is due in their care, what is missing before the next closings. */
export function WorkPage() {
  const { say, lang } = useStaffText();
  const me = useMe();
  const [writes, reviews] = [mayDo(me, "submission.write"), mayDo(me, "review.decide")];
  const mine = useQuery({ ...ownSubmissionsRead(), ...freshRead, enabled: writes });
  const early = useQuery({ ...earlySubmissionsRead(), ...freshRead });
  const queue = useQuery({ ...queueRead(), ...freshRead, enabled: reviews });
  const delegations = useQuery({ ...delegationsRead(), ...freshRead });
  const grid = useQuery({ ...gridRead(lang), throwOnError: true });
  if (!grid.data || !delegations.data || !early.data || (writes && !mine.data) || (reviews && !queue.data))
    return <PageSkeleton />;
  const own = (state: string) => mine.data?.items.filter((one) => one.state === state) ?? [];
  const others = queue.data?.items.filter(({ author }) => author.id !== me.id) ?? [];
  const waiting = [...own("scheduled"), ...others.filter(({ state }) => state === "scheduled")];
  const scheduled = [...waiting, ...early.data.items.filter(({ id }) => waiting.every((one) => one.id !== id))];
  const all: Lines[] = [
    { title: "work.asked", items: mine.data?.items.filter(({ asked }) => asked > 0) ?? [] },
    { title: "work.returned", items: own("returned"), isReturned: true },
    { title: "work.toReview", items: others.filter((one) => one.state === "submitted" && !one.own), to: "review" },
    { title: "work.drafts", items: own("draft") },
    { title: "work.sent", items: own("submitted") },
    { title: "work.scheduled", items: scheduled, ...(reviews && { to: "review" }) },
    { title: "work.published", items: own("approved").slice(0, LATEST) },
  ];
  const lists = all.filter(({ items }) => items.length > 0);
  const offers = delegations.data.items.filter(({ state, standIn }) => state === "offered" && standIn.id === me.id);
  return (
    <Page title={say("staffNav.work")}>
      {lists.length + offers.length === 0 ? <p className="mt-4 text-soft">{say("work.none")}</p> : null}
      {offers.length > 0 ? <Offers offers={offers} /> : null}
      {lists.map(({ title, items, to, isReturned }) => (
        <Section key={title} title={say("work.counted", { list: say(title), n: items.length })} className="mt-8">
          <SubmissionList
            items={items}
            to={to ?? "submissions"}
            more={isReturned && (({ id }) => <ReturnedFor id={id} />)}
          />
        </Section>
      ))}
      <InMyCare grid={grid.data} />
      <Closings grid={grid.data} />
      <Notices />
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
    </Page>
  );
}

/** Delegations that wait for one's acceptance. */
function Offers({ offers }: { offers: readonly Delegation[] }) {
  const { say, lang } = useStaffText();
  return (
    <Section title={say("work.counted", { list: say("work.offered"), n: offers.length })} className="mt-8">
      <ul className="mt-3 max-w-3xl divide-y divide-line border-y border-line">
        {offers.map(({ id, reviewer, startsAt, endsAt }) => (
          <li key={id} className="py-3">
            <PageLink to="/delegations" className="font-semibold">
              {say("work.offer", {
                reviewer: reviewer.name,
                from: instant(startsAt, lang),
                to: instant(endsAt, lang),
              })}
            </PageLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What is due in one's care, that of one's body first, and how much else is. */
function InMyCare({ grid }: { grid: Grid }) {
  const { say, lang } = useStaffText();
  const me = useMe();
  const { figures, finals, mine, others } = dueInCare(me, grid);
  if (mine + others === 0) return null;
  return (
    <Section title={say("work.counted", { list: say("work.care"), n: mine })} className="mt-8">
      {mine === 0 ? <p className="mt-2 text-soft">{say("work.careNone")}</p> : null}
      <DueLists {...{ figures, finals }} colleagues={null} />
      {mine > 0 ? (
        <p className="mt-3">
          <a href={address(paths.entry["wanted.xlsx"].$path({ query: { person: me.id, lang } }))} download>
            {say("work.careWorkbook")}
          </a>
        </p>
      ) : null}
      {others > 0 ? (
        <p className="mt-3">
          <PageLink to="/entry">{say("work.careOthers", { n: others })}</PageLink>
        </p>
      ) : null}
    </Section>
  );
}
