import type { IndicatorItem, LedgerEntry } from "../../client/api.ts";
import { StatusIcon } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { provisionalNote, reasonText, statusWord } from "../../words/wording.ts";

type Change = LedgerEntry["statuses"][number];
type Props = { status: Change; indicator: IndicatorItem | undefined };

/** A changed status on one line: indicator and target year, then old → new, each with icon and word. */
export function StatusChange({ status: { before, after }, indicator }: Props) {
  const { say } = useText();
  const target = say("releases.targetOf", { year: (after ?? before)?.targetYear ?? "" }).toLowerCase();
  return (
    <>
      {indicator?.shortName}, {target}: <Status status={before} indicator={indicator} /> →{" "}
      <strong>
        <Status status={after} indicator={indicator} />
      </strong>
    </>
  );
}

function Status({ status, indicator }: { status: Change["after"]; indicator: IndicatorItem | undefined }) {
  const text = useText();
  if (status === null) return <span className="text-soft">{text.say("releases.noStatus")}</span>;
  const notes = [
    provisionalNote(status, text),
    status.reason && indicator ? reasonText(status, indicator, indicator.compiler, text) : null,
  ].filter((note) => note !== null);
  return (
    <>
      <StatusIcon status={status.class} className="me-1 inline size-3.5 align-[-0.1em]" />
      {statusWord(status, text, indicator)}
      {notes.length > 0 ? <span className="font-normal text-soft"> ({notes.join("; ")})</span> : null}
    </>
  );
}
