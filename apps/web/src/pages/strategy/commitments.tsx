import { Fragment } from "react";
import { PageLink } from "../../address/page-link.tsx";
import type { Commitment, Milestone, SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { capital, reducedDay } from "../../words/format.ts";
import { Recorded } from "./recorded.tsx";
import { Section } from "./section.tsx";

type Props = { commitments: Commitment[]; milestones: Milestone[]; sourceOf: SourceOf };

/** Kinds of commitment, most binding first. */
const KINDS = ["membership_obligation", "speech_pledge", "speech_aim", "reported_fact"] as const;
/** Topics of the two C4IR centres. */
export const CENTRES = ["affiliate_centre", "hcmc_centre"] as const;

/** Commitments of one kind shown before the collapsed rest. */
const SHOWN = 3;

/** Commitments and events of the two C4IR centres, one panel each; commitments are quoted with their source. */
export function Commitments({ commitments, milestones, sourceOf }: Props) {
  const { say } = useText();
  return (
    <Section
      id="commitments"
      title={say("strategy.commitments")}
      body={
        <>
          <p>{say("strategy.commitmentsBody")}</p>
          <p>{say("strategy.noStatus")}</p>
        </>
      }
    >
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-2">
        {CENTRES.map((topic) => (
          <Centre
            key={topic}
            topic={topic}
            promised={commitments.filter((one) => one.topic === topic)}
            events={milestones.filter((one) => one.topic === topic)}
            sourceOf={sourceOf}
          />
        ))}
      </div>
    </Section>
  );
}

type CentreProps = { topic: (typeof CENTRES)[number]; promised: Commitment[]; events: Milestone[]; sourceOf: SourceOf };

function Centre({ topic, promised, events, sourceOf }: CentreProps) {
  const { say, lang } = useText();
  // A note shared by several commitments, such as the date of their source, is shown once.
  const shared = new Set(
    promised.map((one) => one.note).filter((note, index, notes) => note !== null && notes.indexOf(note) !== index),
  );
  const sources = [...new Set(promised.map((one) => one.source))];
  const kinds = KINDS.filter((kind) => promised.some((one) => one.kind === kind));
  const ofKind = (kind: (typeof KINDS)[number]) => promised.filter((one) => one.kind === kind);
  const list = (some: Commitment[]) => (
    <ul className="mt-1 list-disc space-y-2 ps-5 marker:text-soft">
      {some.map((one) => (
        <Promised key={one.id} {...{ one, shared, sourceOf }} />
      ))}
    </ul>
  );
  return (
    <article aria-labelledby={topic} className="panel p-5">
      <h3 id={topic} className="text-lg">
        {say(`strategy.topic.${topic}`)}
      </h3>
      <h4 className="mt-4 text-sm">{say("strategy.what")}</h4>
      {promised.length === 0 ? <p className="mt-2 text-sm text-soft">{say("strategy.nothingPromised")}</p> : null}
      {kinds.map((kind) => {
        const all = ofKind(kind);
        // A single remaining item is not collapsed.
        const shown = all.length > SHOWN + 1 ? SHOWN : all.length;
        return (
          <div key={kind} className="mt-3 text-sm">
            <p className="font-semibold text-soft">{capital(say(`strategy.kind.${kind}`))}</p>
            {list(all.slice(0, shown))}
            {shown < all.length ? (
              <Folded summary={say("strategy.morePromised", { n: all.length - shown })} className="mt-1">
                {list(all.slice(shown))}
              </Folded>
            ) : null}
          </div>
        );
      })}
      {promised.length > 0 ? (
        <div className="mt-3 text-xs text-soft">
          <p>
            {say("strategy.sourceOfAll", { n: promised.length })}
            {sources.map((id) => (
              <Fragment key={id}>
                {" "}
                <SourceLink source={sourceOf(id)} />
              </Fragment>
            ))}
          </p>
          {[...shared].map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      ) : null}
      {events.length > 0 ? (
        <Folded summary={say("strategy.course", { n: events.length })} className="mt-4">
          <ol className="mt-1.5 space-y-1.5 text-sm">
            {events.map((event) => (
              <li key={event.id} className="grid grid-cols-[9.5rem_1fr] gap-x-3">
                <span className="text-soft">{reducedDay(event.date, lang)}</span> <span>{event.title}</span>
              </li>
            ))}
          </ol>
        </Folded>
      ) : null}
    </article>
  );
}

type PromisedProps = { one: Commitment; shared: ReadonlySet<string | null>; sourceOf: SourceOf };

/** A quoted commitment, with its note unless it is shared. */
function Promised({ one, shared, sourceOf }: PromisedProps) {
  const { say } = useText();
  return (
    <li>
      “{one.quote}”
      {one.note && !shared.has(one.note) ? (
        <div className="mt-0.5 text-xs text-soft">
          <SourceNote text={one.note} sourceOf={sourceOf} />
        </div>
      ) : null}
      {one.indicator ? (
        <div className="mt-0.5 text-xs">
          <PageLink to={`/indicators/${one.indicator}`}>{say("strategy.countedBy")}</PageLink>
        </div>
      ) : null}
      <Recorded label="record.status" status={one.status} sourceOf={sourceOf} />
    </li>
  );
}
