/** Years in ascending order as ranges of years that follow each other, each by its first and last; [2020] is one year. */
export function yearRanges(years: readonly number[]): number[][] {
  const ranges: number[][] = [];
  for (const year of years) {
    const range = ranges.at(-1);
    if (range?.at(-1) === year - 1) ranges.splice(-1, 1, [range[0] ?? year, year]);
    else ranges.push([year]);
  }
  return ranges;
}
