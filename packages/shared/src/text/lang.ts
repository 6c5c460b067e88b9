/** The languages of responses and pages. */
export const LANGS = ["vi", "en"] as const;
export type Lang = (typeof LANGS)[number];

/** A text in both languages. */
export type Bilingual = { vi: string; en: string };

/** `T` with every bilingual text replaced by a string. */
export type Localized<T> = T extends Bilingual
  ? string
  : T extends readonly (infer U)[]
    ? Localized<U>[]
    : T extends object
      ? { [K in keyof T]: Localized<T[K]> }
      : T;

const isBilingual = (value: object): value is Bilingual =>
  "vi" in value && "en" in value && Object.keys(value).length === 2;

/** Replaces every `{ vi, en }` in `value`, at any depth, by the text in `to`. */
export function localize<T>(value: T, to: Lang): Localized<T> {
  if (value === null || typeof value !== "object") return value as Localized<T>;
  if (Array.isArray(value)) return value.map((item) => localize(item, to)) as Localized<T>;
  if (isBilingual(value)) return value[to] as Localized<T>;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, localize(item, to)])) as Localized<T>;
}
