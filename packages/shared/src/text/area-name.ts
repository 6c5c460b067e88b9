import { areaNames, otherNames } from "./area-names.ts";
import { wordsOf } from "./fold.ts";

interface NamedArea {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string };
}

/** No name is longer; folding a long run of marks would take its square. */
const LONGEST = 100;
const asWritten = (text: string) => text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
const asWords = (text: string) => wordsOf(text).join("");

/**
 * Finds the codes of the areas that a text can mean: by code, then by a name as written in any case, then by a name
 * without diacritics and marks or the alpha-2 code. More than one where only the last holds: MY is Malaysia, and Mỹ.
 */
export function areaFinder(areas: readonly NamedArea[]): (text: string) => readonly string[] {
  const codes = new Set(areas.map(({ code }) => code));
  let index: Map<string, Set<string>> | undefined;
  const indexed = () => {
    index = new Map();
    const add = (key: string, code: string) => index?.set(key, (index.get(key) ?? new Set()).add(code));
    for (const { code, name } of areas) {
      const all = [name.vi, name.en, ...otherNames(code)];
      for (const one of all) add(`written ${asWritten(one)}`, code);
      for (const one of [...all, areaNames.get(code)?.alpha2 ?? ""]) add(`words ${asWords(one)}`, code);
    }
    return index;
  };
  return (text) => {
    if (codes.has(text)) return [text];
    if (text.length > LONGEST) return [];
    const upper = text.toUpperCase();
    if (codes.has(upper)) return [upper];
    const known = index ?? indexed();
    const words = asWords(text);
    if (words === "") return [];
    return [...(known.get(`written ${asWritten(text)}`) ?? known.get(`words ${words}`) ?? [])].sort();
  };
}
