import { readFileSync } from "node:fs";

/** The words of the staff pages in a language, for a journey that is made in both. */
export function wordsIn(lang: "vi" | "en") {
  const file = new URL(`../apps/web/src/text/staff.${lang}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return (id: string, values: Record<string, string | number> = {}): string => {
    const text = texts[id];
    if (text === undefined) throw new Error(`The staff pages have no text ${id}`);
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
