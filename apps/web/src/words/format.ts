import type { Observation } from "@moc2030/shared/schema/observation";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import { numericDay, writtenMonth } from "@moc2030/shared/text/written-day";

const LOCALE = { vi: "vi-VN", en: "en-GB" } as const;

const formats = new Map<string, Intl.NumberFormat>();

// Making a format takes longer than a hundred uses of it.
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

/** A number in the language's form with exactly `decimals` decimals, or, without them, as many as it has (at most 4). */
export function number(value: number, lang: Lang, decimals?: number): string {
  const text = numberFormat(lang, decimals, Math.abs(value) >= 10_000).format(value === 0 ? 0 : value);
  // A rounded "-0,00" is nothing; a true minus sign is as wide as a figure.
  return /^-[0.,]+$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

const dates = {
  day: new Intl.DateTimeFormat(LOCALE.en, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat(LOCALE.en, { month: "long", year: "numeric", timeZone: "UTC" }),
};

/** A day as it stands on a page: 16/9/2025, 16 September 2025. */
export const day = (iso: string, lang: Lang): string =>
  lang === "vi" ? numericDay(iso) : dates.day.format(new Date(iso));

/** A date as far as it is known: 27/9/2019, tháng 5/2017, 2018; 27 September 2019, May 2017, 2018. */
export function reducedDay(date: string, lang: Lang): string {
  const [year, month] = date.split("-");
  if (date.length > 7) return day(date, lang);
  if (!month) return date;
  return lang === "vi" ? `tháng ${writtenMonth(month)}/${year}` : dates.month.format(new Date(date));
}

/** The day of an instant in Viet Nam, as ISO 8601 and as it stands on a page. */
export const isoDayOfInstant = (instant: string): string => dayInVietNam(new Date(instant));
export const dayOfInstant = (instant: string, lang: Lang): string => day(isoDayOfInstant(instant), lang);

/** What a number is, as far as writing it goes. */
export type Kind = "rank" | "share" | "growth" | "index" | "count" | "tier" | "state";

/** Whether figures of a kind come in editions (GII 2025), and not simply for years. */
export const isOfEdition = (kind: Kind): boolean => kind === "rank" || kind === "index" || kind === "tier";

/** A figure of a kind without its year: 44/139, 14,02%, 5,88%/năm, 0,7709, Nhóm 1. */
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

/** The figures from one to another: 51–72, 17,87–20,89%, Nhóm 1–2. */
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

/** An observation's figure as published, or null where it has none. */
export function observed(
  observation: Pick<Observation, "value" | "decimals" | "rankPool" | "valueLimit">,
  kind: Kind,
  lang: Lang,
): string | null {
  if (observation.value === null) return null;
  const { decimals, rankPool, valueLimit } = observation;
  return figure(observation.value, kind, lang, { decimals, pool: rankPool, limit: valueLimit });
}

/** How many decimals a computed number of a kind gets: a pace of ranks one, of shares two. */
export const computedDecimals = (kind: Kind): number =>
  ({ rank: 1, share: 2, growth: 2, index: 4, count: 1, tier: 1, state: 0 })[kind];

const inBoth = <T>(make: (locale: string) => T): Record<Lang, T> => ({ vi: make(LOCALE.vi), en: make(LOCALE.en) });
const lists = inBoth((locale) => new Intl.ListFormat(locale, { style: "long", type: "conjunction" }));
const economies = inBoth((locale) => new Intl.DisplayNames(locale, { type: "region" }));

/** A list in words: "A, B và C". */
export const list = (items: string[], lang: Lang): string => lists[lang].format(items);

/** The first letter as a capital, the rest untouched (GII stays GII). */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** Alpha-2 codes of the members of ASEAN: browsers know countries' names by them in both languages. */
const ALPHA_2: Record<string, string> = {
  BRN: "BN",
  IDN: "ID",
  KHM: "KH",
  LAO: "LA",
  MMR: "MM",
  MYS: "MY",
  PHL: "PH",
  SGP: "SG",
  THA: "TH",
  TLS: "TL",
  VNM: "VN",
};

/** The name of a member of ASEAN; for any other economy its code. */
export const economyName = (code: string, lang: Lang): string =>
  (ALPHA_2[code] && economies[lang].of(ALPHA_2[code])) || code;

/** The first and last of some years: "2021–2025"; a single year stays one. */
export function span(years: number[]): string {
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return from === to ? String(from) : `${from}–${to}`;
}
