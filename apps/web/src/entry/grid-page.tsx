import { useQuery } from "@tanstack/react-query";
import { mayDo, useMe } from "../session/me.ts";
import { colleaguesRead } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { DueList } from "./due-list.tsx";
import { GridTable } from "./grid-table.tsx";
import { gridRead, pressRead } from "./reads.ts";

/** What is due and from whom, then every indicator and year; and figures whose source is still the press. */
export function GridPage() {
  const { say, lang } = useStaffText();
  const me = useMe();
  useTitle(say("entry.title"));
  const grid = useQuery({ ...gridRead(lang), throwOnError: true });
  const colleagues = useQuery(colleaguesRead());
  const press = useQuery(pressRead()).data?.items ?? [];
  if (!grid.data) return <PageSkeleton />;
  const names = new Map(grid.data.items.map(({ indicator, name }) => [indicator, name]));
  return (
    <div className="py-6 sm:py-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-2xl">{say("entry.title")}</h1>
        {mayDo(me, "submission.write") ? (
          <PageLink to="/entry/import" className="button">
            {say("grid.import")}
          </PageLink>
        ) : null}
      </div>
      <DueList grid={grid.data} colleagues={mayDo(me, "assignment.write") ? (colleagues.data?.items ?? []) : null} />
      <section aria-labelledby="grid-title" className="mt-12">
        <h2 id="grid-title" className="text-xl">
          {say("grid.title")}
        </h2>
        <p className="measure mt-1 mb-4 text-sm text-soft">{say("grid.body")}</p>
        <GridTable grid={grid.data} />
      </section>
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
    </div>
  );
}
