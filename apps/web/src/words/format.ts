import type { Observation } from "@moc2030/shared/schema/observation";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { dateText } from "@moc2030/shared/text/date-text";
import type { Lang } from "@moc2030/shared/text/lang";

const LOCALE = { vi: "vi-VN", en: "en-GB" } as const;

const formats = new Map<string, Intl.NumberFormat>();

// Cached: creating a formatter is far slower than using one.
function numberFormat(lang: Lang, decimals: number | undefined, useGrouping: boolean): Intl.NumberFormat {
  const key = `${lang} ${decimals} ${useGrouping}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(LOCALE[lang], {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 4,
    useGrouping,
  });
  formats.set(key, format);
  return format;
}

/** Formats a number with exactly `decimals` decimals; by default its own, at most 4. */
export function number(value: number, lang: Lang, decimals?: number): string {
  const text = numberFormat(lang, decimals, Math.abs(value) >= 10_000).format(value === 0 ? 0 : value);
  // No "-0,00"; U+2212 is as wide as a digit.
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

/** Formats a day: 16/9/2025, 16 September 2025. */
export const day = (iso: string, lang: Lang): string => dateText(iso, lang);

/** Formats a date of reduced precision: 27/9/2019, tháng 5/2017, 2018. */
export const reducedDay = (date: string, lang: Lang): string => dateText(date, lang);

/** The day of an instant in Viet Nam, as ISO 8601 and formatted. */
export const isoDayOfInstant = (instant: string): string => dayInVietNam(new Date(instant));
export const dayOfInstant = (instant: string, lang: Lang): string => day(isoDayOfInstant(instant), lang);

/** Value kinds, by which numbers are formatted. */
export type Kind = "rank" | "share" | "growth" | "index" | "count" | "tier" | "state";

/** Whether a kind comes in editions (GII 2025) instead of years. */
export const isOfEdition = (kind: Kind): boolean => kind === "rank" || kind === "index" || kind === "tier";

/** Formats a value of a kind, without its year: 44/139, 14,02%, 5,88%/năm, 0,7709, Nhóm 1. */
export function figure(
  value: number,
  kind: Kind,
  lang: Lang,
  extra: { decimals?: number | undefined; pool?: number | null; limit?: Observation["valueLimit"] } = {},
): string {
  const text = number(value, lang, extra.decimals);
  const bound = extra.limit === "<=" ? "≤ " : extra.limit === ">=" ? "≥ " : "";
  return bound + dressed(text, kind, lang, extra.pool ?? null);
}

/** Formats a range: 51–72, 17,87–20,89%, Nhóm 1–2. */
export function figures(from: number, to: number, kind: Kind, lang: Lang, decimals: number): string {
  const write = (value: number) => number(value, lang, Number.isInteger(value) ? 0 : decimals);
  return dressed(`${write(from)}–${write(to)}`, kind, lang, null);
}

function dressed(text: string, kind: Kind, lang: Lang, pool: number | null): string {
  switch (kind) {
    case "rank":
      return pool ? `${text}/${pool}` : text;
    case "share":
      return `${text}%`;
    case "growth":
      return lang === "vi" ? `${text}%/năm` : `${text}% a year`;
    case "tier":
      return lang === "vi" ? `Nhóm ${text}` : `Tier ${text}`;
    default:
      return text;
  }
}

/** Formats an observation's value as published; null without one. */
export function observed(
  observation: Pick<Observation, "value" | "decimals" | "rankPool" | "valueLimit">,
  kind: Kind,
  lang: Lang,
): string | null {
  if (observation.value === null) return null;
  const { decimals, rankPool, valueLimit } = observation;
  return figure(observation.value, kind, lang, { decimals, pool: rankPool, limit: valueLimit });
}

/** Decimals of computed numbers: one for ranks, two for shares. */
export const computedDecimals = (kind: Kind): number =>
  ({ rank: 1, share: 2, growth: 2, index: 4, count: 1, tier: 1, state: 0 })[kind];

const listFormat = (lang: Lang) => new Intl.ListFormat(LOCALE[lang], { style: "long", type: "conjunction" });
const lists = { vi: listFormat("vi"), en: listFormat("en") };

/** Joins a list: "A, B và C". */
export const list = (items: string[], lang: Lang): string => lists[lang].format(items);

/** Capitalises the first letter only. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** A name or label in the middle of a sentence: "thứ hạng EGDI"; an abbreviation keeps its capitals. */
export const inSentence = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);

/** Formats a range of years: "2021–2025", or one year. */
export function span(years: number[]): string {
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return from === to ? String(from) : `${from}–${to}`;
}
