import { wordsOf } from "@moc2030/shared/text/fold";

/** What can be found: its title, other names of it, and what else is said of it, in any language. */
export type Findable = { title: string; also?: readonly string[]; about?: readonly string[] };

const isNumber = (word: string) => /^\d+$/.test(word);

/** A text as its words between spaces, so that a search for " word" finds where one begins. */
const spaced = (text: string) => ` ${wordsOf(text).join(" ")} `;
/** The last word may be the beginning of a longer one; a number is whole, since 30 is not 300. */
const wanted = (words: readonly string[]) => ` ${words.join(" ")}${isNumber(words.at(-1) ?? "") ? " " : ""}`;

/** Rank of a match, lower is better; null for none. */
function rankOf({ title, also = [], about = [] }: Findable, words: readonly string[]): number | null {
  const whole = ` ${words.join(" ")} `;
  const phrase = wanted(words);
  const names = [title, ...also].map(spaced);
  if (names.includes(whole)) return 0;
  if (names.some((name) => name.startsWith(phrase))) return 1;
  if (names.some((name) => name.includes(phrase))) return 2;
  const hasAll = (text: string) =>
    words.every((word, i) => text.includes(i < words.length - 1 ? ` ${word} ` : wanted([word])));
  if (names.some(hasAll)) return 3;
  const rest = about.map(spaced);
  if (rest.some((text) => text.includes(phrase))) return 4;
  return hasAll([...names, ...rest].join("")) ? 5 : null;
}

/**
 * Items that have every word of a query, the last one perhaps begun only; diacritics and case do not count. Best first:
 * whole name, beginning of a name, inside a name, inside the rest; else in the order given. Empty for a query without words.
 */
export function found<T extends Findable>(items: readonly T[], query: string): T[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return items
    .flatMap((item) => {
      const rank = rankOf(item, words);
      return rank === null ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
