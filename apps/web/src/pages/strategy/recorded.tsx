import type { Commitment, SourceOf, Trial } from "../../client/api.ts";
import { OwnText } from "../../document/own-text.tsx";
import { SourceLink } from "../../document/source-link.tsx";
import { useText } from "../../text/text.tsx";
import { day } from "../../words/format.ts";

type Props = {
  label: "record.status" | "record.stage";
  status: Commitment["status"] | Trial["status"];
  sourceOf: SourceOf;
};

/** The recorded state of a duty, an orientation or a proposal, with source and date of the check. */
export function Recorded({ label, status: { state, checkedOn, source, place, note }, sourceOf }: Props) {
  const { say, lang } = useText();
  return (
    <div className="mt-0.5 text-xs">
      {say(label)} <strong className="font-semibold">{say(`record.state.${state}`)}</strong>
      {checkedOn ? (
        <span className="text-soft"> ({say("record.checkedOn", { day: day(checkedOn, lang) })})</span>
      ) : null}
      {source ? (
        <>
          {" · "}
          <SourceLink source={sourceOf(source)} />
          {place ? <span className="text-soft">, {place}</span> : null}
        </>
      ) : null}
      {note ? (
        <div className="whitespace-pre-line text-soft">
          <OwnText of={note} />
        </div>
      ) : null}
    </div>
  );
}
