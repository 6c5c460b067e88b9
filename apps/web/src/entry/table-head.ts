import { type ImportColumn, importColumns } from "@moc2030/shared/import-row";
import { readTable } from "@moc2030/shared/table-text";
import { folded } from "../fold.ts";

/** Which column (0-based) of a table holds what. */
export type Columns = Partial<Record<ImportColumn, number>>;
export type TableHead = {
  /** What stands at the top of each column. */
  cells: readonly string[];
  /** Whether these are our own headings. */
  isOurs: boolean;
  /** Which column is probably what; always a year and a value. */
  guess: Columns;
};

const YEAR_WORDS = ["nam", "year", "time", "time period", "thoi gian"];
const VALUE_WORDS = ["gia tri", "so lieu", "value", "figure", "hang", "rank"];

/** Reads the first line of a table: what its columns are called, and which of them we know. */
export function tableHead(text: string): TableHead {
  const table = readTable(/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "");
  const cells = table.ok ? (table.rows[0]?.cells.map((cell) => cell.trim()) ?? []) : [];
  const named = Object.fromEntries(
    importColumns.flatMap((name) => (cells.includes(name) ? [[name, cells.indexOf(name)]] : [])),
  ) as Columns;
  const find = (words: string[]) => cells.findIndex((cell) => words.includes(folded(cell)));
  const firstOf = (...places: number[]) => places.find((place) => place >= 0) ?? 0;
  const year =
    named.TIME_PERIOD ??
    firstOf(
      find(YEAR_WORDS),
      cells.findIndex((cell) => /^\d{4}$/.test(cell)),
    );
  const value = named.OBS_VALUE ?? firstOf(find(VALUE_WORDS), year + 1 < cells.length ? year + 1 : 0);
  return {
    cells,
    isOurs: named.TIME_PERIOD !== undefined && named.OBS_VALUE !== undefined,
    guess: { ...named, TIME_PERIOD: year, OBS_VALUE: value },
  };
}
