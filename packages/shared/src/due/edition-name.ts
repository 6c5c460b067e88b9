/**
 * What an edition is called, from the name of an earlier one: "GII 2025" of 2025 makes "GII 2026" for 2026. Null where
 * that name does not hold its year, so that the next one is not known.
 */
export function editionName(earlier: { name: string | null; timePeriod: number }, timePeriod: number): string | null {
  const year = new RegExp(`(?<!\\d)${earlier.timePeriod}(?!\\d)`, "g");
  if (earlier.name?.match(year)?.length !== 1) return null;
  return earlier.name.replace(year, String(timePeriod));
}
