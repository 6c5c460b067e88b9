/** A text without diacritics and case, as people type in a hurry: "Hàn Quốc" and "han quoc" are one. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase().trim();

/** Those of some things whose name or code holds what was typed; names that begin with it first, then words that do. */
export function matching<T extends { value: string; label: string }>(items: readonly T[], typed: string): T[] {
  const wanted = folded(typed);
  if (wanted === "") return [...items];
  const rank = ({ value, label }: T): number => {
    const name = folded(label);
    if (name.startsWith(wanted) || value.toLowerCase() === wanted) return 0;
    if (name.includes(` ${wanted}`) || name.includes(`(${wanted}`)) return 1;
    return name.includes(wanted) ? 2 : 3;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
