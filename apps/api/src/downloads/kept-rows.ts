import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db, Params } from "../db/database.ts";
import { figuresSince } from "../observations/figures-at.ts";

/** Rows of one indicator whose text is kept at most. */
const MOST_ROWS = 5000;
/** Rows whose text is made at once. */
const AT_ONCE = 2500;

/** The text of an indicator's rows in file order: of each its year, and where it ends. */
type KeptRows = { text: Buffer; years: number[]; ends: number[]; bytes: number };

async function makeRows(db: Db, sql: string, params: Params, separator: string): Promise<KeptRows | null> {
  type Row = { year: number; line: string };
  const [lines, years, ends]: [Buffer[], number[], number[]] = [[], [], []];
  let end = -separator.length;
  for (let skip = 0; skip === lines.length; skip += AT_ONCE) {
    if (skip >= MOST_ROWS) return null;
    if (skip > 0) await nextTurn();
    const part = await db.all<Row>(`${sql} LIMIT ${AT_ONCE} OFFSET @skip`, { ...params, skip });
    for (const { year, line } of part) {
      const bytes = Buffer.from(line);
      end += separator.length + bytes.length;
      lines.push(bytes);
      years.push(year);
      ends.push(end);
    }
    if (part.length === 0) break;
  }
  const between = Buffer.from(separator);
  const text = Buffer.concat(lines.flatMap((line, i) => (i === 0 ? [line] : [between, line])));
  return { text, years, ends, bytes: text.length + 16 * years.length };
}

/**
 * The text of all rows that `sql` (a `line` and its `year`) selects of an indicator, kept until a release changes its
 * figures: making it is most of what an answer takes. Null where there are more rows than are kept.
 */
export async function keptRows(db: Db, sql: string, params: Params, separator: string): Promise<KeptRows | null> {
  const { indicator, release } = params as { indicator: string; release: number };
  const since = { ...params, release: await figuresSince(db, release, indicator) };
  // Nothing else is bound: what the same statement gives for the same values never changes.
  const key = `rows ${separator} ${JSON.stringify(since)} ${sql}`;
  const { rows } = await db.remember(key, async () => {
    const rows = await makeRows(db, sql, since, separator);
    return { rows, bytes: rows?.bytes ?? 0 };
  });
  return rows;
}

/** The texts of the rows of some years, as they stand together. */
export function* textsOfYears(
  { text, years, ends }: KeptRows,
  separator: string,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): Generator<Buffer> {
  let first = -1;
  for (let i = 0; i <= years.length; i++) {
    const year = years[i] ?? Number.NaN;
    const isIn = year >= from && year <= to;
    if (isIn && first < 0) first = i;
    if (isIn || first < 0) continue;
    yield text.subarray(first === 0 ? 0 : (ends[first - 1] as number) + separator.length, ends[i - 1]);
    first = -1;
  }
}
