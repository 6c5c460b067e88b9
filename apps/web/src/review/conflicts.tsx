import type { Refusal } from "../session/client.ts";
import { valueText } from "../submissions/figure-words.ts";
import type { Submission } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";

/** Figures that were published anew since their author saw them: proposed, seen, and published now. */
export function Conflicts({ refusal, submission }: { refusal: Refusal; submission: Submission }) {
  const text = useStaffText();
  const { say } = text;
  const plain = (value: string | null) => valueText({ value, rankPool: null, valueLimit: null }, "index", text);
  return (
    <ul className="space-y-3 text-sm">
      {refusal.conflicts.map((conflict) => {
        const item = submission.items.find(({ id }) => id === conflict.item);
        return (
          <li key={conflict.item}>
            <strong>
              {item?.indicator}, {item?.timePeriod}
            </strong>
            <span className="block">{say("conflict.proposed", { value: plain(conflict.proposed) })}</span>
            <span className="block">{say("conflict.seen", { value: plain(conflict.seen?.value ?? null) })}</span>
            <span className="block">
              {say("conflict.current", {
                value: plain(conflict.current?.value ?? null),
                release: conflict.current?.release ?? 0,
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
