import { wordsOf } from "@moc2030/shared/text/fold";

/** A searchable item: label, code, alternative names. */
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

/** Suffixes of a word list, joined: a match can begin at any word. */
const endings = (words: readonly string[]) => words.map((_, i) => words.slice(i).join(""));

/** Rank of a match, lower is better; null for none. */
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
 * Items matching a query, ignoring diacritics, spaces, hyphens and apostrophes. Best first: whole name, code, prefix of
 * the name, prefix of a word, anywhere.
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
