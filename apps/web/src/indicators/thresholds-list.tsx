import { type Ladder, rungOf } from "@moc2030/shared/assess-ladder";
import type { Indicator } from "../api.ts";
import { capital, figure, isOfEdition, span } from "../format.ts";
import { classWord } from "../pace.ts";
import { useText } from "../text/text.tsx";
import { rungText } from "../thresholds.ts";
import { StatusIcon } from "../ui/status-badge.tsx";

type Props = {
  ladder: Ladder;
  indicator: Indicator;
  /** The figure that stands on one of the rungs. */
  value: number;
  years: number[];
  isAssumed?: boolean;
};

/** What each status would take in one year, the best first, with the rung on which a figure stands. */
export function ThresholdsList({ ladder, indicator, value, years, isAssumed = false }: Props) {
  const text = useText();
  const { say, lang } = text;
  const own = rungOf(ladder, value);
  const when =
    ladder.of === "average"
      ? say("ladder.average", { years: span(years) })
      : say(isOfEdition(indicator.valueKind) ? "year.edition" : "year.plain", { year: ladder.timePeriod });
  const written =
    ladder.of === "average"
      ? figure(value, "growth", lang, { decimals: 2 })
      : figure(value, indicator.valueKind, lang, { decimals: isAssumed ? undefined : indicator.decimals });
  return (
    <div className="mt-4 text-sm">
      <h4 className="text-xs font-semibold text-soft">{say("ladder.title", { when })}</h4>
      <ol className="mt-1.5">
        {ladder.rungs.map((rung) => {
          const isOwn = rung === own;
          return (
            <li
              key={rung.class}
              aria-current={isOwn ? "true" : undefined}
              className={`flex flex-wrap items-baseline gap-x-2.5 border-t border-line py-1 ${isOwn ? "-mx-2 bg-accent-tint px-2 font-semibold" : ""}`}
            >
              <StatusIcon status={rung.class} className="size-3.5 self-center" />
              <span className="grow">{capital(classWord(rung.class, text))}</span>
              {isOwn ? (
                <span className="text-xs font-normal text-soft">
                  {say(isAssumed ? "ladder.assumed" : "ladder.now", { value: written })}
                </span>
              ) : null}
              <span className="num text-end">{rungText(ladder, rung, indicator, text)}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
