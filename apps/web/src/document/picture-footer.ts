import type { ChartLook } from "@moc2030/shared/page/chart-file";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import { langParam, stringifySearch } from "../address/search.ts";
import type { Text } from "../text/text.tsx";
import { dayOfInstant } from "../words/format.ts";

/** Footer of a chart's file: source, release, and an address that keeps to the day that was asked for or the release. */
export function footerOf(
  { lang, asOf, referenceDate, origin }: ChartLook,
  page: { path: string; search: Record<string, unknown> },
  release: ReleaseRef | null,
  sources: readonly string[],
  { say }: Text,
): string[] {
  const point = asOf === referenceDate ? { asOf } : { release: release?.id };
  const search = stringifySearch({ ...page.search, ...point, lang: langParam(lang) });
  return [
    ...sources.map((source) => say("picture.source", { sources: source })),
    ...(release ? [say("picture.release", { id: release.id, day: dayOfInstant(release.publishedAt, lang) })] : []),
    `${origin}${page.path}${search}`,
  ];
}
