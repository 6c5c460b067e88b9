import type { ReactNode } from "react";
import { PageLink, SamePageLink } from "../../address/page-link.tsx";
import { codeOf, given, INDICATOR } from "../../address/search.ts";
import * as api from "../../client/api.ts";
import { type Followed, followedAddress } from "../../document/followed.ts";
import { unreadPart } from "../../document/not-understood.ts";
import type { Page, ReadAnswer, Request, Search } from "../../document/page.ts";
import { readAll } from "../../document/read-all.ts";
import { WithOrigin } from "../../document/with-origin.tsx";
import { type TextId, useText } from "../../text/text.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Section } from "../../ui/section.tsx";

type Data = Awaited<ReturnType<typeof load>>;

/** How to be told of what is new: feed, calendar, and what staff are told; of all, of an indicator or of a body. */
export const follow: Page<Followed, Data> = {
  path: "/follow",
  parse,
  load,
  unknown: ({ subject }, search) =>
    subject ? [] : Object.entries(search).map(([name, code]) => unreadPart(name, String(code))),
  head: ({ subject }, { say }) => ({
    title: subject ? say("follow.of", { name: subject.name }) : say("follow.title"),
    description: say("follow.body"),
    ...(subject && { followed: subject.of }),
  }),
  Component: FollowPage,
};

/** An indicator or a body, not both. */
function parse(search: Search): Followed {
  const indicator = codeOf(search.indicator, INDICATOR);
  return given({ indicator, body: indicator ? undefined : codeOf(search.body, INDICATOR) });
}

async function load(read: ReadAnswer, { view, search, origin }: Request<Followed>) {
  const { indicators, bodies } = await readAll(read, { indicators: api.indicators(view), bodies: api.bodies(view) });
  const indicator = indicators.items.find(({ code }) => code === search.indicator);
  const body = bodies.items.find(({ id }) => id === search.body);
  const subject = indicator
    ? { of: { indicator: indicator.code }, name: indicator.shortName, path: `/indicators/${indicator.code}` }
    : body
      ? { of: { body: body.id }, name: body.name, path: `/bodies/${body.id}` }
      : null;
  return { subject, origin };
}

function FollowPage({ data: { subject, origin } }: { data: Data }) {
  const { say, lang } = useText();
  const feed = followedAddress("feed.atom", subject?.of ?? {}, lang);
  const calendar = followedAddress("calendar.ics", subject?.of ?? {}, lang);
  return (
    <>
      <header className="pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("follow.title")}</h1>
        <p className="measure mt-3 text-soft">
          {subject ? (
            <>
              {say("follow.only")} <PageLink to={subject.path}>{subject.name}</PageLink>.{" "}
              <SamePageLink change={{ indicator: undefined, body: undefined }}>{say("follow.all")}</SamePageLink>
            </>
          ) : (
            say("follow.body")
          )}
        </p>
      </header>
      <Way id="feed" body="follow.feedBody" address={feed} origin={origin} copy={say("follow.copyFeed")}>
        <a href={feed} type="application/atom+xml" className="button">
          {say("follow.openFeed")}
        </a>
      </Way>
      <Way
        id="calendar"
        body={subject?.of.indicator ? "follow.calendarOfOne" : "follow.calendarBody"}
        address={calendar}
        origin={origin}
        copy={say("follow.copyCalendar")}
      >
        {origin === null ? (
          <a href={calendar} type="text/calendar" className="button">
            {say("follow.openCalendar")}
          </a>
        ) : (
          <a href={origin.replace(/^https?:/, "webcal:") + calendar} className="button button-main">
            {say("follow.subscribe")}
          </a>
        )}
      </Way>
      <Section id="staff" title={say("follow.staff")} className="mt-10" look="text-xl">
        <p className="measure mt-2">
          {say("follow.staffBody")} <PageLink to="/staff">{say("follow.signIn")}</PageLink>
        </p>
      </Section>
    </>
  );
}

type WayProps = {
  id: "feed" | "calendar";
  body: TextId;
  address: string;
  origin: string | null;
  copy: string;
  children: ReactNode;
};

/** One way to follow, with its address to copy and a link that a program opens. */
function Way({ id, body, address, origin, copy, children }: WayProps) {
  const { say } = useText();
  return (
    <Section id={id} title={say(`follow.${id}`)} className="mt-10" look="text-xl">
      <p className="measure mt-2">{say(body)}</p>
      <p className="mt-3 wrap-anywhere">
        <code id={`${id}-address`} className="text-sm">
          {origin === null ? <WithOrigin text={address} address={address} /> : origin + address}
        </code>
      </p>
      <p className="no-print mt-3 flex flex-wrap gap-3">
        {children} <CopyButton selectId={`${id}-address`} label={copy} />
      </p>
    </Section>
  );
}
