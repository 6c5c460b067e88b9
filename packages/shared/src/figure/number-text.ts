import { codePoint, findHidden, trimHidden } from "../text/clean.ts";
import type { Lang } from "../text/lang.ts";

/** Longest text, in UTF-16 units, read as a number: 15 + 9 digits, sign, mark, and room for what a refusal quotes. */
const LONGEST = 40;

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

/**
 * The one grammar of a published number: `-?(0|[1-9]\d{0,14})(\.\d{1,9})?` and never −0, so each is a JSON number too.
 * Trailing zeros are part of what was published. The triggers of migration 0003 say the same in SQL.
 */
export const isNumberText = (text: string): boolean =>
  text.length <= LONGEST && NUMBER.test(text) && !(text.startsWith("-") && !/[1-9]/.test(text));

/** Error message for a text that `isNumberText` rejects. */
export const NUMBER_EXPECTED =
  "expected a plain decimal number such as 14.02: no leading zeros, no -0, no exponent, at most 15 digits and 9 decimals";

const withoutLeadingZeros = (text: string) => text.replace(/^(-?)0+(?=\d)/, "$1").replace(/^-(?=0*(?:\.0*)?$)/, "");

/** The published form of a text that was stored before the grammar was enforced: `0072.50` is `72.50`, `-0` is `0`; null where it is no number (`1e5`, `abc`, empty). */
export function canonicalNumber(text: string): string | null {
  const plain = withoutLeadingZeros(text);
  return isNumberText(plain) ? plain : null;
}

export type NumberCode =
  | "not_a_number"
  | "use_decimal_comma"
  | "use_decimal_point"
  | "percent_sign"
  | "thousands_mark"
  | "ambiguous_number"
  | "no_figure_sign"
  | "footnote_mark"
  | "other_digits"
  | "exponent"
  | "too_many_digits"
  | "hidden_character";

/** Why a text is not read as a number. All but `code` are values of its message. */
export type NumberRefusal = {
  readonly ok: false;
  readonly code: NumberCode;
  /** The corrected text in the reader's format, where it is clear. */
  readonly example: string | null;
  /** The second reading of an ambiguous number. */
  readonly other: string | null;
  /** The offending text, such as `(1)` or `U+200B`. */
  readonly mark: string | null;
  /** Position of `mark` in characters, from 1; null where it is not needed. */
  readonly at: number | null;
};
export type ReadNumber = { readonly ok: true; readonly text: string } | NumberRefusal;

const refuse = (code: NumberCode, values: Partial<Omit<NumberRefusal, "ok" | "code">> = {}): NumberRefusal => ({
  ok: false,
  code,
  example: null,
  other: null,
  mark: null,
  at: null,
  ...values,
});

/** Message values of a refusal, without empty ones. */
export const refusalValues = ({ ok: _, code: __, ...values }: NumberRefusal): Record<string, string | number> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== null));

