import type { TrackRecord } from "@moc2030/shared/schema/track-record";
import type { TargetDetail } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import type { IndicatorFacts } from "./facts.ts";
import { TargetPanel } from "./target-panel.tsx";
import { VerdictStrip } from "./verdict-strip.tsx";

type Props = {
  facts: IndicatorFacts;
  told: readonly TargetDetail[];
  records: readonly TrackRecord[];
  areaName: (code: string) => string;
};

/** The Decision's targets for the indicator. */
export function Targets({ facts: { detail, own, document, next }, told, records, areaName }: Props) {
  const { say } = useText();
  if (own.length === 0) return null;
  return (
    <Section id="targets" title={say("panel.heading")} className="mt-12" look="text-xl">
      <div className="mt-4 grid gap-5 has-[details[open]]:items-start lg:grid-cols-2">
        {own.map(({ target, assessment }) => (
          <TargetPanel
            key={target.id}
            target={target}
            assessment={assessment}
            record={records.find(({ targetId }) => targetId === target.id)}
            next={next?.timePeriod}
            indicator={detail.indicator}
            document={document}
            issued={told.find((one) => one.target?.id === target.id)?.issuedReports ?? []}
            remarks={detail.remarks.filter(({ subject }) => subject === target.id)}
            bodies={detail.bodies}
            sourceOf={detail.sourceOf}
            areaName={areaName}
          />
        ))}
      </div>
      <VerdictStrip
        strips={own.map(({ target, assessment }) => ({
          target,
          assessment,
          history: told.find((one) => one.target?.id === target.id)?.history ?? [],
        }))}
        indicator={detail.indicator}
      />
    </Section>
  );
}
