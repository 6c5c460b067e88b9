import { z } from "zod";

/** Language of an answer: Vietnamese (default) or English. Never negotiated, only asked for with `lang=`. */
export const lang = z.enum(["vi", "en"]);
export type Lang = z.infer<typeof lang>;

/** One text in both languages, neither empty. Seed files hold texts in this form; answers hold one of the two. */
export const bilingual = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** What is left of `T` when every bilingual text in it has become the text in one language. */
export type Localized<T> = T extends Bilingual
  ? string
  : T extends readonly (infer U)[]
    ? Localized<U>[]
    : T extends object
      ? { [K in keyof T]: Localized<T[K]> }
      : T;

const isBilingual = (value: object): value is Bilingual =>
  "vi" in value && "en" in value && Object.keys(value).length === 2;

/** `value` with every `{ vi, en }` in it, at any depth, replaced by the text in `to`. */
export function localize<T>(value: T, to: Lang): Localized<T> {
  if (value === null || typeof value !== "object") return value as Localized<T>;
  if (Array.isArray(value)) return value.map((item) => localize(item, to)) as Localized<T>;
  if (isBilingual(value)) return value[to] as Localized<T>;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, localize(item, to)])) as Localized<T>;
}
