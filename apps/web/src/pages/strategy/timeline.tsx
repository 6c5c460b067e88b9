import type { Topic } from "@moc2030/shared/schema/source";
import type { Milestone, SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { ChoiceLinks } from "../../ui/choice-links.tsx";
import { Folded } from "../../ui/folded.tsx";
import { reducedDay } from "../../words/format.ts";
import { TOPICS } from "./search.ts";
import { Section } from "./section.tsx";

type Props = { milestones: Milestone[]; topic: Topic | undefined; sourceOf: SourceOf };

/** Number of latest years that are expanded; with a topic filter all are. */
const OPEN_YEARS = 2;

/** Events by year with their sources, optionally filtered by topic. */
export function Timeline({ milestones, topic, sourceOf }: Props) {
  const { say } = useText();
  const shown = milestones.filter((milestone) => topic === undefined || milestone.topic === topic);
  const years = [...new Set(shown.map((milestone) => milestone.date.slice(0, 4)))].map(
    (year) => [year, shown.filter((milestone) => milestone.date.startsWith(year))] as const,
  );
  const newest = Math.max(...years.map(([year]) => Number(year)));
  return (
    <Section id="timeline" title={say("strategy.timeline")} body={<p>{say("strategy.timelineBody")}</p>}>
      <nav aria-label={say("strategy.narrow")} className="no-print mt-4">
        <ChoiceLinks
          hash="timeline"
          choices={[undefined, ...TOPICS].map((one) => ({
            ...{ id: `topic-${one ?? "all"}`, change: { topic: one }, isChosen: one === topic },
            label: one ? say(`strategy.topic.${one}`) : say("strategy.allTopics"),
          }))}
        />
      </nav>
      <p role="status" className="mt-3 text-sm text-soft">
        {say("strategy.events", { n: shown.length })}
      </p>
      <div className="mt-4 border-b border-line-strong">
        {years.map(([year, events]) => (
          <Folded
            key={`${topic} ${year}`}
            isOpen={topic !== undefined || Number(year) > newest - OPEN_YEARS}
            className="border-t border-line-strong py-1"
            summary={<h3 className="text-base">{say("strategy.eventsOfYear", { year, n: events.length })}</h3>}
          >
            <ol id={`timeline-${year}`} className="divide-y divide-line pb-2">
              {events.map((milestone) => (
                <Event key={milestone.id} milestone={milestone} sourceOf={sourceOf} isNarrow={topic !== undefined} />
              ))}
            </ol>
          </Folded>
        ))}
      </div>
    </Section>
  );
}

type EventProps = { milestone: Milestone; sourceOf: SourceOf; isNarrow: boolean };

function Event({ milestone, sourceOf, isNarrow }: EventProps) {
  const { say, lang } = useText();
  return (
    <li className="grid gap-x-6 gap-y-0.5 py-3 text-sm first:pt-0.5 sm:grid-cols-[9.5rem_1fr]">
      <p className="text-soft">{reducedDay(milestone.date, lang)}</p>
      <div>
        <p>
          <strong>{milestone.title}</strong>
          {isNarrow ? null : <span className="text-soft"> · {say(`strategy.topic.${milestone.topic}`)}</span>}
        </p>
        <p>{milestone.description}</p>
        <p className="mt-0.5 text-xs text-soft">
          {milestone.confidence === "unverified" ? `${say("strategy.unverifiedEvent")} ` : null}
          {say("strategy.source")} <SourceLink source={sourceOf(milestone.source)} />
        </p>
        {milestone.note ? (
          <p className="text-xs text-soft">
            <SourceNote text={milestone.note} sourceOf={sourceOf} />
          </p>
        ) : null}
      </div>
    </li>
  );
}
