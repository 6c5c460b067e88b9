import { useView } from "../../address/view.tsx";
import type { Body } from "../../client/api.ts";
import { BodyNames } from "../../document/body-names.tsx";
import { useText } from "../../text/text.tsx";
import type { HeadlineRow } from "../../words/headline-rows.ts";
import { byStanding, grouped } from "../../words/standing.ts";
import { Best, Name, Need, Now, Status } from "./cells.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import type { OverviewSearch } from "./search.ts";
import { type Column, type RowGroup, TargetTable } from "./target-table.tsx";

type Props = {
  rows: readonly HeadlineRow[];
  year: number;
  order: OverviewSearch["order"];
  bodyOf: (row: HeadlineRow) => string;
  /** The same in a narrow column, where a mere successor is only marked. */
  markedBodyOf: (row: HeadlineRow) => string;
  bodies: readonly Body[];
  compilerName: (code: string) => string;
};

/** The headline targets, in the sort order of the `order` parameter. */
export function HeadlineTable({ rows, year, order, bodyOf, markedBodyOf, bodies, compilerName }: Props) {
  const { say } = useText();
  const { asOf } = useView();
  const columns: Column<HeadlineRow>[] = [
    { label: say("row.targetOf", { year }), className: "targets-name", cell: (row) => <Name row={row} /> },
    {
      label: say(asOf ? "row.then" : "row.now"),
      className: "targets-now",
      cell: (row) => (
        <>
          <Now
            row={row}
            source={compilerName(row.indicator.compiler)}
            companion={row.companion}
            missing={row.missing}
          />
          <ProgressBar assessment={row.assessment} />
        </>
      ),
    },
    { label: say("row.need"), className: "targets-need", cell: (row) => <Need row={row} /> },
    { label: say("row.best"), className: "targets-best", cell: (row) => <Best row={row} /> },
    { label: say("row.status"), className: "targets-verdict", cell: (row) => <Status row={row} /> },
    {
      label: say("row.body"),
      className: "targets-body",
      cell: (row) => <BodyNames text={markedBodyOf(row)} bodies={bodies} />,
    },
  ];
  const groups: RowGroup<HeadlineRow>[] =
    order === "decision"
      ? [{ heading: null, rows }]
      : order === "body"
        ? grouped(rows, bodyOf).map(({ key, rows: own }) => ({ heading: key, rows: own }))
        : byStanding(rows).map(({ key, rows: own }) => ({ heading: say(`standing.${key}`), rows: own }));
  const isMarked = rows.some((row) => markedBodyOf(row) !== bodyOf(row));
  return (
    <>
      <TargetTable caption={say("overview.targets", { year })} columns={columns} groups={groups} />
      {isMarked ? (
        <p className="mt-1 text-xs text-soft phone:hidden print:mt-0 print:text-[7.5pt] print:leading-tight">
          {say("responsible.mark")}
        </p>
      ) : null}
    </>
  );
}
