import { readNumber } from "@moc2030/shared/figure/number-text";
import type { Lang } from "@moc2030/shared/text/lang";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { paths, send } from "../session/client.ts";
import type { Effect } from "../submissions/reads.ts";
import { EffectList } from "../submissions/status-changes.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import { FigurePast } from "./figure-past.tsx";
import { columnsOf, tableOf, type WorkRow } from "./work-rows.ts";

type Props = {
  titleId: string;
  row: WorkRow;
  rows: readonly WorkRow[];
  /** Query of a check of the rows. */
  query: Record<string, string>;
  onEvidence: (hashes: string[]) => void;
};

type PanelProps = Omit<Props, "titleId"> & { id: string; title: string; onClose: () => void };

/** The number of a row in the one grammar; null where it cannot be read. */
function numberOf({ checked, cells }: WorkRow, lang: Lang): string | null {
  const read = readNumber(checked?.value ?? cells.OBS_VALUE ?? "", lang);
  return read.ok ? read.text : null;
}

/** What opens under a row: takes the focus, and closes by Escape. */
export function RowPanel({ id, title, onClose, ...details }: PanelProps) {
  const { say } = useStaffText();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section
      ref={panel}
      id={id}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className="sticky start-0 w-[100cqi] bg-sunken p-4 whitespace-normal"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h3 id={`${id}-title`} className="text-base">
          {title}
        </h3>
        <Button onClick={onClose}>{say("work.close")}</Button>
      </div>
      <RowDetails titleId={`${id}-title`} {...details} />
    </section>
  );
}

/** What a row is seen against, what it would do to the statuses, and its own copies of the source. */
function RowDetails({ titleId, row, rows, query, onEvidence }: Props) {
  const { say, lang } = useStaffText();
  const indicators = useQuery(api.indicators(useView())).data?.items ?? [];
  const said = row.checked;
  const indicator = indicators.find(({ code }) => code === said?.indicator);
  const evidence = row.cells.EVIDENCE?.split(";").filter(Boolean) ?? [];
  if (!said || !indicator || said.refArea === null || said.timePeriod === null)
    return <p className="text-sm">{say("work.noFigure")}</p>;
  const { refArea, timePeriod } = said;
  const beside = rows.flatMap((one) => {
    const other = one.checked;
    const isBeside =
      other?.indicator === said.indicator && other.timePeriod === timePeriod && other.compiler === said.compiler;
    return isBeside && other.refArea !== null && other.refArea !== refArea
      ? [{ refArea: other.refArea, value: numberOf(one, lang) }]
      : [];
  });
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-4 lg:grid-cols-2">
      <div className="min-w-0">
        <FigurePast
          titleId={titleId}
          indicator={indicator}
          figure={{ indicator: indicator.code, compiler: said.compiler, refArea, timePeriod }}
          value={numberOf(row, lang)}
          edition={row.cells.EDITION ?? query.edition ?? null}
          beside={beside}
        />
      </div>
      <div className="min-w-0 space-y-5">
        <div>
          <h4 className="mb-2 text-sm">{say("effect.statuses")}</h4>
          {said.class === "new" || said.class === "changed" ? (
            <RowEffect row={row} query={query} />
          ) : (
            <p className="text-sm text-soft">{say("effect.later")}</p>
          )}
        </div>
        <div>
          <h4 className="mb-2 text-sm">{say("work.ownEvidence")}</h4>
          {evidence.length === 0 ? <p className="mb-2 text-sm text-soft">{say("work.sharedEvidence")}</p> : null}
          <EvidenceField
            id={`evidence-${row.id}`}
            values={{ evidence }}
            set={(change) => onEvidence(change.evidence)}
            files={row.item?.files ?? []}
          />
        </div>
      </div>
    </div>
  );
}

/** What publishing one row would do to the statuses. */
function RowEffect({ row, query }: Pick<Props, "row" | "query">) {
  const body = tableOf([row], columnsOf([row], []));
  const path = paths.submissions.effect.$path({ query: query as never });
  const effect = useQuery({
    queryKey: ["staff", path, body],
    queryFn: () => send<Effect>(path, { method: "POST", raw: { body, type: "text/csv" } }),
    staleTime: 5_000,
  });
  return <EffectList effect={effect.data} isFailed={effect.isError} />;
}
