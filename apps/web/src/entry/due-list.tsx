import { shortCompiler } from "../compiler-name.ts";
import { day, list } from "../format.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { Assignee } from "./assignee.tsx";
import type { Cell, Grid, GridRow } from "./reads.ts";

type Due = { row: GridRow; cell: Cell };

/** What is due now: figures that are wanted, headline indicators first, then by how long; and, by indicator, the years that wait for a final figure. */
export function dueCells(grid: Pick<Grid, "items">): { figures: Due[]; finals: { row: GridRow; cells: Cell[] }[] } {
  const isDue = ({ wantedState }: Cell) => wantedState === "overdue" || wantedState === "due";
  const figures = grid.items
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .filter(({ cell }) => isDue(cell) && cell.wanted === "figure")
    .sort(
      (a, b) =>
        Number(b.row.role === "headline") - Number(a.row.role === "headline") ||
        (a.cell.dueBy ?? "").localeCompare(b.cell.dueBy ?? ""),
    );
  const finals = grid.items
    .map((row) => ({ row, cells: row.cells.filter((cell) => isDue(cell) && cell.wanted === "final") }))
    .filter(({ cells }) => cells.length > 0);
  return { figures, finals };
}

type Props = { grid: Grid; colleagues: { id: string; name: string }[] | null };

/** What is due: what is wanted, since when, from which publisher, where to find it, and who looks after it. */
export function DueList({ grid, colleagues }: Props) {
  const { say, lang } = useStaffText();
  const { figures, finals } = dueCells(grid);
  return (
    <section aria-labelledby="due-title" className="mt-6">
      <h2 id="due-title" className="text-xl">
        {say("wanted.title", { n: figures.length })}
      </h2>
      {figures.length === 0 ? <p className="mt-2 text-soft">{say("wanted.none")}</p> : null}
      <ul className="mt-4 grid gap-4 md:grid-cols-2">
        {figures.map(({ row, cell }) => (
          <li key={`${row.indicator} ${cell.timePeriod}`} className="panel flex flex-col p-4">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <h3 className="text-base">
                <PageLink to={`/entry/${row.indicator}/${cell.timePeriod}`}>
                  {row.name}, {cell.timePeriod}
                </PageLink>
              </h3>
              <span
                data-class={cell.wantedState === "overdue" ? "moving_away" : "behind"}
                className="rounded-[4px] bg-(--status-tint) px-2 py-0.5 text-xs font-semibold text-(--status)"
              >
                {say(cell.wantedState === "overdue" ? "cell.overdue" : "cell.due")}
              </span>
            </div>
            <p className="mt-1 text-sm">
              {say("wanted.figure")}
              {cell.dueBy ? `, ${say("grid.dueBy", { day: day(cell.dueBy, lang) })}` : ""}
            </p>
            {cell.proposals.map((proposal) => (
              <p key={proposal.submission} className="mt-1 text-sm font-semibold">
                {proposal.state === "draft" || proposal.state === "returned"
                  ? say("cell.draft", { name: proposal.author.name })
                  : say("wanted.sent", {
                      name: proposal.author.name,
                      state: say(`state.${proposal.state as "submitted"}`),
                    })}
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
            <Assignee indicator={row.indicator} name={row.name} assignee={row.assignee} colleagues={colleagues} />
          </li>
        ))}
      </ul>
      {finals.length > 0 ? (
        <>
          <h3 className="mt-8 text-base">{say("wanted.finals")}</h3>
          <ul className="mt-2 space-y-2 text-sm">
            {finals.map(({ row, cells }) => (
              <li key={row.indicator}>
                {row.name}, {shortCompiler(row.publisher)}:{" "}
                {cells.map((cell) => (
                  <PageLink
                    key={cell.timePeriod}
                    to={`/entry/${row.indicator}/${cell.timePeriod}`}
                    className="num me-3 inline-block py-1"
                  >
                    {cell.timePeriod}
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
