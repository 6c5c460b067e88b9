import names from "./area-names.json" with { type: "json" };
import { wordsOf } from "./fold.ts";

/**
 * Search terms by area code: the alpha-2 code (ISO 3166-1, empty for a group), and names that people type beside the
 * displayed one, with older spellings. Never displayed.
 */
export const areaNames = new Map(
  Object.entries(names).map(([code, [alpha2 = "", ...others]]) => [code, { alpha2, names: others }]),
);

/** The names of an area beside its own: those of Unicode CLDR in both languages, and those that people type. */
export function otherNames(code: string): string[] {
  const known = areaNames.get(code);
  if (!known) return [];
  const regions = known.alpha2 ? ["vi", "en"].map((one) => new Intl.DisplayNames([one], { type: "region" })) : [];
  return [...regions.map((region) => region.of(known.alpha2) ?? ""), ...known.names];
}

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
