import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { day, list } from "../../words/format.ts";
import { instant } from "../../words/instant.ts";
import { Page } from "../page.tsx";
import { freshRead, paths, staffRead } from "../session/client.ts";
import { absencesRead, colleaguesRead } from "../submissions/reads.ts";
import { AbsenceForm } from "./absence-form.tsx";
import { AbsenceRow } from "./absence-row.tsx";
import { agenda, type Event } from "./agenda.ts";

/** The calendar of absence: who is away today and in the next 90 days, who stands in, and what falls into it. */
export function AwayPage() {
  const { say, lang } = useStaffText();
  const absences = useQuery({ ...absencesRead(), ...freshRead });
  const scheduled = useQuery({ ...staffRead(paths.scheduled), ...freshRead });
  const colleagues = useQuery(colleaguesRead());
  if (!absences.data || !scheduled.data || !colleagues.data) return <PageSkeleton />;
  const { today, items } = absences.data;
  const { end, now, today: events, coming, later } = agenda(absences.data, scheduled.data.items);
  const people = colleagues.data.items;
  const row = (absence: (typeof items)[number]) => (
    <AbsenceRow
      key={`${absence.person.id} ${absence.from}`}
      absence={absence}
      absences={absences.data}
      colleagues={people}
    />
  );
  const event = (one: Event) => <EventRow key={one.kind === "closing" ? one.day : one.submission} event={one} />;
  return (
    <Page title={say("away.title")} body={say("away.body")}>
      <p className="mt-2">
        <PageLink to="/delegations">{say("delegation.title")}</PageLink>
      </p>
      <Section
        title={say("away.today", { day: day(today, lang) })}
        className="mt-6 max-w-3xl border-s-4 border-accent ps-4"
      >
        {now.length === 0 ? <p className="mt-2">{say("away.nobodyToday")}</p> : null}
        <ul className="divide-y divide-line">
          {now.map(row)}
          {events.map(event)}
        </ul>
      </Section>
      <Section title={say("away.coming", { day: day(end, lang) })} className="mt-8 max-w-3xl">
        {coming.every(({ kind }) => kind !== "absence") ? (
          <p className="mt-2 text-soft">{say("away.nobodyComing")}</p>
        ) : null}
        <ol className="mt-2 divide-y divide-line border-b border-line empty:hidden">
          {coming.map((entry) => (entry.kind === "absence" ? row(entry.absence) : event(entry)))}
        </ol>
      </Section>
      {later.length > 0 ? (
        <Section title={say("away.later")} className="mt-8 max-w-3xl">
          <ol className="mt-2 divide-y divide-line border-b border-line">{later.map(row)}</ol>
        </Section>
      ) : null}
      <Section title={say("away.add")} className="mt-10 max-w-3xl">
        {/* Empty again once there is one more. */}
        <AbsenceForm key={items.length} today={today} colleagues={people} />
      </Section>
    </Page>
  );
}

/** A closing of the year or a scheduled publication, and who is away that day. */
function EventRow({ event }: { event: Event }) {
  const { say, lang } = useStaffText();
  return (
    <li className="gap-x-4 py-3 sm:grid sm:grid-cols-[11rem_1fr]">
      <p className="num font-semibold">
        {event.kind === "closing" ? day(event.day, lang) : instant(event.publishAt, lang)}
      </p>
      <div>
        {event.kind === "closing" ? (
          <p>{say("away.closing")}</p>
        ) : (
          <p>
            {say("away.publication")}: <PageLink to={`/submissions/${event.submission}`}>{event.title}</PageLink>
          </p>
        )}
        {event.away.length > 0 ? (
          <p className="mt-1 text-sm text-soft">{say("away.thatDay", { names: list(event.away, lang) })}</p>
        ) : null}
      </div>
    </li>
  );
}
