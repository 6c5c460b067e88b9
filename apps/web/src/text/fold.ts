/** A text without diacritics and case, as people type in a hurry: "Hàn Quốc" and "han quoc" are one. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase().trim();

/** Its words. "&" is one, an apostrophe is none, whichever of its signs is typed; Vietnamese spells "kỳ" and "kì" alike. */
const wordsOf = (text: string): string[] =>
  folded(text)
    .replaceAll("y", "i")
    .replaceAll("&", " and ")
    .replaceAll(/['’‘ʼ`´.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Something with a name to be found by: its code, and what else people call it. */
export type Named = { value: string; label: string; code?: string; also?: readonly string[] };

type Keys = { name: string[]; also: string[][]; codes: string[] };
const keysOf = new WeakMap<Named, Keys>();
function keys(item: Named): Keys {
  const known = keysOf.get(item);
  if (known) return known;
  const made = {
    name: wordsOf(item.label),
    also: (item.also ?? []).map(wordsOf),
    codes: [item.value, item.code ?? ""].map((code) => wordsOf(code).join("")),
  };
  keysOf.set(item, made);
  return made;
}

/** Words run together, from each of them on. */
const endings = (words: readonly string[]) => words.map((_, i) => words.slice(i).join(""));

/** How well what was typed (run together) names something: the lower the better, null not at all. */
function rankOf(item: Named, typed: string): number | null {
  const { name, also, codes } = keys(item);
  const names = [name, ...also].map((words) => words.join(""));
  if (names.includes(typed)) return 0;
  if (codes.includes(typed)) return 1;
  if (names[0]?.startsWith(typed)) return 2;
  if (endings(name).some((end) => end.startsWith(typed))) return 3;
  if (names.some((other) => other.startsWith(typed))) return 4;
  if (also.some((words) => endings(words).some((end) => end.startsWith(typed)))) return 5;
  return names[0]?.includes(typed) ? 6 : null;
}

/**
 * Those of some things that what was typed names, without regard to marks, spaces, hyphens and apostrophes: a whole name
 * first, then a code, then names that begin with it, then words that do, then the rest.
 */
export function matching<T extends Named>(items: readonly T[], typed: string): T[] {
  const wanted = wordsOf(typed).join("");
  if (wanted === "") return [...items];
  return items
    .flatMap((item) => {
      const rank = rankOf(item, wanted);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
