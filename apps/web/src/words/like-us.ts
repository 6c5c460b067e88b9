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

/** The numbers behind `othersSentence`, each a count of past cases and none a share; empty if there are none. */
export function othersWorking(others: Others, noun: string, { say, lang }: Text): { term: string; value: string }[] {
  if (!("shown" in others)) return [];
  const { windows, hits, economies, horizon, from, replay, low, high } = others;
  const counted = (value: number, decimals = 0) => number(value, lang, decimals);
  const range = say("likeUs.range", { low: counted(low * windows), high: counted(high * windows), windows });
  return [
    { term: say("likeUs.windows", { horizon, from }), value: counted(windows) },
    { term: say("likeUs.hits"), value: counted(hits) },
    { term: say("likeUs.economies", { noun }), value: counted(economies) },
    { term: say("likeUs.margin"), value: range },
    ...(replay
      ? [
          { term: say("likeUs.replayCases"), value: counted(replay.cases) },
          {
            term: say("likeUs.replay"),
            value: `${counted(replay.said * replay.cases, 1)}; ${counted(replay.happened * replay.cases)}`,
          },
          {
            term: say("likeUs.brier"),
            value: [replay.brier, replay.brierNever, replay.brierShare].map((one) => counted(one, 4)).join("; "),
          },
        ]
      : []),
  ];
}
