import { z } from "zod";

/** Response language: Vietnamese (default) or English, by `lang=` only, never negotiated. */
export const lang = z.enum(["vi", "en"]);
export type Lang = z.infer<typeof lang>;

/** A text in both languages, neither empty: the form in seed files. Responses hold one of the two. */
export const bilingual = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

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
