import type { Outlook } from "@moc2030/shared/schema/outlook";
import type { Text } from "../text/text.tsx";
import { number } from "./format.ts";

type Others = NonNullable<Outlook["othersLikeUs"]>;

/**
 * How often economies at a similar rank improved by as much, in counts of past cases, or why none are shown. `noun` is
 * what the ranking counts: "nền kinh tế", "quốc gia".
 */
export function othersSentence(others: Others, noun: string, { say }: Text): string {
  if (!("shown" in others)) return say(`likeUs.${others.reason}`);
  if (!others.shown) return say(`likeUs.${others.reason ?? "few_cases"}`, { noun });
  const { windows, hits, economies, horizon } = others;
  return say("likeUs.sentence", { windows, hits, economies, horizon, noun });
}

/** The numbers behind `othersSentence`; empty if there are none. */
export function othersWorking(others: Others, noun: string, { say, lang }: Text): { term: string; value: string }[] {
  if (!("shown" in others)) return [];
  const share = (value: number) => `${number(100 * value, lang, 1)}%`;
  const { windows, hits, economies, horizon, from, replay, low, high } = others;
  return [
    { term: say("likeUs.windows", { horizon, from }), value: number(windows, lang) },
    { term: say("likeUs.hits"), value: number(hits, lang) },
    { term: say("likeUs.economies", { noun }), value: number(economies, lang) },
    { term: say("likeUs.share"), value: `${share(others.share)} (${share(low)}–${share(high)})` },
    ...(replay
      ? [
          { term: say("likeUs.replayCases"), value: number(replay.cases, lang) },
          { term: say("likeUs.replay"), value: `${share(replay.said)}; ${share(replay.happened)}` },
          {
            term: say("likeUs.brier"),
            value: [replay.brier, replay.brierNever, replay.brierShare].map((one) => number(one, lang, 4)).join("; "),
          },
        ]
      : []),
  ];
}
