import { useQuery } from "@tanstack/react-query";
import * as api from "../api.ts";
import type { Refusal } from "../session/client.ts";
import { valueText } from "../submissions/figure-words.ts";
import type { Submission } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { useView } from "../view.tsx";

/** Figures that were published anew since their author saw them: proposed, seen, and published now; and what to do about it. */
export function Conflicts({ refusal, submission }: { refusal: Refusal; submission: Submission }) {
  const text = useStaffText();
  const { say } = text;
  const indicators = useQuery(api.indicators(useView()));
  return (
    <div className="space-y-3 text-sm">
      <ul className="space-y-3">
        {refusal.conflicts.map(({ item: id, seen, current }) => {
          const item = submission.items.find((one) => one.id === id);
          const indicator = indicators.data?.items.find(({ code }) => code === item?.indicator);
          const said = (figure: Parameters<typeof valueText>[0] | null | undefined) =>
            figure ? valueText(figure, indicator?.valueKind ?? "index", text) : say("figure.never");
          return (
            <li key={id}>
              <strong>
                {indicator?.shortName ?? item?.indicator}, {item?.timePeriod}
              </strong>
              <span className="block">
                {item?.kind === "withdraw" ? say("figure.withdrawn") : say("conflict.proposed", { value: said(item) })}
              </span>
              <span className="block">{say("conflict.seen", { value: said(seen) })}</span>
              <span className="block">
                {current
                  ? say("conflict.current", { value: said(current), release: current.release })
                  : say("figure.never")}
              </span>
            </li>
          );
        })}
      </ul>
      <p>{say("conflict.then")}</p>
    </div>
  );
}
