import type { Awaited } from "@moc2030/shared/due/next-edition";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Target } from "@moc2030/shared/schema/target";
import type { IndicatorItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { isOfEdition, observed } from "../../words/format.ts";
import type { TwoCompilers } from "../../words/two-compilers.ts";
import { changeText } from "../../words/wording.ts";

/** All that one headline card shows. */
export type CardFacts = {
  indicator: IndicatorItem;
  assessment: Assessment;
  target: Target;
  /** The official series of Viet Nam, oldest first. */
  series: Observation[];
  /** Another figure that must stand beside a discontinued one: the tier that replaced a rank. */
  companion: IndicatorItem | null;
  /** The newest year that another compiler tells differently, where the indicator's page says why. */
  beside: TwoCompilers<Observation> | null;
  /** An edition that is out by the publisher's calendar and not here yet. */
  missing: Awaited | null;
};

/** What changed since the figure before and since the base year, each with its year. */
export function changes({ indicator, target, series }: CardFacts, text: Text): { since: string; change: string }[] {
  const { say, lang } = text;
  const kind = indicator.valueKind;
  const latest = indicator.latest;
  if (!latest || latest.value === null) return [];
  const written = kind === "growth" ? "share" : kind;
  const to = { timePeriod: latest.timePeriod, value: latest.value };
  const against = (from: Observation | null | undefined, since: string) => {
    if (!from || from.value === null || from.timePeriod >= to.timePeriod) return [];
    // A bound ("nearly 5") cannot be subtracted from: both figures stand side by side instead.
    const change = from.valueLimit
      ? `${observed(from, written, lang)} → ${observed(latest, written, lang)}`
      : changeText({ timePeriod: from.timePeriod, value: from.value }, to, kind, text);
    return [{ since, change }];
  };
  const base = series.find((o) => o.timePeriod >= target.baseYear && o.value !== null);
  const before = indicator.previous;
  if (base && before?.timePeriod === base.timePeriod)
    return against(base, say("card.sinceBoth", { year: base.timePeriod }));
  return [
    ...against(
      before,
      say(isOfEdition(kind) ? "card.sinceEdition" : "card.sinceYear", { year: before?.timePeriod ?? "" }),
    ),
    ...(base ? against(base, say("card.sinceBase", { year: base.timePeriod })) : []),
  ];
}
