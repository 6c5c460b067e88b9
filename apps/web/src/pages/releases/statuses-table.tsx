import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { ReactNode } from "react";
import type { IndicatorItem, StatusChanged } from "../../client/api.ts";
import { StatusBadge } from "../../document/status-badge.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { capital } from "../../words/format.ts";
import { provisionalNote, reasonText, statusWord, targetText } from "../../words/wording.ts";
import { IndicatorLink } from "./figure-change.tsx";

type Props = {
  caption: string;
  columns: { before: string; after: string };
  statuses: StatusChanged[];
  targets: Target[];
  indicators: IndicatorItem[];
  /** Renders the cell with the cause; without it the table has no such column. */
  cause?: (status: StatusChanged) => ReactNode;
};

/** A table of old and new statuses, one row per target. */
export function StatusesTable({ caption, columns, statuses, targets, indicators, cause }: Props) {
  const text = useText();
  const { say } = text;
  return (
    <StackedTable
      caption={caption}
      columns={[
        { label: say("releases.target"), width: "md:w-[30%] print:w-[30%]" },
        { label: columns.before },
        { label: columns.after },
        ...(cause ? [{ label: say("releases.why"), width: "md:w-[20%] print:w-[20%]" }] : []),
      ]}
      rows={statuses.map((status) => {
        const a = status.after ?? status.before;
        const indicator = indicators.find(({ code }) => code === a?.indicator);
        const target = targets.find(({ id }) => id === status.targetId);
        return {
          key: status.targetId,
          cells: [
            <div key="target">
              <IndicatorLink code={a?.indicator ?? ""} indicator={indicator} />
              <div className="font-normal text-soft">{aimText(target, a, indicator, text)}</div>
            </div>,
            <StatusOf key="before" assessment={status.before} indicator={indicator} />,
            <StatusOf key="after" assessment={status.after} indicator={indicator} />,
            ...(cause ? [cause(status)] : []),
          ],
        };
      })}
    />
  );
}

function aimText(target: Target | undefined, a: Assessment | null, indicator: IndicatorItem | undefined, text: Text) {
  const aim = target && indicator ? targetText(target, indicator.valueKind, text) : null;
  const year = text.say("releases.targetOf", { year: a?.targetYear ?? "" });
  return aim ? `${year}: ${aim}` : year;
}

type StatusProps = { assessment: Assessment | null; indicator: IndicatorItem | undefined };

function StatusOf({ assessment: a, indicator }: StatusProps) {
  const text = useText();
  if (a === null) return <span className="text-soft">{text.say("releases.noStatus")}</span>;
  return (
    <>
      <StatusBadge status={a.class} word={statusWord(a, text, indicator)} note={provisionalNote(a, text)} />
      {a.class === "not_assessable" && indicator ? (
        <div className="mt-1 text-xs text-soft">{capital(reasonText(a, indicator, indicator.compiler, text))}</div>
      ) : null}
    </>
  );
}
