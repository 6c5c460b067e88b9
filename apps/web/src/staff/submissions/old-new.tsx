import { type FigureContent, MISSING_STATUS } from "@moc2030/shared/figure/figure";
import { useStaffText } from "../../text/staff-text.tsx";
import type { Kind } from "../../words/format.ts";
import { gradeText, valueText } from "./figure-words.ts";
import type { Item } from "./reads.ts";

type Said = Pick<FigureContent, "value" | "rankPool" | "valueLimit" | "obsStatus">;
/** What became of it; undefined while it is proposed. */
type Ended = Item["state"] | undefined;
type Props = { old: Said | null; proposed: Said & { kind: "enter" | "withdraw" }; kind: Kind; ended?: Ended };

/** A change on one line: 44/139 chính thức → 41/139 chính thức. */
export function OldNew({ old, proposed, kind, ended }: Props) {
  const text = useStaffText();
  const { say } = text;
  const grade = (said: Said) => (said.value === null ? "" : gradeText(said, text));
  // An empty form is not "no data".
  const isEmpty = proposed.value === null && !proposed.obsStatus.some((code) => MISSING_STATUS.includes(code));
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="text-soft">
        <span className="sr-only">{say(ended ? "figure.beforeThat" : "figure.before")} </span>
        <span className={old ? "num text-lg" : "text-sm"}>
          {old ? valueText(old, kind, text) : say("figure.never")}
        </span>{" "}
        <span className="text-xs">{old && grade(old)}</span>
      </span>
      <span aria-hidden="true">→</span>
      <span>
        <span className="sr-only">{say(ended === "approved" ? "figure.published" : "figure.after")} </span>
        {proposed.kind === "withdraw" ? (
          <strong>{say("figure.withdrawn")}</strong>
        ) : (
          <>
            <strong className="num text-xl">{isEmpty ? "…" : valueText(proposed, kind, text)}</strong>{" "}
            <span className="text-sm">{grade(proposed)}</span>
          </>
        )}
      </span>
    </p>
  );
}
