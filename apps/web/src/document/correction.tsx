import { hrefOf } from "../address/address.ts";
import { PageLink } from "../address/page-link.tsx";
import { langParam } from "../address/search.ts";
import type { CorrectionNotice } from "../client/api.ts";
import { useText } from "../text/text.tsx";
import { Folded } from "../ui/folded.tsx";
import { dayOfInstant } from "../words/format.ts";
import { OwnText } from "./own-text.tsx";
import { ReleaseLink } from "./release-link.tsx";

/** On a phone all of it is one paragraph, so that the overview's targets stay in sight. */
const RUN_IN = "me-2 inline sm:me-0 sm:block";
const NAME = "me-1 inline text-soft sm:block";

type TextProps = { of: CorrectionNotice; runsIn?: boolean };

/** What was wrong, what is right, since when and why; on a phone each on lines of its own, or all run in. */
export function CorrectionText({ of: { wrong, right, why, wrongSince, rightSince }, runsIn = false }: TextProps) {
  const { say } = useText();
  const [list, name, text, since] = runsIn
    ? ["inline sm:grid", NAME, RUN_IN, "inline sm:block"]
    : ["grid", "mt-1 text-soft sm:mt-0", "", "mt-2"];
  return (
    <>
      <dl className={`gap-x-4 gap-y-0.5 sm:grid-cols-[7.5rem_minmax(0,1fr)] ${list}`}>
        <dt className={name}>{say("correction.wrong")}:</dt>
        <dd className={`measure whitespace-pre-line ${text}`}>
          <OwnText of={wrong} />
        </dd>
        <dt className={name}>{say("correction.right")}:</dt>
        <dd className={`measure font-semibold whitespace-pre-line ${text}`}>
          <OwnText of={right} />
        </dd>
        <dt className={name}>{say("correction.why")}:</dt>
        <dd className={`measure whitespace-pre-line ${text}`}>
          <OwnText of={why} />
        </dd>
      </dl>
      <p className={`text-soft sm:mt-1 ${since}`}>
        <ReleaseLink id={wrongSince}>{say("correction.since", { id: wrongSince })}</ReleaseLink>;{" "}
        <ReleaseLink id={rightSince}>{say("correction.until", { id: rightSince })}</ReleaseLink>.
      </p>
    </>
  );
}

type NoticesProps = { notices: readonly CorrectionNotice[]; origin: string | null };

/** The corrections that concern a page, on top of it for a month: the newest, and the others folded. */
export function CorrectionNotices({ notices, origin }: NoticesProps) {
  const { say } = useText();
  const [newest, ...others] = notices;
  if (!newest) return null;
  return (
    <>
      <OneNotice of={newest} />
      {others.length > 0 ? (
        <Folded summary={say("correction.more", { n: others.length })} className="no-print mt-2 text-sm">
          {others.map((notice) => (
            <OneNotice key={notice.id} of={notice} />
          ))}
        </Folded>
      ) : null}
      <PrintedNotice notices={notices} origin={origin} />
    </>
  );
}

function OneNotice({ of: notice }: { of: CorrectionNotice }) {
  const { say, lang } = useText();
  return (
    <section
      aria-label={say("correction.title")}
      className="no-print mt-6 border-s-4 border-accent ps-4 text-sm wrap-anywhere"
    >
      <p className={`${RUN_IN} sm:mb-1`}>
        <strong>{say("correction.title")}</strong>{" "}
        <span className="text-soft">
          {say("correction.published", { day: dayOfInstant(notice.published.publishedAt, lang) })}
        </span>{" "}
        <PageLink to="/corrections">{say("correction.all")}</PageLink>
      </p>
      <CorrectionText of={notice} runsIn />
    </section>
  );
}

/** Small letters of a text on paper: three lines with all that stands beside it, for which the overview has room. */
const PRINTED = 70;
/** A capital, an m or a w is as wide as one and a half. */
const widthOf = (letters: string) => letters.length + 0.5 * (letters.match(/[\p{Lu}mw]/gu)?.length ?? 0);
function cut(text: string): string {
  const line = text.normalize("NFC").replace(/\s+/g, " ").replace(/\.$/, "");
  if (widthOf(line) <= PRINTED) return line;
  let end = 0;
  for (let width = 0; width < PRINTED; end++) width += widthOf(line[end] ?? "");
  return `${line.slice(0, end).replace(/ [^ ]*$/, "")} …`;
}
const cutText = ({ vi, en }: CorrectionNotice["wrong"]) => ({ vi: cut(vi), en: en === null ? null : cut(en) });

/** On paper: the beginning of the newest correction, how many others there are, and the address of all. */
function PrintedNotice({ notices: [newest, ...others], origin }: NoticesProps) {
  const { say, lang } = useText();
  if (!newest) return null;
  return (
    <p className="mt-1 hidden border-s-4 border-accent ps-2 text-sm wrap-anywhere print:block">
      <strong>{say("correction.title")}</strong>{" "}
      {say("correction.published", { day: dayOfInstant(newest.published.publishedAt, lang) })} {say("correction.wrong")}
      : <OwnText of={cutText(newest.wrong)} />; {say("correction.right")}:{" "}
      <strong>
        <OwnText of={cutText(newest.right)} />
      </strong>
      . {others.length > 0 ? `${say("correction.others", { n: others.length })} ` : null}
      {say("correction.whole")}: {origin}
      {hrefOf("/corrections", { lang: langParam(lang) })}
    </p>
  );
}
