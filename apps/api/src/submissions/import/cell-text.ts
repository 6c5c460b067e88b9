import type { Lang } from "@moc2030/shared/text/lang";

/** What the number format of a cell says. */
export interface CellFormat {
  readonly kind: "number" | "percent" | "day" | "year";
  /** Fewest and most decimals shown; null where the format is general. */
  readonly decimals: { readonly least: number; readonly most: number } | null;
}

export const GENERAL: CellFormat = { kind: "number", decimals: null };

/** Built-in formats that files name by number alone (ECMA-376, 18.8.30). */
const BUILT_IN: Record<number, string> = {
  ...{ 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0" },
  ...{ 39: "#,##0.00", 40: "#,##0.00" },
};
const isBuiltInDay = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A cell's format by its number and, for one that the file defines, its code. */
export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined && isBuiltInDay(id)) return { kind: "day", decimals: null };
  // Quoted and escaped characters, fill and padding marks and conditions are no part of the pattern.
  const pattern = (code ?? BUILT_IN[id] ?? "General")
    .replace(/"[^"]*"|\\.|[_*].|\[[^[\]]*\]/g, "")
    .split(";")[0] as string;
  if (/general|standard/i.test(pattern)) return GENERAL;
  if (/^[\s]*y+[\s]*$/i.test(pattern)) return { kind: "year", decimals: null };
  if (/[ymdhs]/i.test(pattern)) return { kind: "day", decimals: null };
  const shown = /\.([0#?]+)/.exec(pattern)?.[1] ?? "";
  const decimals = { least: shown.replace(/[^0]/g, "").length, most: shown.length };
  if (!/[0#?]/.test(pattern)) return GENERAL;
  return { kind: pattern.includes("%") ? "percent" : "number", decimals };
}

const DAY = 86_400_000;
/** The day of a serial number: 1 is 1900-01-01, and a 29 February 1900 is counted; from 1904 if the workbook says so. */
function dayOf(serial: number, since1904: boolean): string | null {
  const whole = Math.floor(serial);
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const time = start + whole * DAY;
  return serial >= 0 && Number.isFinite(time) && time < Date.UTC(10_000, 0, 1)
    ? new Date(time).toISOString().slice(0, 10)
    : null;
}

/** A finite number in decimal digits, by the fifteen that spreadsheets keep. */
function digitsOf(number: number): string {
  const kept = Number(number.toPrecision(15));
  const text = String(kept);
  return text.includes("e") ? kept.toFixed(Math.abs(kept) < 1 ? 20 : 0).replace(/\.?0+$/, "") || "0" : text;
}

/** A number cell as typed in a language, and whether it has more decimals than its format shows. */
export interface NumberCell {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * The text of a number cell: a day as YYYY-MM-DD, a percentage without its sign (0.1402 is 14.02), a number with the
 * trailing zeros that its format shows (6 in the format 0.0 is 6.0). What a format hides is not cut off.
 */
export function numberCell(raw: string, format: CellFormat, since1904: boolean, lang: Lang): NumberCell {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return { text: raw, isCut: false };
  if (format.kind === "day" || format.kind === "year") {
    const day = dayOf(number, since1904);
    if (day !== null) return { text: format.kind === "year" ? day.slice(0, 4) : day, isCut: false };
  }
  const digits = digitsOf(format.kind === "percent" ? number * 100 : number);
  const [whole = "", fraction = ""] = digits.split(".");
  const padded = fraction.padEnd(format.decimals?.least ?? 0, "0");
  const text = padded === "" ? whole : `${whole}${lang === "vi" ? "," : "."}${padded}`;
  return { text, isCut: format.decimals !== null && fraction.length > format.decimals.most };
}
