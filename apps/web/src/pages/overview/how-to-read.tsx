import type { AssessmentClass } from "@moc2030/shared/schema/assessment";
import { StatusIcon } from "../../document/status-badge.tsx";
import { type TextId, useText } from "../../text/text.tsx";

const CLASSES: AssessmentClass[] = [
  "met",
  "on_track",
  "behind",
  "off_track",
  "moving_away",
  "missed",
  "not_assessable",
];

/** Two classes have two words each: one until the year is over or the figure final, one after. */
const WORDS: Partial<Record<AssessmentClass, TextId>> = { met: "legend.metWord", missed: "legend.missedWord" };

/** What the statuses mean, in the place of a sixth card. */
export function HowToRead() {
  const { say } = useText();
  return (
    <aside aria-labelledby="how-to-read" className="row-span-8 rounded-[6px] bg-sunken px-5 pt-4 pb-4 text-sm">
      <h3 id="how-to-read" className="text-base">
        {say("legend.title")}
      </h3>
      <p className="mt-2 text-soft">{say("legend.body")}</p>
      <ul className="mt-3 space-y-2.5">
        {CLASSES.map((status) => (
          <li key={status} className="flex gap-2.5">
            <StatusIcon status={status} className="mt-[0.2em] size-4" />
            <span>
              <strong>{say(WORDS[status] ?? `status.${status}`)}:</strong>{" "}
              <span className="text-soft">{say(`legend.${status}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
