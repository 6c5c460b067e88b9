import { type Ladder, rungOf } from "@moc2030/shared/assess/ladder";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Indicator } from "../../client/api.ts";
import { StatusIcon } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { editionText } from "../../words/edition.ts";
import { capital, figure, span } from "../../words/format.ts";
import { classWord } from "../../words/pace.ts";
import { rungText } from "../../words/thresholds.ts";

type Props = {
  /** One per year; the figure is on a rung of the first. */
  ladders: readonly [Ladder, ...Ladder[]];
  indicator: Indicator;
  assessment: Assessment;
  value: number;
  years: number[];
  isAssumed?: boolean;
};

/** Classes by pace, best first. */
const BY_PACE = ["met", "on_track", "behind", "off_track", "moving_away"] as const;

/** Value ranges of each class by year, best first; marks the rung of `value`. */
export function ThresholdsTable({ ladders, indicator, assessment, value, years, isAssumed = false }: Props) {
  const text = useText();
  const { say, lang } = text;
  const [first] = ladders;
  const own = rungOf(first, value);
  const when = (ladder: Ladder) =>
    ladder.of === "average"
      ? say("ladder.average", { years: span(years) })
      : editionText(ladder.timePeriod, indicator.valueKind, text);
  const written =
    first.of === "average"
      ? figure(value, "growth", lang, { decimals: 2 })
      : figure(value, indicator.valueKind, lang, { decimals: isAssumed ? undefined : indicator.decimals });
  const classes = first.of === "average" ? first.rungs.map((rung) => rung.class) : BY_PACE;
  return (
    <table className="mt-4 w-full text-sm">
      {/* Where base and target are close, no value lies between two thresholds. */}
      {ladders.some(({ rungs }) => rungs.length < classes.length) ? (
        <caption className="caption-bottom pt-1.5 text-start text-xs text-soft">{say("ladder.noRoom")}</caption>
      ) : null}
      <thead className="text-xs text-soft">
        <tr>
          <th scope="col" className="pb-1.5 text-start font-semibold">
            {say("ladder.title")}
          </th>
          {ladders.map((ladder) => (
            <th key={ladder.timePeriod} scope="col" className="px-2 pb-1.5 text-end font-semibold">
              {capital(when(ladder))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classes.map((status) => {
          const isOwn = status === own?.class;
          return (
            <tr key={status} aria-current={isOwn ? "true" : undefined} className="border-t border-line align-baseline">
              <th scope="row" className={`py-1 text-start ${isOwn ? "font-semibold" : "font-normal"}`}>
                <span className="flex gap-2">
                  <StatusIcon status={status} className="mt-[3px] size-3.5" />
                  {capital(classWord({ ...assessment, class: status }, text, indicator))}
                </span>
              </th>
              {ladders.map((ladder) => {
                const rung = ladder.rungs.find((one) => one.class === status);
                const isHere = isOwn && ladder === first;
                return (
                  <td
                    key={ladder.timePeriod}
                    className={`px-2 py-1 text-end ${isHere ? "bg-accent-tint font-semibold" : ""}`}
                  >
                    {rung ? rungText(ladder, rung, indicator, text) : "–"}
                    {isHere ? (
                      <div className="text-xs font-normal text-soft">
                        {say(isAssumed ? "ladder.assumed" : "ladder.now", { value: written })}
                      </div>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
