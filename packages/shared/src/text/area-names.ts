import names from "./area-names.json" with { type: "json" };

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
