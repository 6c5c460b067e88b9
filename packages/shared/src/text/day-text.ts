import { trimHidden } from "./clean.ts";
import { isDay, isoDay } from "./date.ts";
import type { Lang } from "./lang.ts";

export type ReadDay =
  | { readonly ok: true; readonly day: string }
  /** `no_such_day`: well formed, but not in the calendar. `day_form`: not in the `expected` form. */
  | { readonly ok: false; readonly code: "no_such_day" | "day_form"; readonly expected: string };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
/** 1/3/2025, 01-03-2025, 31.10.2026: the same separator twice. */
const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

/** Reads a day as its reader writes it: YYYY-MM-DD always, d/m/yyyy (also with `-` or `.`) in Vietnamese tables alone, since elsewhere 3/4/2025 could be April or March. Gives YYYY-MM-DD. */
export function readDay(input: string, lang: Lang): ReadDay {
  const typed = trimHidden(input);
  const expected = lang === "vi" ? "31/10/2026, 2026-10-31" : "2026-10-31";
  const iso = ISO.exec(typed);
  const local = lang === "vi" && !iso ? DAY_FIRST.exec(typed) : null;
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[4], local[3], local[1]] : null;
  if (!parts) return { ok: false, code: "day_form", expected };
  const [year = "", month = "", day = ""] = parts;
  const text = isoDay(year, month, day);
  if (!isDay(text)) return { ok: false, code: "no_such_day", expected };
  return { ok: true, day: text };
}
