/** A run of a text that is in both, only in the former, or only in the latter. */
export type WordChange = { kind: "same" | "removed" | "added"; text: string };

/** Words with the marks inside them ("7,5", "4G/5G"), runs of spaces, and other marks one by one. */
const parts = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+(?:[.,/-]\p{N}[\p{L}\p{N}]*)*|\s+|./gsu) ?? [];

/** Lengths of the longest common subsequence of `a` from i and `b` from j, by row. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (rows[i] as Uint16Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return rows;
}

/**
 * What became of a text, word by word: a longest common subsequence. What is "same" or "removed" makes up `before`, what
 * is "same" or "added" makes up `after`; a space between two changes belongs to both of them.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const [a, b] = [parts(before), parts(after)];
  const lengths = commonLengths(a, b);
  const common = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const found: WordChange[] = [];
  let [removed, added] = ["", ""];
  const close = () => {
    if (removed) found.push({ kind: "removed", text: removed });
    if (added) found.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    const [was, is] = [a[i], b[j]];
    if (was !== undefined && was === is) {
      const changesAfter = a[i + 1] !== b[j + 1];
      if (/^\s+$/.test(was) && (removed || added) && changesAfter) [removed, added] = [removed + was, added + was];
      else {
        close();
        const last = found.at(-1);
        if (last?.kind === "same") last.text += was;
        else found.push({ kind: "same", text: was });
      }
      [i, j] = [i + 1, j + 1];
    } else if (was !== undefined && (is === undefined || common(i + 1, j) >= common(i, j + 1)))
      [removed, i] = [removed + was, i + 1];
    else [added, j] = [added + (is ?? ""), j + 1];
  }
  close();
  return found;
}

const numbers = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
const without = (list: readonly string[], taken: readonly string[]): string[] => {
  const left = [...taken];
  return list.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
};

/** Numbers of one text that the other lacks, as written, each as often as it is missing. */
export const numbersChanged = (before: string, after: string): { removed: string[]; added: string[] } => ({
  removed: without(numbers(before), numbers(after)),
  added: without(numbers(after), numbers(before)),
});
