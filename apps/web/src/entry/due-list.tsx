import { useId } from "react";
import { shortCompiler } from "../compiler-name.ts";
import { list } from "../format.ts";
import { paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { isDraft } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { dueText } from "./cell-words.ts";
import type { Cell, Grid, GridRow } from "./reads.ts";

type Colleagues = { id: string; name: string }[] | null;

/** What is due now: figures that are wanted, headline indicators first, then by how long; and, by indicator, the years that wait for a final figure. */
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

/** What is due: what is wanted, since when, from which publisher, where to find it, and who looks after it. */
export function DueList({ grid, colleagues }: { grid: Grid; colleagues: Colleagues }) {
  const { say } = useStaffText();
  const { figures, finals } = dueCells(grid);
  return (
    <section aria-labelledby="due-title" className="mt-6">
      <h2 id="due-title" className="text-xl">
        {say("wanted.title", { n: figures.length })}
      </h2>
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
    </section>
  );
}

/** One figure that is wanted. */
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
          data-class={isOverdue ? "moving_away" : "behind"}
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
          names: row.responsible.length > 0 ? list(row.responsible, lang) : say("body.unknown"),
        })}
      </p>
      <Assignee row={row} colleagues={colleagues} />
    </li>
  );
}

/** Which colleague looks after an indicator; a choice for those who may make it. */
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
