import type { Lang } from "@moc2030/shared/text/lang";
import type { Named } from "../text/fold.ts";
import names from "./area-names.json" with { type: "json" };

/**
 * Search terms by area code: the alpha-2 code (ISO 3166-1, empty for a group), and names that people type beside the
 * displayed one, with older spellings. Never displayed.
 */
export const areaNames = new Map(
  Object.entries(names).map(([code, [alpha2 = "", ...others]]) => [code, { alpha2, names: others }]),
);

/** Areas sorted by the language's collation. */
export function sortedAreas<T extends { name: string }>(areas: readonly T[], lang: Lang): T[] {
  const { compare } = new Intl.Collator(lang);
  return areas.toSorted((a, b) => compare(a.name, b.name));
}

/** Options for an area: groups first, then economies, searchable by all their names. */
export function areaOptions(areas: readonly { code: string; name: string; kind: string }[], lang: Lang): Named[] {
  const regions = (["vi", "en"] as const).map((one) => new Intl.DisplayNames([one], { type: "region" }));
  return sortedAreas(areas, lang)
    .toSorted((a, b) => Number(b.kind === "group") - Number(a.kind === "group"))
    .map(({ code, name }) => {
      const known = areaNames.get(code);
      const both = known?.alpha2 ? regions.map((region) => region.of(known.alpha2) ?? "") : [];
      return {
        ...{ value: code, label: name, also: [...both, ...(known?.names ?? [])] },
        ...(known?.alpha2 && { code: known.alpha2 }),
      };
    });
}
