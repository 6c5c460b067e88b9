import type { ImportColumn } from "@moc2030/shared/entry/import-columns";
import { useRef, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { paths, send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import type { DryRun } from "./reads.ts";
import { checkedBy, columnsOf, tableOf, type WorkRow } from "./work-rows.ts";

/** Columns that are always there to type in. */
const BASIC = ["INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"];

/**
 * Rows that are worked on, their check by the API under a query, and their way into a draft. `hidden` are columns that
 * are shown once asked for.
 */
export function useWork(
  initial: WorkRow[],
  given: readonly string[],
  query: Record<string, string>,
  hidden: readonly ImportColumn[] = [],
) {
  const text = useStaffText();
  const [rows, setRows] = useState(initial);
  const [added, setAdded] = useState<readonly ImportColumn[]>([]);
  const columns = columnsOf(rows, [...(given.length > 0 ? given : BASIC), ...added]);
  const [problem, setProblem] = useState<unknown>(null);
  const newest = useRef(0);
  const raw = (those = rows) => ({ body: tableOf(those, columns), type: "text/csv" });
  /** Checks all rows; a later check makes this one void. */
  const check = async () => {
    const turn = ++newest.current;
    if (rows.length === 0) return;
    const path = paths.submissions["dry-run"].$path({ query: query as never });
    try {
      const run = await send<DryRun>(path, { method: "POST", raw: raw() });
      if (turn !== newest.current) return;
      if (run.ok) setRows((now) => mergeChecked(now, checkedBy(rows, run.rows)));
      setProblem(null);
    } catch (error) {
      if (turn === newest.current) setProblem(error);
    }
  };
  /** Puts rows, all unless told, into a draft; what cannot be taken yet stays there to be mended. Throws what the API refuses. */
  const take = async (
    { id, version }: { id: number; version: number },
    more: Record<string, string> = {},
    those: WorkRow[] = rows,
  ) => {
    const param = { id: String(id) };
    const path = paths.submissions[":id"].import.$path({ param, query: { ...query, ...more, rest: "keep" } as never });
    await send(path, { method: "POST", raw: raw(those), version, key: crypto.randomUUID() });
  };
  return {
    rows,
    columns: columns.filter((name) => !hidden.includes(name) || added.includes(name)),
    check,
    take,
    /** Why the last check came to nothing. */
    problem: problem === null ? null : problemText(problem, text),
    change: setRows,
    addColumn: (name: ImportColumn) => setAdded([...added, name]),
  };
}
export type Work = ReturnType<typeof useWork>;

/** What was typed while the check ran stays unchecked. */
const mergeChecked = (now: readonly WorkRow[], checked: readonly WorkRow[]): WorkRow[] => {
  const byId = new Map(checked.map((row) => [row.id, row]));
  return now.map((row) => {
    const found = byId.get(row.id);
    return found && found.cells === row.cells ? found : row;
  });
};
