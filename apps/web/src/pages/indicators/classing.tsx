import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { TrackRecord as Found } from "@moc2030/shared/schema/track-record";
import type { Indicator } from "../../client/api.ts";
import { TrackRecord } from "../../document/track-record.tsx";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";

type Props = { assessment: Assessment; indicator: Indicator; record: Found | undefined };

/** How a class is decided, and how the rule fared on past editions; nothing where no pace is judged. */
export function Classing({ assessment: a, indicator, record }: Props) {
  const { say } = useText();
  if (!record && a.pace?.ratio == null && a.average?.ratio == null) return null;
  return (
    <Folded summary={say("classing.title")} className="mt-3">
      <div className="mt-2 text-sm">
        <p>{say(a.average ? "classing.average" : "classing.body")}</p>
        {record ? <TrackRecord record={record} name={indicator.shortName} status={a.class} /> : null}
      </div>
    </Folded>
  );
}
