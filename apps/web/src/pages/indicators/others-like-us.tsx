import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Indicator } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { othersSentence, othersWorking } from "../../words/like-us.ts";

type Props = { assessment: Assessment; indicator: Indicator };

/** How it went for others that once stood here: counts of the past, with their working. */
export function OthersLikeUs({ assessment, indicator }: Props) {
  const text = useText();
  const { say } = text;
  const others = assessment.outlook?.othersLikeUs;
  if (!others) return null;
  const noun = indicator.poolNoun ?? "";
  const working = othersWorking(others, noun, text);
  const caption = say("shown" in others && others.shown ? "likeUs.working" : "likeUs.workingHidden");
  return (
    <Folded summary={say("likeUs.title")} className="mt-3">
      <p className="mt-2 text-sm">{othersSentence(others, noun, text)}</p>
      {working.length > 0 ? (
        <ScrollBox label={caption}>
          <table className="table mt-2 text-sm">
            <caption className="text-start text-xs text-soft">{caption}</caption>
            <tbody>
              {working.map(({ term, value }) => (
                <tr key={term}>
                  <th scope="row" className="font-normal">
                    {term}
                  </th>
                  <td className="num">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
    </Folded>
  );
}