/** How tables mark a missing figure. */
const NO_FIGURE = /^(?:\.{1,3}|…|-{1,3}|[–—]|:|x|n\/a|n\.a\.?|na|nan|null)$/i;
/** A number with a note beside it: `13,40(1)`, `84,15*`, `12,87¹`, `12,87 p`. */
const NOTED =
  /^(-?[\d.,]*\d)\s*(\([^()\s]{1,6}\)|\[[^[\]\s]{1,6}\]|[a-z0-9]{1,2}\)|[*†‡§#]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[a-z])$/iu;
const EXPONENT = /^-?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
/** One group of three after one to three digits: a whole number, or a fraction with the other mark. */
const ONE_GROUP = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
/** Groups of three between points, commas, apostrophes or spaces, then perhaps decimals after another mark. */
const GROUPED = /^(-?[1-9]\d{0,2})(?:(?:\.\d{3})+(?:,(\d+))?|(?:,\d{3})+(?:\.(\d+))?|(?:[\s'’]\d{3})+(?:[.,](\d+))?)$/u;

const fullWidth = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/** Why a trimmed text is not a number in the `own` format, with the probable reading. */
function diagnose(typed: string, lang: Lang): NumberRefusal {
  const [own, foreign] = lang === "vi" ? [",", "."] : [".", ","];
  const written = (text: string) => text.replace(".", own);
  if (NO_FIGURE.test(typed)) return refuse("no_figure_sign", { mark: typed });
  /** Refuses a mark beside a number, with the number alone; where that has two readings, with both. */
  const beside = (code: NumberCode, number: string, mark: string) => {
    const bare = readNumber(number, lang);
    if (!bare.ok && bare.code === "ambiguous_number") return bare;
    const example = bare.ok ? written(bare.text) : bare.example;
    return example === null ? refuse("not_a_number") : refuse(code, { mark, example });
  };
  if (/[%％]$/.test(typed)) return beside("percent_sign", typed.slice(0, -1), typed.slice(-1));
  const noted = NOTED.exec(typed);
  if (noted) return beside("footnote_mark", noted[1] as string, noted[2] as string);
  if (EXPONENT.test(typed)) return refuse("exponent");
  const odd = /(?!\d)\p{Nd}/u.exec(typed)?.[0];
  if (odd) {
    const usual = fullWidth(typed);
    const bare = usual === typed ? null : readNumber(usual, lang);
    if (bare?.ok === false && bare.code === "ambiguous_number") return bare;
    return refuse("other_digits", { mark: odd, example: bare?.ok ? written(bare.text) : (bare?.example ?? null) });
  }
  if (ONE_GROUP.test(typed))
    return refuse("ambiguous_number", { example: typed.replace(foreign, ""), other: typed.replace(foreign, own) });
  const grouped = GROUPED.exec(typed);
  if (grouped) {
    const decimals = grouped[2] ?? grouped[3] ?? grouped[4];
    const whole = (decimals === undefined ? typed : typed.slice(0, -decimals.length - 1)).replace(/[^\d-]/g, "");
    return refuse("thousands_mark", { example: decimals === undefined ? whole : `${whole}${own}${decimals}` });
  }
  if (/^-?\d+(?:[.,]\d+)?$/.test(typed)) {
    const swapped = canonicalNumber(typed.replace(",", "."));
    if (swapped === null) return refuse("too_many_digits");
    return refuse(lang === "vi" ? "use_decimal_comma" : "use_decimal_point", { example: written(swapped) });
  }
  const hidden = findHidden(typed);
  if (hidden) return refuse("hidden_character", { mark: codePoint(hidden.code), at: hidden.at });
  return refuse("not_a_number");
}

/**
 * Parses a number in the reader's format: `14,02` in Vietnamese, `14.02` in English. Spaces and invisible characters
 * around it are passed over. Anything else is refused, never guessed. Gives the published text, `14.02`.
 */
export function readNumber(input: string, lang: Lang): ReadNumber {
  const bare = trimHidden(input);
  if (bare.length > LONGEST) return refuse("not_a_number");
  const typed = bare.replace(/^[\u2212\u2013](?=.)/, "-");
  const own = lang === "vi" ? "," : ".";
  const text =
    /^-?\d+(?:[.,]\d+)?$/.test(typed) && !typed.includes(own === "," ? "." : ",") ? typed.replace(own, ".") : "";
  const canonical = canonicalNumber(text);
  return canonical === null ? diagnose(typed, lang) : { ok: true, text: canonical };
}

/** The two readings of a number of which a whole one is expected: `1.000` is 1000 with its thousands separated, or 1. Null where there is one reading. */
export function wholeReadings(text: string): { readonly example: string; readonly other: string } | null {
  const [whole = "", zeros] = text.split(".");
  return zeros === "000" && /^-?[1-9]\d{0,2}$/.test(whole) ? { example: `${whole}000`, other: whole } : null;
}

/** Whether two published texts are the same number: `6.0` equals `6`; two missing values are equal. */
export function sameNumber(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const trimmed = (text: string) => {
    const plain = withoutLeadingZeros(text);
    return plain.includes(".") ? plain.replace(/(?<!0)0*$/, "").replace(/\.$/, "") : plain;
  };
  return trimmed(a) === trimmed(b);
}
