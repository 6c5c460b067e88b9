import { type ImportColumn, importColumns } from "@moc2030/shared/entry/import-columns";
import { layOut } from "@moc2030/shared/entry/table-layout";
import { type DelimiterName, readTable } from "@moc2030/shared/entry/table-text";
import { readYear } from "@moc2030/shared/figure/year-label";
import { folded } from "@moc2030/shared/text/fold";

/** Column index (0-based) by field. */
export type Columns = Partial<Record<ImportColumn, number>>;
export type TableHead = {
  /** Column headings; for a table without, the first row's cells. */
  cells: readonly string[];
  /** Whether they are our own headings. */
  isOurs: boolean;
  /** Suggested mapping; a column is used at most once. */
  guess: Columns;
};

const YEAR_WORDS = ["nam", "year", "time", "time period", "thoi gian"];
const VALUE_WORDS = ["gia tri", "so lieu", "value", "figure", "hang", "rank"];
const AREA_WORDS = ["nuoc", "quoc gia", "nen kinh te", "country", "economy"];
/** Rows inspected for the suggestion. */
const SAMPLE = 100;

const isOurHeading = (cells: readonly string[]) => cells.includes("TIME_PERIOD") && cells.includes("OBS_VALUE");

/** Reads the head of a table as the API will, and suggests a mapping. */
export function tableHead(text: string, delimiter?: DelimiterName): TableHead {
  const table = readTable(text, delimiter, SAMPLE);
  const rows = table.ok ? table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.trim()) })) : [];
  const ours = rows.findIndex((row) => isOurHeading(row.cells));
  const { heading, rows: body } = layOut(rows, {}, ours < 0 ? undefined : ours);
  const width =
    Math.max(0, ...[heading, body[0]].map((row) => row?.cells.findLastIndex((cell) => cell !== "") ?? -1)) + 1;
  const top = heading ?? body[0];
  const cells = Array.from({ length: top ? width : 0 }, (_, i) => top?.cells[i] ?? "");
  const named = Object.fromEntries(
    importColumns.flatMap((name) => (cells.includes(name) ? [[name, cells.indexOf(name)]] : [])),
  ) as Columns;
  const find = (words: string[]) => cells.findIndex((cell) => words.includes(folded(cell)));
  const firstOf = (...places: number[]) => places.find((place) => place >= 0 && place < cells.length);
  const yearCell = body[0]?.cells.findIndex((cell) => readYear(cell).ok) ?? -1;
  const year = named.TIME_PERIOD ?? firstOf(find(YEAR_WORDS), yearCell, 0);
  const area = named.REF_AREA ?? firstOf(find(AREA_WORDS));
  const others = cells.flatMap((_, place) => (place === year || place === area ? [] : [place]));
  const after = others.find((place) => place > (year ?? 0));
  const value = named.OBS_VALUE ?? firstOf(find(VALUE_WORDS), after ?? -1, others[0] ?? -1);
  return {
    cells,
    isOurs: ours >= 0,
    guess: {
      ...named,
      ...(year !== undefined && { TIME_PERIOD: year }),
      ...(value !== undefined && value !== year && { OBS_VALUE: value }),
      ...(area !== undefined && area !== year && area !== value && { REF_AREA: area }),
    },
  };
}
