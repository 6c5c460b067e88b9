import { missingAt, wantedBy } from "@moc2030/shared/due/closings";
import type { Cell, Grid, GridRow } from "./reads.ts";

/** A day before all others: what is wanted by it is due or overdue already. */
const NOW = "";

/** Due figures, headline indicators first, then by age; and per indicator the years that still lack a final figure. */
export function dueCells({ items }: Pick<Grid, "items">) {
  const due = (row: GridRow, wanted: Cell["wanted"]) =>
    wantedBy(row.cells, NOW).filter((cell) => cell.wanted === wanted);
  const isHeadline = (row: GridRow) => Number(row.role === "headline");
  const figures = items
    .flatMap((row) => due(row, "figure").map((cell) => ({ row, cell })))
    .sort((a, b) => isHeadline(b.row) - isHeadline(a.row) || (a.cell.dueBy ?? "").localeCompare(b.cell.dueBy ?? ""));
  const finals = items.map((row) => ({ row, cells: due(row, "final") })).filter(({ cells }) => cells.length > 0);
  return { figures, finals };
}

/** Whether an indicator is in somebody's care: it is assigned to them, or their body answers for it. */
export const isInCareOf = (person: { id: string; body: string | null }, row: Pick<GridRow, "assignee" | "bodies">) =>
  row.assignee?.id === person.id || row.bodies.some(({ id }) => id === person.body);

/** One figure that is missing from the reports of a closing. */
export type Missing = { row: GridRow; cell: Cell };
/** What is missing at each closing by body, those that miss most at the first one first; `id` is null where nobody is known to answer. */
export function missingByBody({ items }: Pick<Grid, "items">, closings: readonly string[]) {
  const found = new Map<string | null, { name: string | null; missing: Missing[][] }>();
  for (const row of items)
    for (const { id, name } of row.bodies.length > 0 ? row.bodies : [{ id: null, name: null }]) {
      const missing = closings.map((day) => missingAt(row.cells, day).map((cell) => ({ row, cell })));
      if (missing.every((list) => list.length === 0)) continue;
      const before = found.get(id)?.missing;
      found.set(id, { name, missing: missing.map((list, at) => [...(before?.[at] ?? []), ...list]) });
    }
  return [...found]
    .map(([id, body]) => ({ id, ...body }))
    .sort((a, b) => (b.missing[0]?.length ?? 0) - (a.missing[0]?.length ?? 0));
}
