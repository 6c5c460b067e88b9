import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { today } from "../../document/today.ts";
import { type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { day } from "../../words/format.ts";
import { type Enquiry, enquiriesRead } from "../entry/reads.ts";
import { Page } from "../page.tsx";
import { address, freshRead, paths } from "../session/client.ts";
import { mayDo, useMe } from "../session/me.ts";
import { EvidenceLink } from "../submissions/links.tsx";
import { EventForm } from "./event-form.tsx";
import { NewEnquiry } from "./new-enquiry.tsx";

/** What bodies were asked for by letter, and a new enquiry. */
export function EnquiriesPage() {
  const { say, lang } = useStaffText();
  const me = useMe();
  const enquiries = useQuery({ ...enquiriesRead(lang), ...freshRead });
  if (!enquiries.data) return <PageSkeleton />;
  const { items } = enquiries.data;
  return (
    <Page
      title={say("enquiry.title")}
      back={{ to: "/entry", text: say("entry.title") }}
      body={say("enquiry.body")}
      className="max-w-4xl"
    >
      {/* Empty again once there is one more. */}
      {mayDo(me, "submission.write") ? <NewEnquiry key={items.length} /> : null}
      <Section title={say("enquiry.list", { n: items.length })} className="mt-10">
        {items.length === 0 ? <p className="mt-2 text-soft">{say("enquiry.none")}</p> : null}
        <ul className="mt-3 space-y-4">
          {items.map((one) => (
            <Row key={one.id} enquiry={one} />
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** One enquiry: what is still missing, letter and form, what happened, and what can happen next. */
function Row({ enquiry }: { enquiry: Enquiry }) {
  const { say, lang } = useStaffText();
  const me = useMe();
  const { id, bodyName, dueOn, state, figures, events } = enquiry;
  const missing = figures.filter(({ isMissing }) => isMissing);
  const isLate = state !== "received" && missing.length > 0 && dueOn < today();
  const one = paths.enquiries[":id"];
  const param = { id: String(id) };
  const answer = { enquiry: String(id) };
  return (
    <li className="panel p-4 text-sm">
      <h3 className="text-base">{bodyName}</h3>
      <p className="mt-1">
        <span>{say(`enquiry.state.${state}`)}</span>
        {", "}
        <span
          data-class={isLate ? "danger" : undefined}
          className="data-class:font-semibold data-class:text-(--status)"
        >
          {say("enquiry.due", { day: day(dueOn, lang) })}
        </span>
        {", "}
        {say("enquiry.missing", { n: missing.length, of: figures.length })}
      </p>
      {missing.length > 0 ? (
        <p className="mt-1 text-soft">{missing.map(({ name, timePeriod }) => `${name} ${timePeriod}`).join(", ")}</p>
      ) : null}
      <ol className="mt-2 space-y-1">
        {events.map((event) => (
          <li key={`${event.kind} ${event.at}`}>
            {say(`enquiry.event.${event.kind}` as StaffTextId, {
              number: event.number ?? "",
              day: day(event.on, lang),
              name: event.by.name,
            })}
            {event.files.map(({ sha256, name }) => (
              <span key={sha256} className="block">
                <EvidenceLink sha256={sha256} name={name} />
              </span>
            ))}
            {event.reason ? <span className="block whitespace-pre-line text-soft">{event.reason}</span> : null}
          </li>
        ))}
      </ol>
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        <a href={address(one["letter.docx"].$path({ param }))} download>
          {say("enquiry.letter")}
        </a>
        <a href={address(one["figures.xlsx"].$path({ param, query: { lang } }))} download>
          {say("start.workbook")}
        </a>
        {state === "received" && mayDo(me, "submission.write") ? (
          <>
            <PageLink to="/entry/import" search={answer}>
              {say("enquiry.import")}
            </PageLink>
            <PageLink to="/entry/publication" search={answer}>
              {say("enquiry.enter")}
            </PageLink>
          </>
        ) : null}
      </p>
      {/* Of another kind after each event. */}
      {mayDo(me, "submission.write") ? <EventForm key={state} id={id} state={state} /> : null}
    </li>
  );
}
