import { isInCareOf } from "@moc2030/shared/due/care";
import { missingAt, wantedBy } from "@moc2030/shared/due/closings";
import type { Cell, Grid, GridRow } from "./reads.ts";

/** A day before all others: what is wanted by it is due or overdue already. */
const NOW = "";

/** The figures of an indicator that are due or overdue, final ones that are awaited among them. */
export const dueOf = (row: GridRow): Cell[] => wantedBy(row.cells, NOW);

/** Due figures, headline indicators first, then by age; and per indicator the years that still lack a final figure. */
export function dueCells({ items }: Pick<Grid, "items">) {
  const due = (row: GridRow, wanted: Cell["wanted"]) => dueOf(row).filter((cell) => cell.wanted === wanted);
  const isHeadline = (row: GridRow) => Number(row.role === "headline");
  const figures = items
    .flatMap((row) => due(row, "figure").map((cell) => ({ row, cell })))
    .sort((a, b) => isHeadline(b.row) - isHeadline(a.row) || (a.cell.dueBy ?? "").localeCompare(b.cell.dueBy ?? ""));
  const finals = items.map((row) => ({ row, cells: due(row, "final") })).filter(({ cells }) => cells.length > 0);
  return { figures, finals };
}

/** What is due in somebody's care, that of their body first, the same as in their form to fill in; and how much else is. */
export function dueInCare(person: { id: string; body: string | null }, { items }: Pick<Grid, "items">) {
  const isOfBody = (row: GridRow) => Number(row.bodies.some(({ id }) => id === person.body));
  const count = (rows: readonly GridRow[]) => rows.reduce((sum, row) => sum + dueOf(row).length, 0);
  const own = items.filter((row) => isInCareOf(person, row));
  const { figures, finals } = dueCells({ items: own });
  return {
    figures: figures.sort((a, b) => isOfBody(b.row) - isOfBody(a.row)),
    finals: finals.sort((a, b) => isOfBody(b.row) - isOfBody(a.row)),
    ...{ mine: count(own), others: count(items) - count(own) },
  };
}

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
