import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { Indicator, TargetDetail } from "../../client/api.ts";
import { ReleaseLink } from "../../document/release-link.tsx";
import { StatusIcon } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { statusWord } from "../../words/wording.ts";
import { runsOf, stripDay } from "./verdict-runs.ts";

type Strip = { target: Target; assessment: Assessment; history: TargetDetail["history"] };
type Props = { strips: readonly Strip[]; indicator: Indicator };

/** The classes as known at the end of each year and today, newest first; years of one class share a cell with the release that made it. */
export function VerdictStrip({ strips, indicator }: Props) {
  const text = useText();
  const { say } = text;
  const days = strips[0]?.history.map((known) => known.day).reverse() ?? [];
  if (days.length < 2) return null;
  const columns = strips.map(({ target, assessment, history }) => ({
    target,
    // A target that was met so far is met once its year has passed: the word is that of the day.
    runs: runsOf(history, (known) =>
      statusWord({ ...assessment, ...known, group: null, referenceDate: known.day }, text, indicator),
    ),
  }));
  const caption = say("strip.caption");
  return (
    <Folded onPhone summary={caption} className="mt-4 md:mt-8">
      <ScrollBox label={caption}>
        <table className="table max-w-3xl text-sm">
          <caption className="pb-1 text-start text-soft">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say("strip.day")}</th>
              {columns.map(({ target }) => (
                <th key={target.id} scope="col">
                  {say("panel.title", { year: target.year })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, i) => (
              <tr key={day}>
                <th scope="row">{stripDay(day, i === 0, text)}</th>
                {columns.map(({ target, runs }) => {
                  const run = runs.find(({ newest }) => newest === day);
                  if (!run) return null;
                  const { first, word, years } = run;
                  return (
                    <td key={target.id} rowSpan={years} className="align-top">
                      <span className="flex items-start gap-1.5">
                        <StatusIcon status={first.class} className="mt-0.5 size-4 shrink-0" />
                        <span>
                          {word}
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
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Folded>
  );
}
