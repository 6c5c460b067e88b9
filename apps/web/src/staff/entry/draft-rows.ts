import type { ImportColumn } from "@moc2030/shared/entry/import-columns";
import { type ContentField, contentFields } from "@moc2030/shared/figure/fields";
import { isDay } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import { numericDay } from "@moc2030/shared/text/written-day";
import { typedText } from "../submissions/figure-words.ts";
import type { Item } from "../submissions/reads.ts";
import type { Cells, WorkRow } from "./work-rows.ts";

/** Whether a figure of a draft is a row of its table: a withdrawal and the halves of a move are not. */
export const isInTable = ({ state, kind, pair }: Item): boolean =>
  state === "open" && kind === "enter" && pair === null;

const written = (field: ContentField, value: unknown, lang: Lang): string => {
  if (value === null) return "";
  if (field.form === "codes") return (value as string[]).join(";");
  if (field.name === "value") return typedText(String(value), lang);
  // 3/4/2025 is read as a day in Vietnamese tables alone.
  return field.form === "day" && lang === "vi" && isDay(String(value)) ? numericDay(String(value)) : String(value);
};

/** A figure of a draft as the cells of a row; of its comments that in `lang`. */
export function cellsOf(item: Item, lang: Lang): Cells {
  const cells: Cells = {
    INDICATOR: item.indicator,
    COMPILER: item.compiler,
    REF_AREA: item.refArea,
    TIME_PERIOD: String(item.timePeriod),
    REASON: item.reason ?? "",
    REASON_TEXT: item.reasonText ?? "",
    PLACE: item.place ?? "",
    EVIDENCE: item.evidence.join(";"),
  };
  for (const field of contentFields) {
    const column = "lang" in field ? "OBS_COM" : field.column;
    if (!("lang" in field) || field.lang === lang) cells[column] = written(field, item[field.name], lang);
  }
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== "")) as Cells;
}

/** Columns of a draft's table that are always shown. */
export const SHOWN = ["INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "RANK_POOL"] as const;

/** The other columns that say the same in all rows. */
export function commonColumns(rows: readonly WorkRow[]): ImportColumn[] {
  const first = rows[0]?.cells ?? {};
  const names = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))] as ImportColumn[];
  const isShown = (name: ImportColumn) => (SHOWN as readonly string[]).includes(name);
  return names.filter((name) => !isShown(name) && rows.every(({ cells }) => cells[name] === first[name]));
}

/** Whether a row says something else than its figure in the draft, or is none of it yet. */
export function isUnsaved({ item, cells }: WorkRow, lang: Lang): boolean {
  if (!item) return Object.values(cells).some((text) => text.trim() !== "");
  const saved = cellsOf(item, lang);
  const names = [...new Set([...Object.keys(saved), ...Object.keys(cells)])] as ImportColumn[];
  return names.some((name) => (cells[name]?.trim() ?? "") !== (saved[name]?.trim() ?? ""));
}
