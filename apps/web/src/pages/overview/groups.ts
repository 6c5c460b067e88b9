import type { JudgedTarget } from "../../words/target-row.ts";

/** What the pace that a target still needs is beside the record: faster than any year, reached before, or not to be compared. */
export type Standing = "beyond" | "reached" | "missed" | "unknown" | "met" | "ended";
const STANDINGS: readonly Standing[] = ["beyond", "reached", "missed", "unknown", "met", "ended"];

/** The fact by which a target is grouped. */
export function standingOf({ assessment: a }: Pick<JudgedTarget, "assessment">): Standing {
  if (a.class === "met") return "met";
  if (a.reason === "discontinued") return "ended";
  if (a.class === "missed") return "missed";
  const record = a.outlook?.record;
  if (!record?.best) return "unknown";
  return record.reached === 0 ? "beyond" : "reached";
}

/** The pace that is needed as a multiple of the largest on record; 0 where the two cannot be compared. */
function stretch({ assessment }: JudgedTarget): number {
  const record = assessment.outlook?.record;
  if (!record?.best) return 0;
  // Where no year was an improvement, every pace is infinitely faster.
  return record.best.perYear > 0 ? record.needed / record.best.perYear : Number.POSITIVE_INFINITY;
}

export type Group<Row, Key> = { key: Key; rows: Row[] };

/** Rows by what a key says of them, in the order of `keys` and then as they come; a key without rows is left out. */
export function grouped<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  keys: readonly Key[] = [],
): Group<Row, Key>[] {
  return [...new Set([...keys, ...rows.map(keyOf)])]
    .map((key) => ({ key, rows: rows.filter((row) => keyOf(row) === key) }))
    .filter(({ rows: own }) => own.length > 0);
}

/** Targets by whether the pace that they need was ever reached; within a group the furthest from the record first, then as they come. */
export const byStanding = <Row extends JudgedTarget>(rows: readonly Row[]): Group<Row, Standing>[] =>
  grouped(
    rows.toSorted((a, b) => compare(stretch(b), stretch(a))),
    standingOf,
    STANDINGS,
  );

/** Two infinities are equal, which a difference would not say. */
const compare = (a: number, b: number) => (a === b ? 0 : a - b);
