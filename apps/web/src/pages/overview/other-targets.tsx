import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { capital } from "../../words/format.ts";
import { tally } from "../../words/headline-sentence.ts";
import { grouped } from "../../words/standing.ts";
import { aimText, type JudgedTarget } from "../../words/target-row.ts";
import { wordingText } from "../../words/wording.ts";
import { Name, Now, Status } from "./cells.tsx";
import { type Column, TargetTable } from "./target-table.tsx";

const isJudged = ({ assessment }: JudgedTarget) => assessment.class !== "not_assessable";

type OfYearProps = { year: number; rows: readonly JudgedTarget[]; compilerName: (code: string) => string };

/** The assessable targets of one year, as a table. */
export function TargetsOfYear({ year, rows, compilerName }: OfYearProps) {
  const text = useText();
  const { say } = text;
  const { asOf } = useView();
  const columns: Column<JudgedTarget>[] = [
    { label: say("row.targetOf", { year }), className: "targets-name", cell: (row) => <Name row={row} /> },
    {
      label: say(asOf ? "row.then" : "row.now"),
      className: "targets-now",
      cell: (row) => <Now row={row} source={compilerName(row.indicator.compiler)} />,
    },
    { label: say("row.status"), className: "targets-verdict", cell: (row) => <Status row={row} /> },
  ];
  const judged = rows.filter(isJudged);
  return (
    <>
      <p className="hidden print:block">{capital(tally(rows, text))}.</p>
      {judged.length > 0 ? (
        <TargetTable
          caption={say("overview.targets", { year })}
          columns={columns}
          className="targets-lines"
          groups={[{ heading: null, rows: judged }]}
        />
      ) : null}
    </>
  );
}

/** Targets that cannot be assessed: their number by year, and a collapsed list per reason. */
export function NotAssessable({ rows }: { rows: readonly JudgedTarget[] }) {
  const text = useText();
  const { say } = text;
  const unjudged = rows.filter((row) => !isJudged(row));
  const counts = grouped(unjudged, ({ target }) => target.year).map(({ key, rows: own }) =>
    say("overview.ofYear", { year: key, n: own.length }),
  );
  const reasons = grouped(
    unjudged,
    ({ assessment, target }) => target.threshold ?? assessment.reason ?? "no_observation",
    ["without_criterion", "none"] as const,
  );
  return (
    <>
      <p className="text-sm">{capital(counts.join("; "))}.</p>
      {reasons.map(({ key, rows: own }) => (
        <Folded
          key={key}
          className="targets-reason"
          summary={say("overview.reasonCount", { reason: capital(say(`unassessed.${key}`)), n: own.length })}
        >
          <ul className="measure mb-3 space-y-2 text-sm">
            {own.map(({ target, indicator }) => (
              <li key={target.id}>
                <PageLink to={`/indicators/${indicator.code}`} className="font-semibold">
                  {capital(indicator.topic)}
                </PageLink>
                , {target.year}
                <span className={target.threshold === "none" ? "no-print" : ""}>
                  : {aimText(target, indicator.valueKind, text) ?? wordingText(target, text)}
                </span>
              </li>
            ))}
          </ul>
        </Folded>
      ))}
    </>
  );
}
