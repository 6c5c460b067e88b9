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
  /** Who answers; `marked` in a narrow column, where it is said below how. */
  answering: (row: HeadlineRow, form?: "marked") => string[];
  bodies: readonly Body[];
  compilerName: (code: string) => string;
};

/** The headline targets, in the sort order of the `order` parameter. */
export function HeadlineTable({ rows, year, order, answering, bodies, compilerName }: Props) {
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
      cell: (row) =>
        answering(row, "marked").map((one) => (
          <div key={one}>
            <BodyNames text={one} bodies={bodies} />
          </div>
        )),
    },
  ];
  const groups: RowGroup<HeadlineRow>[] =
    order === "decision"
      ? [{ heading: null, rows }]
      : order === "body"
        ? grouped(rows, (row) => answering(row).join("; ")).map(({ key, rows: own }) => ({ heading: key, rows: own }))
        : byStanding(rows).map(({ key, rows: own }) => ({ heading: say(`standing.${key}`), rows: own }));
  const marked = rows.flatMap((row) => answering(row, "marked"));
  const marks = [
    marked.some((one) => /[^*]\*$/.test(one)) ? say("responsible.markHeir") : null,
    marked.some((one) => one.endsWith("**")) ? say("responsible.markField") : null,
  ].filter((mark) => mark !== null);
  return (
    <>
      <TargetTable caption={say("overview.targets", { year })} columns={columns} groups={groups} />
      {marks.length > 0 ? (
        <p className="mt-1 text-xs text-soft phone:hidden print:mt-0 print:text-[7.5pt] print:leading-tight">
          {marks.join(" ")}
        </p>
      ) : null}
    </>
  );
}
