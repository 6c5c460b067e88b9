import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { shortCompiler } from "../../words/compiler-name.ts";
import { list } from "../../words/format.ts";
import { Page } from "../page.tsx";
import { paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { mayDo, useMe } from "../session/me.ts";
import { colleaguesRead, isDraft } from "../submissions/reads.ts";
import { dueText } from "./cell-words.ts";
import { GridTable } from "./grid-table.tsx";
import { type Cell, type Grid, type GridRow, gridRead, pressRead } from "./reads.ts";

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
            <PageLink to="/entry/statement" className="button">
              {say("grid.statement")}
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

type Colleagues = { id: string; name: string }[] | null;

/** Due figures, headline indicators first, then by age; and per indicator the years that still lack a final figure. */
function dueCells({ items }: Grid) {
  const due = (row: GridRow, wanted: Cell["wanted"]) =>
    row.cells.filter((cell) => cell.wanted === wanted && /^(overdue|due)$/.test(cell.wantedState ?? ""));
  const isHeadline = (row: GridRow) => Number(row.role === "headline");
  const figures = items
    .flatMap((row) => due(row, "figure").map((cell) => ({ row, cell })))
    .sort((a, b) => isHeadline(b.row) - isHeadline(a.row) || (a.cell.dueBy ?? "").localeCompare(b.cell.dueBy ?? ""));
  const finals = items.map((row) => ({ row, cells: due(row, "final") })).filter(({ cells }) => cells.length > 0);
  return { figures, finals };
}

/** Due figures with publisher, due date, where to find them, and assignee. */
function DueList({ grid, colleagues }: { grid: Grid; colleagues: Colleagues }) {
  const { say } = useStaffText();
  const { figures, finals } = dueCells(grid);
  return (
    <Section title={say("wanted.title", { n: figures.length })} look="text-xl" className="mt-6">
      {figures.length === 0 ? <p className="mt-2 text-soft">{say("wanted.none")}</p> : null}
      <ul className="mt-4 grid gap-4 md:grid-cols-2">
        {figures.map(({ row, cell }) => (
          <Wanted key={`${row.indicator} ${cell.timePeriod}`} row={row} cell={cell} colleagues={colleagues} />
        ))}
      </ul>
      {finals.length > 0 ? (
        <>
          <h3 className="mt-8 text-base">{say("wanted.finals")}</h3>
          <ul className="mt-2 space-y-2 text-sm">
            {finals.map(({ row: { indicator, name, publisher }, cells }) => (
              <li key={indicator}>
                {name}, {shortCompiler(publisher)}:{" "}
                {cells.map(({ timePeriod }) => (
                  <PageLink
                    key={timePeriod}
                    to={`/entry/${indicator}/${timePeriod}`}
                    className="num me-3 inline-block py-1"
                  >
                    {timePeriod}
                  </PageLink>
                ))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

/** One due figure. */
function Wanted({ row, cell, colleagues }: { row: GridRow; cell: Cell; colleagues: Colleagues }) {
  const text = useStaffText();
  const { say, lang } = text;
  const isOverdue = cell.wantedState === "overdue";
  return (
    <li className="panel flex flex-col p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="text-base">
          <PageLink to={`/entry/${row.indicator}/${cell.timePeriod}`}>
            {row.name}, {cell.timePeriod}
          </PageLink>
        </h3>
        <span
          data-class={isOverdue ? "danger" : "warning"}
          className="rounded-[4px] bg-(--status-tint) px-2 py-0.5 text-xs font-semibold text-(--status)"
        >
          {say(isOverdue ? "cell.overdue" : "cell.due")}
        </span>
      </div>
      <p className="mt-1 text-sm">{[say("wanted.figure"), dueText(cell, text)].filter(Boolean).join(", ")}</p>
      {cell.proposals.map(({ submission, state, author: { name } }) => (
        <p key={submission} className="mt-1 text-sm font-semibold">
          {isDraft({ state })
            ? say("cell.draft", { name })
            : say("wanted.sent", { name, state: say(`state.${state as "submitted"}`) })}
        </p>
      ))}
      <p className="mt-2 text-sm text-soft">
        {row.publisher}
        {row.link ? (
          <>
            {" · "}
            <a href={row.link} rel="noreferrer">
              {say("grid.link")}
            </a>
          </>
        ) : null}
        {row.note ? <span className="block">{row.note}</span> : null}
      </p>
      <p className="mt-1 text-sm text-soft">
        {say("wanted.bodies", {
          names: row.responsible.length > 0 ? list(row.responsible, lang) : say("responsible.none"),
        })}
      </p>
      <Assignee row={row} colleagues={colleagues} />
    </li>
  );
}

/** The colleague assigned to an indicator; a select for those who may assign. */
function Assignee({ row: { indicator, name, assignee }, colleagues }: { row: GridRow; colleagues: Colleagues }) {
  const { say } = useStaffText();
  const id = useId();
  const assign = useChange((staff: string | null) =>
    send(paths.entry.assignments[":indicator"].$path({ param: { indicator } }), { method: "PUT", json: { staff } }),
  );
  if (!colleagues)
    return (
      <p className="mt-1 text-sm text-soft">
        {say("wanted.assignee", { name: assignee?.name ?? say("wanted.nobody") })}
      </p>
    );
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor={id} className="text-soft">
        {say("wanted.assigneeLabel")}
        <span className="sr-only"> {name}</span>
      </label>
      <select
        id={id}
        className="min-h-9 rounded-[4px] border border-line-strong bg-surface px-2"
        value={assignee?.id ?? ""}
        onChange={(event) => assign.run(event.target.value || null)}
      >
        <option value="">{say("wanted.nobody")}</option>
        {colleagues.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </p>
  );
}
