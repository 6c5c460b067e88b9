import type { DaysCompared, IndicatorItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { day } from "../../words/format.ts";

/** The differences between two days in a sentence, with counts; `only` is the indicator they are filtered by. */
export function sentence(
  { from, to, items, statuses, releases }: DaysCompared,
  only: IndicatorItem | undefined,
  { say, lang }: Text,
): string {
  const revised = items.filter(({ old }) => old !== null).length;
  return say(only ? "releases.sentenceOf" : "releases.sentence", {
    indicator: only?.name ?? "",
    from: day(from.day, lang),
    to: day(to.day, lang),
    releases: releases.length,
    revised,
    added: items.length - revised,
    statuses: statuses.length,
  });
}
