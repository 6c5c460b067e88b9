import type * as AreaNames from "@moc2030/shared/text/area-names";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Named } from "../text/fold.ts";

/** Areas sorted by the language's collation. */
export function sortedAreas<T extends { name: string }>(areas: readonly T[], lang: Lang): T[] {
  const { compare } = new Intl.Collator(lang);
  return areas.toSorted((a, b) => compare(a.name, b.name));
}

/** Options for an area: groups first, then economies, searchable by all names as soon as `names` are loaded. */
export function areaOptions(
  areas: readonly { code: string; name: string; kind: string }[],
  lang: Lang,
  names: typeof AreaNames | undefined,
): Named[] {
  return sortedAreas(areas, lang)
    .toSorted((a, b) => Number(b.kind === "group") - Number(a.kind === "group"))
    .map(({ code, name }) => {
      const alpha2 = names?.areaNames.get(code)?.alpha2;
      return { value: code, label: name, also: names?.otherNames(code) ?? [], ...(alpha2 && { code: alpha2 }) };
    });
}
