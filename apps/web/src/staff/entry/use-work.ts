import type { ImportColumn } from "@moc2030/shared/entry/import-row";
import { useRef, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { paths, send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import type { DryRun } from "./reads.ts";
import { checkedBy, columnsOf, tableOf, type WorkRow } from "./work-rows.ts";

/** Columns that are always there to type in. */
const BASIC = ["INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"];

/** Rows that are worked on, and their check by the API under a query. */
export function useWork(initial: WorkRow[], given: readonly string[], query: Record<string, string>) {
  const text = useStaffText();
  const [rows, setRows] = useState(initial);
  const [added, setAdded] = useState<readonly ImportColumn[]>([]);
  const columns = columnsOf(rows, [...(given.length > 0 ? given : BASIC), ...added]);
  const [problem, setProblem] = useState<unknown>(null);
  const newest = useRef(0);
  /** Checks all rows; a later check makes this one void. */
  const check = async () => {
    const turn = ++newest.current;
    if (rows.length === 0) return;
    const raw = { body: tableOf(rows, columns), type: "text/csv" };
    const path = paths.submissions["dry-run"].$path({ query: query as never });
    try {
      const run = await send<DryRun>(path, { method: "POST", raw });
      if (turn !== newest.current) return;
      if (run.ok) setRows((now) => mergeChecked(now, checkedBy(rows, run.rows)));
      setProblem(null);
    } catch (error) {
      if (turn === newest.current) setProblem(error);
    }
  };
  return {
    rows,
    columns,
    check,
    /** Why the last check came to nothing. */
    problem: problem === null ? null : problemText(problem, text),
    change: setRows,
    addColumn: (name: ImportColumn) => setAdded([...added, name]),
    /** The rows as a table to be taken. */
    table: () => ({ body: tableOf(rows, columns), type: "text/csv" }),
  };
}

/** What was typed while the check ran stays unchecked. */
const mergeChecked = (now: readonly WorkRow[], checked: readonly WorkRow[]): WorkRow[] => {
  const byId = new Map(checked.map((row) => [row.id, row]));
  return now.map((row) => {
    const found = byId.get(row.id);
    return found && found.cells === row.cells ? found : row;
  });
};
