import type { ChartLook } from "@moc2030/shared/page/chart-file";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import { langParam, stringifySearch } from "../address/search.ts";
import type { Text } from "../text/text.tsx";
import { dayOfInstant, isoDayOfInstant } from "../words/format.ts";

/** Footer of a chart's file: source, release, permalink. The permalink is pinned to the day of the release. */
export function footerOf(
  { lang, asOf, referenceDate, origin }: ChartLook,
  page: { path: string; search: Record<string, unknown> },
  release: ReleaseRef | null,
  sources: readonly string[],
  { say }: Text,
): string[] {
  const day = asOf === referenceDate ? asOf : release ? isoDayOfInstant(release.publishedAt) : undefined;
  const search = stringifySearch({ ...page.search, asOf: day, lang: langParam(lang) });
  return [
    ...sources.map((source) => say("picture.source", { sources: source })),
    ...(release ? [say("picture.release", { id: release.id, day: dayOfInstant(release.publishedAt, lang) })] : []),
    `${origin}${page.path}${search}`,
  ];
}
