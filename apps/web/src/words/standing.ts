import type { JudgedTarget } from "./target-row.ts";

/**
 * The pace a target needs, against the record: `beyond` any year so far, or `reached` before; otherwise why they are
 * not compared.
 */
export type Standing = "beyond" | "reached" | "missed" | "unknown" | "met" | "ended";
const STANDINGS: readonly Standing[] = ["beyond", "reached", "missed", "unknown", "met", "ended"];

/** The group of a target; `unknown` without a record. */
export function standingOf({ assessment: a }: Pick<JudgedTarget, "assessment">): Standing {
  if (a.class === "met") return "met";
  if (a.reason === "discontinued") return "ended";
  if (a.class === "missed") return "missed";
  const record = a.outlook?.record;
  if (!record?.best) return "unknown";
  return record.reached === 0 ? "beyond" : "reached";
}

/** The needed pace as a multiple of the best on record; 0 without a record. */
function stretch({ assessment }: JudgedTarget): number {
  const record = assessment.outlook?.record;
  if (!record?.best) return 0;
  // No year improved: any pace is infinitely faster.
  return record.best.perYear > 0 ? record.needed / record.best.perYear : Number.POSITIVE_INFINITY;
}

export type Group<Row, Key> = { key: Key; rows: Row[] };

/** Groups rows by key: first in the order of `keys`, then by first occurrence. Empty groups are omitted. */
export function grouped<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  keys: readonly Key[] = [],
): Group<Row, Key>[] {
  return [...new Set([...keys, ...rows.map(keyOf)])]
    .map((key) => ({ key, rows: rows.filter((row) => keyOf(row) === key) }))
    .filter(({ rows: own }) => own.length > 0);
}

/** Targets by `Standing`; within a group by needed pace relative to the record, largest first. The sort is stable. */
export const byStanding = <Row extends JudgedTarget>(rows: readonly Row[]): Group<Row, Standing>[] =>
  grouped(
    rows.toSorted((a, b) => compare(stretch(b), stretch(a))),
    standingOf,
    STANDINGS,
  );

/** A subtraction would give NaN for two infinities. */
const compare = (a: number, b: number) => (a === b ? 0 : a - b);
