import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Indicator, TargetDetail } from "../../client/api.ts";
import { ReleaseLink } from "../../document/release-link.tsx";
import { StatusIcon } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { statusWord } from "../../words/wording.ts";
import { runsOf, stripDay } from "./verdict-runs.ts";

type Props = { history: TargetDetail["history"]; assessment: Assessment; indicator: Indicator };

/** The class as known at the end of each year and today; years of one class share a cell, which links to the release that made it. */
export function VerdictStrip({ history, assessment, indicator }: Props) {
  const text = useText();
  const { say } = text;
  if (history.length < 2) return null;
  const caption = say("strip.caption");
  return (
    <div className="mt-5">
      <ScrollBox label={caption}>
        <table className="w-full min-w-[34rem] table-fixed border-collapse text-xs">
          <caption className="pb-1 text-start text-soft">{caption}</caption>
          <thead>
            <tr>
              {history.map(({ day }, i) => (
                <th key={day} scope="col" className="num px-1.5 py-1 text-start font-semibold">
                  {stripDay(day, i === history.length - 1, text)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {runsOf(history).map(({ first, years }) => (
                <td key={first.day} colSpan={years} className="border border-line p-1.5 align-top">
                  <span className="flex items-start gap-1.5">
                    <StatusIcon status={first.class} className="mt-0.5 size-3.5" />
                    <span>
                      {statusWord({ ...assessment, ...first, group: null, referenceDate: first.day }, text, indicator)}
                      {first.changedBy ? (
                        <>
                          {" "}
                          <ReleaseLink id={first.changedBy.id}>
                            {say("strip.release", { n: first.changedBy.id })}
                          </ReleaseLink>
                        </>
                      ) : null}
                    </span>
                  </span>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
