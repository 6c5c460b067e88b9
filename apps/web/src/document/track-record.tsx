import type { TrackRecord as Found } from "@moc2030/shared/schema/track-record";
import { useText } from "../text/text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { capital } from "../words/format.ts";
import { hitsText, recordedWord, trackSentence } from "../words/track-record.ts";
import { StatusIcon } from "./status-badge.tsx";

type Props = {
  record: Found;
  /** Name of the ranking: "thứ hạng GII". */
  name: string;
  /** Preferred class for the sentence; null for the default. */
  status: string | null;
};

/** Hit rate of the assessment rule on past editions, by class. It concerns the rule, not this indicator's status. */
export function TrackRecord({ record, name, status }: Props) {
  const text = useText();
  const { say } = text;
  const caption = say("track.caption", { name, years: record.years, of: record.of });
  return (
    <>
      <p className="mt-2">{trackSentence(record, name, status, text)}</p>
      <ScrollBox label={caption}>
        <table className="table mt-2">
          <caption className="text-start text-xs text-soft">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say("track.class")}</th>
              <th scope="col" className="num">
                {say("track.reached")}
              </th>
              <th scope="col" className="num">
                {say("track.economies")}
              </th>
            </tr>
          </thead>
          <tbody>
            {record.classes.map((row) => (
              <tr key={row.class}>
                <th scope="row" className="font-normal">
                  <span className="inline-flex items-start gap-2">
                    <StatusIcon status={row.class} className="mt-1 size-3.5" />
                    {capital(recordedWord(row.class, text))}
                  </span>
                </th>
                <td className="num">{hitsText(row, text)}</td>
                <td className="num">{row.economies}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
