import { useText } from "../../text/text.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Folded } from "../../ui/folded.tsx";
import { capital } from "../../words/format.ts";
import { computed, neededAt } from "../../words/outlook.ts";
import type { JudgedTarget } from "../../words/target-row.ts";
import { yearsAhead } from "../../words/years-ahead.ts";

/** A table of the value needed in each year up to the target year, for all open targets. */
export function NeededYears({ rows }: { rows: readonly JudgedTarget[] }) {
  const text = useText();
  const { say } = text;
  const ahead = rows.map((row) => ({ row, years: yearsAhead(row.indicator.frequency, row.assessment) }));
  const open = ahead.filter(({ row }) => row.assessment.outlook?.catchUp);
  const years = [
    ...new Set(
      open.flatMap((one) => one.years.filter((year) => neededAt(one.row.assessment, year, one.row.indicator) !== null)),
    ),
  ].sort();
  if (years.length === 0) return null;
  const others = rows.filter((row) => open.every((one) => one.row !== row));
  const needed = ({ row: { assessment: a, indicator }, years: own }: (typeof open)[number], year: number) => {
    const value = own.includes(year) ? neededAt(a, year, indicator) : null;
    return value === null ? "–" : computed(value, a.average ? { ...indicator, valueKind: "share" } : indicator, text);
  };
  return (
    <Folded id="needed-years" summary={say("years.needed")} onPhone className="no-print mt-1">
      <h2 className="mt-4 text-base phone:hidden">{say("years.needed")}</h2>
      <DataTable
        caption={say("years.needed")}
        className="phone:[&_:is(td,th)]:px-1"
        rows={years}
        rowKey={(year) => year}
        columns={[
          { label: say("whatIf.year"), cell: (year) => year },
          ...open.map((one) => ({
            label: capital(one.row.indicator.topic),
            isNumber: true as const,
            cell: (year: number) => needed(one, year),
          })),
        ]}
      />
      <p className="mt-1 text-xs text-soft">
        {say("years.neededNote")}
        {others.length > 0
          ? ` ${say("years.notOf", { names: others.map(({ indicator }) => indicator.topic).join(", ") })}`
          : null}
      </p>
    </Folded>
  );
}
