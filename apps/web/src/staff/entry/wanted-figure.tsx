import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { day, list } from "../../words/format.ts";
import { paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { absencesRead, isDraft } from "../submissions/reads.ts";
import { dueText } from "./cell-words.ts";
import type { Cell, GridRow } from "./reads.ts";

/** Whom an indicator can be assigned to; null for a reader who may not assign. */
export type Colleagues = { id: string; name: string }[] | null;

/** One due figure: publisher, due date, where to find it, whom to ask, assignee. */
export function WantedFigure({ row, cell, colleagues }: { row: GridRow; cell: Cell; colleagues: Colleagues }) {
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
        {shortCompiler(row.publisher)}
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
  const { say, lang } = useStaffText();
  const id = useId();
  const { today = "", items = [] } = useQuery(absencesRead()).data ?? {};
  const absence = items.find(({ person, from }) => person.id === assignee?.id && from <= today);
  const away = absence && <strong>{say("away.until", { day: day(absence.to, lang) })}</strong>;
  const assign = useChange((staff: string | null) =>
    send(paths.entry.assignments[":indicator"].$path({ param: { indicator } }), { method: "PUT", json: { staff } }),
  );
  if (!colleagues)
    return (
      <p className="mt-1 text-sm text-soft">
        {say("wanted.assignee", { name: assignee?.name ?? say("wanted.nobody") })}
        {away ? <>, {away}</> : null}
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
      {away}
    </p>
  );
}
