import { readFileSync } from "node:fs";

/** Both languages of the pages, for a journey that is made in each. */
export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words of the staff pages in a language, with values in their places, and in English one thing told from more. */
export function wordsIn(lang: Language) {
  const file = new URL(`../apps/web/src/text/staff.${lang}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return (id: string, values: Record<string, string | number> = {}): string => {
    const text = texts[id];
    if (text === undefined) throw new Error(`The staff pages have no text ${id}`);
    return text
      .replaceAll(
        /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g,
        (_, name: string, one: string, more: string) =>
          (values[name] === 1 ? one : more).replace("#", String(values[name])),
      )
      .replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}

/** A path in a language. */
export const inLanguage = (lang: Language, path: string): string => (lang === "en" ? `${path}?lang=en` : path);
