import { PageLink } from "../address/page-link.tsx";
import type { CorrectionNotice } from "../client/api.ts";
import { useText } from "../text/text.tsx";
import { dayOfInstant } from "../words/format.ts";
import { OwnText } from "./own-text.tsx";
import { ReleaseLink } from "./release-link.tsx";

/** On a phone and on paper all of it is one paragraph: the overview's targets stay in sight, and on one page. */
const RUN_IN = "me-2 inline sm:me-0 sm:block print:me-2 print:inline";
const NAME = "me-1 inline text-soft sm:block print:inline";

/** What was wrong, what is right, since when and why. */
export function CorrectionText({ of: { wrong, right, why, wrongSince, rightSince } }: { of: CorrectionNotice }) {
  const { say } = useText();
  return (
    <>
      <dl className="inline gap-x-4 gap-y-0.5 sm:grid sm:grid-cols-[7.5rem_minmax(0,1fr)] print:inline">
        <dt className={NAME}>{say("correction.wrong")}:</dt>
        <dd className={`measure whitespace-pre-line ${RUN_IN}`}>
          <OwnText of={wrong} />
        </dd>
        <dt className={NAME}>{say("correction.right")}:</dt>
        <dd className={`measure font-semibold whitespace-pre-line ${RUN_IN}`}>
          <OwnText of={right} />
        </dd>
        <dt className={NAME}>{say("correction.why")}:</dt>
        <dd className={`measure whitespace-pre-line ${RUN_IN}`}>
          <OwnText of={why} />
        </dd>
      </dl>
      <p className="inline text-soft sm:mt-1 sm:block print:inline">
        <ReleaseLink id={wrongSince}>{say("correction.since", { id: wrongSince })}</ReleaseLink>;{" "}
        <ReleaseLink id={rightSince}>{say("correction.until", { id: rightSince })}</ReleaseLink>.
      </p>
    </>
  );
}

/** The corrections that concern a page, on top of it for a month. */
export function CorrectionNotices({ notices }: { notices: readonly CorrectionNotice[] }) {
  const { say, lang } = useText();
  return notices.map((notice) => (
    <section
      key={notice.id}
      aria-label={say("correction.title")}
      className="mt-6 border-s-4 border-accent ps-4 text-sm print:mt-1 print:ps-2"
    >
      <p className={`${RUN_IN} sm:mb-1`}>
        <strong>{say("correction.title")}</strong>{" "}
        <span className="text-soft">
          {say("correction.published", { day: dayOfInstant(notice.published.publishedAt, lang) })}
        </span>{" "}
        <PageLink to="/corrections" className="no-print">
          {say("correction.all")}
        </PageLink>
      </p>
      <CorrectionText of={notice} />
    </section>
  ));
}
