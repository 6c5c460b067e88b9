import type { AssessmentClass } from "@moc2030/shared/schema/assessment";
import { StatusIcon } from "../../document/status-badge.tsx";
import { Terms } from "../../document/term.tsx";
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

/** Labels of classes whose word depends on whether the target year is over or the figure final. */
const WORDS: Partial<Record<AssessmentClass, TextId>> = {
  met: "legend.metWord",
  missed: "legend.missedWord",
};

/** Legend of the statuses. */
export function HowToRead() {
  const { say } = useText();
  return (
    <div className="measure mb-4 text-sm">
      <p className="text-soft">{say("legend.body")}</p>
      <ul className="mt-2 space-y-1.5">
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
      <Terms ids={["target", "baseYear", "referencePath", "edition", "grade", "provisional", "economy"]} />
    </div>
  );
}
