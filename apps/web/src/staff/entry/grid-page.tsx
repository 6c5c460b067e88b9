import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { mayDo, useMe } from "../session/me.ts";
import { colleaguesRead } from "../submissions/reads.ts";
import { dueCells } from "./due-cells.ts";
import { DueLists } from "./due-lists.tsx";
import { GridTable } from "./grid-table.tsx";
import { type Grid, gridRead, pressRead } from "./reads.ts";
import type { Colleagues } from "./wanted-figure.tsx";

/** Figures due, then the grid of indicators by year, then figures with only a press source. */
export function GridPage() {
  const { say, lang } = useStaffText();
  const me = useMe();
  const grid = useQuery({ ...gridRead(lang), throwOnError: true });
  const colleagues = useQuery(colleaguesRead());
  const press = useQuery(pressRead()).data?.items ?? [];
  if (!grid.data) return <PageSkeleton />;
  const names = new Map(grid.data.items.map(({ indicator, name }) => [indicator, name]));
  return (
    <Page
      title={say("entry.title")}
      action={
        mayDo(me, "submission.write") ? (
          <div className="flex flex-wrap gap-3">
            <PageLink to="/entry/publication" className="button">
              {say("grid.publication")}
            </PageLink>
            <PageLink to="/entry/enquiries" className="button">
              {say("enquiry.title")}
            </PageLink>
            <PageLink to="/entry/statement" className="button">
              {say("statement.title")}
            </PageLink>
            <PageLink to="/entry/verbatim" className="button">
              {say("verbatim.title")}
            </PageLink>
            <PageLink to="/entry/import" className="button">
              {say("grid.import")}
            </PageLink>
          </div>
        ) : null
      }
    >
      <DueList grid={grid.data} colleagues={mayDo(me, "assignment.write") ? (colleagues.data?.items ?? []) : null} />
      <Section title={say("grid.title")} look="text-xl" className="mt-12">
        <p className="measure mt-1 mb-4 text-sm text-soft">{say("grid.body")}</p>
        <GridTable grid={grid.data} />
      </Section>
      {press.length > 0 ? (
        <details className="more mt-12">
          <summary>{say("press.title", { n: press.length })}</summary>
          <ul className="mt-3 space-y-2 text-sm">
            {press.map(({ indicator, compiler, timePeriod, sourceTitle }) => (
              <li key={`${indicator} ${compiler} ${timePeriod}`}>
                <PageLink to={`/entry/${indicator}/${timePeriod}`} search={{ compiler }}>
                  {names.get(indicator) ?? indicator}, {timePeriod}
                </PageLink>
                <span className="text-soft"> · {sourceTitle}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Page>
  );
}

/** Due figures with publisher, due date, where to find them, and assignee. */
function DueList({ grid, colleagues }: { grid: Grid; colleagues: Colleagues }) {
  const { say } = useStaffText();
  const { figures, finals } = dueCells(grid);
  return (
    <Section title={say("wanted.title", { n: figures.length })} look="text-xl" className="mt-6">
      {figures.length === 0 ? <p className="mt-2 text-soft">{say("wanted.none")}</p> : null}
      <DueLists {...{ figures, finals, colleagues }} />
    </Section>
  );
}
