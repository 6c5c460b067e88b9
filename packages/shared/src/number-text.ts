import type { Lang } from "./text.ts";

/** Why a text is not taken as a number; `example` is the same number written right, where it can be guessed. */
export type NumberRefusal = {
  ok: false;
  code: "not_a_number" | "use_decimal_comma" | "use_decimal_point";
  example: string | null;
};
export type ReadNumber = { ok: true; text: string } | NumberRefusal;

const PLAIN = /^-?\d{1,15}(\.\d{1,9})?$/;
/** `12,345` or `1.234.567`: digits in threes, which could be a whole number or a fraction. */
const GROUPED = /^-?\d{1,3}([.,]\d{3}){2,}$/;

const withoutLeadingZeros = (text: string) => text.replace(/^(-?)0+(?=\d)/, "$1").replace(/^-(?=0*(\.0*)?$)/, "");

/** Reads a number as its reader writes it: `14,02` in Vietnamese, `14.02` in English. The other mark is refused, never guessed; so are thousands marks, exponents and units. Gives the published text, `14.02`. */
export function readNumber(input: string, lang: Lang): ReadNumber {
  const typed = input.replace(/^[\s\u00a0\ufeff]+|[\s\u00a0]+$/g, "").replace(/^[\u2212\u2013]/, "-");
  const [own, other] = lang === "vi" ? [",", "."] : [".", ","];
  const plain = typed.replace(own, ".");
  if (!typed.includes(other) && PLAIN.test(plain)) return { ok: true, text: withoutLeadingZeros(plain) };
  const swapped = typed.replace(other, ".");
  if (!typed.includes(own) && PLAIN.test(swapped) && !GROUPED.test(typed))
    return {
      ok: false,
      code: lang === "vi" ? "use_decimal_comma" : "use_decimal_point",
      example: swapped.replace(".", own),
    };
  return { ok: false, code: "not_a_number", example: null };
}

/** Whether two published texts are one number: `6.0` is `6`; two missing values are one. */
export function sameNumber(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const trimmed = (text: string) => withoutLeadingZeros(text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  return trimmed(a) === trimmed(b);
}
