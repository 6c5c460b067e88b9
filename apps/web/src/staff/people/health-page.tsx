import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { type StaffText, type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { dayOfInstant, number } from "../../words/format.ts";
import { instant } from "../../words/instant.ts";
import { Page } from "../page.tsx";
import { type Answer, liveRead, paths, staffRead } from "../session/client.ts";
import { type Fact, Facts } from "../submissions/facts.tsx";

type Health = Answer<typeof paths.staff.health.$get>;
type Missing = Health["missing"][number];

/** The page on which something that is missing is seen to. */
const SEEN_TO: Partial<Record<Missing, { to: string; text: StaffTextId }>> = {
  "mail-failed": { to: "/staff/people", text: "staffNav.people" },
};

/** How the installation is, and what it lacks, for an administrator. */
export function HealthPage() {
  const text = useStaffText();
  const { say } = text;
  const health = useQuery({ ...staffRead(paths.staff.health), ...liveRead });
  if (!health.data) return <PageSkeleton />;
  const { missing } = health.data;
  return (
    <Page title={say("health.title")} body={say("health.body")}>
      <Section title={say("health.missing")} className="mt-8">
        {missing.length === 0 ? <p className="mt-2">{say("health.nothing")}</p> : null}
        <ul className="measure mt-2 list-disc space-y-2 ps-5">
          {missing.map((one) => {
            const seenTo = SEEN_TO[one];
            return (
              <li key={one}>
                {missingText(one, health.data, text)}
                {seenTo ? (
                  <>
                    {" "}
                    <PageLink to={seenTo.to}>{say(seenTo.text)}</PageLink>
                  </>
                ) : null}
              </li>
            );
          })}
        </ul>
      </Section>
      <Section title={say("health.kept")} className="mt-10">
        <Facts facts={keptFacts(health.data, text)} />
      </Section>
      <Section title={say("health.work")} className="mt-10">
        <Facts facts={workFacts(health.data, text)} />
      </Section>
    </Page>
  );
}

/** Bytes in GB or MB, of a thousand each, as disks are sold. */
function size(bytes: number, { lang }: StaffText): string {
  const [unit, of] = bytes >= 1e9 ? (["GB", 1e9] as const) : (["MB", 1e6] as const);
  return `${number(bytes / of, lang, 1)}\u00a0${unit}`;
}

function missingText(one: Missing, { backupAt, restoreTestAt, freeBytes, mail }: Health, text: StaffText): string {
  const { say, lang } = text;
  return say(`health.missing.${one}`, {
    at:
      one === "old-backup"
        ? instant(backupAt ?? "", lang)
        : one === "old-restore-test"
          ? instant(restoreTestAt ?? "", lang)
          : "",
    size: size(freeBytes, text),
    n: mail.failed,
  });
}

function keptFacts({ backupAt, restoreTestAt, freeBytes, walBytes, clock }: Health, text: StaffText): Fact[] {
  const { say, lang } = text;
  const since = (at: string | null) => (at === null ? say("health.never") : instant(at, lang));
  return [
    [say("health.backup"), since(backupAt)],
    [say("health.restoreTest"), since(restoreTestAt)],
    [say("health.disk"), size(freeBytes, text)],
    [say("health.wal"), size(walBytes, text)],
    [say("health.clock"), say(`health.clock.${clock}`)],
  ];
}

function workFacts(health: Health, text: StaffText): Fact[] {
  const { since, requests, loopDelayMs, cache, streams, release, overdue, mail } = health;
  const { say, lang } = text;
  const count = (n: number) => number(n, lang);
  const asked = cache.hits + cache.misses;
  const share = asked === 0 ? "" : `${number((100 * cache.hits) / asked, lang, 0)}%`;
  return [
    [say("health.since"), instant(since, lang)],
    [
      say("health.requests"),
      say("health.requestsFailed", {
        n: count(requests.answered),
        failed: count(requests.failed),
        slow: count(requests.slow),
      }),
    ],
    [say("health.delay"), say("health.delaySaid", { n: count(loopDelayMs) })],
    [say("health.cache"), share && say("health.cacheShare", { share, size: size(cache.bytes, text) })],
    [say("health.streams"), count(streams)],
    [say("health.signIns"), count(requests.signInsRefused)],
    [
      say("health.release"),
      release && say("health.releaseOf", { id: release.id, day: dayOfInstant(release.publishedAt, lang) }),
    ],
    [say("health.overdue"), count(overdue)],
    [say("health.mail"), say("health.mailSaid", { waiting: count(mail.waiting), failed: count(mail.failed) })],
  ];
}
