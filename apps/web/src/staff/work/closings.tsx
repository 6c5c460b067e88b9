import { nextClosings } from "@moc2030/shared/due/closings";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { day } from "../../words/format.ts";
import { type Missing, missingByBody } from "../entry/due-cells.ts";
import type { Grid } from "../entry/reads.ts";
import { YearLinks } from "../entry/year-links.tsx";

const byIndicator = (missing: readonly Missing[]): Missing[][] => {
  const found = new Map<string, Missing[]>();
  for (const one of missing) found.set(one.row.indicator, [...(found.get(one.row.indicator) ?? []), one]);
  return [...found.values()];
};

/** The two closings of the year with what each body has not given yet. */
export function Closings({ grid }: { grid: Grid }) {
  const { say, lang } = useStaffText();
  const closings = nextClosings(grid.today);
  const bodies = missingByBody(grid, closings);
  return (
    <Section title={say("work.closings")} className="mt-10">
      <p className="measure mt-1 text-sm text-soft">{say("work.closingsBody")}</p>
      {bodies.length === 0 ? <p className="mt-2 text-soft">{say("work.closingsNone")}</p> : null}
      <p className="mt-2">
        <PageLink to="/entry/enquiries">{say("enquiry.title")}</PageLink>
      </p>
      {bodies.length > 0 ? (
        <div className="mt-4 max-w-4xl">
          <StackedTable
            caption={say("work.closings")}
            columns={[
              { label: say("work.body"), width: "md:w-[26%]" },
              ...closings.map((closing) => ({ label: say("work.missingBefore", { day: day(closing, lang) }) })),
            ]}
            rows={bodies.map(({ id, name, missing }) => ({
              key: id ?? "",
              cells: [
                name ?? say("responsible.none"),
                ...closings.map((closing, at) => (
                  <div key={closing}>
                    <strong className="num">{missing[at]?.length ?? 0}</strong>
                    {at === 0 ? (
                      <ul className="text-sm">
                        {byIndicator(missing[at] ?? []).map((list) => (
                          <li key={list[0]?.row.indicator}>
                            {list[0]?.row.name}
                            {list.every(({ cell }) => cell.wanted === "final") ? ` (${say("work.final")})` : ""}:{" "}
                            <YearLinks indicator={list[0]?.row.indicator ?? ""} cells={list.map(({ cell }) => cell)} />
                          </li>
                        ))}
                      </ul>
                    ) : null}
                  </div>
                )),
              ],
            }))}
          />
        </div>
      ) : null}
    </Section>
  );
}
