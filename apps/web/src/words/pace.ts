import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Text } from "../text/text.tsx";
import { computedDecimals, figure, inSentence } from "./format.ts";
import { rungStart, type Scale, thresholds } from "./thresholds.ts";
import { amount, type Measure, type Status, statusWord } from "./wording.ts";
import { isYearOver } from "./years-ahead.ts";

/** Maximum margin that is mentioned, as a share of the distance from base to target. */
const THREAD = 0.06;

/** Needed pace against the pace so far; null without a pace. */
export function paceSentence(a: Assessment, measure: Measure, text: Text): string | null {
  const { say, lang } = text;
  if (a.average) {
    if (a.average.needed === null) return null;
    const from = Math.max(...a.average.yearsCounted) + 1;
    return say(isYearOver(from, a.referenceDate) ? "card.averageUnknown" : "card.averageNeeded", {
      needed: figure(a.average.needed, "growth", lang, { decimals: 2 }),
      from,
      to: a.targetYear,
    });
  }
  const isOver = a.class === "met" || a.class === "missed";
  if (isOver || !a.pace || a.pace.neededPerYear === null || a.pace.soFarPerYear === null || !a.base) return null;
  const kind = measure.valueKind;
  const decimals = computedDecimals(kind);
  const better = a.pace.soFarPerYear * (measure.direction === "higher" ? 1 : -1);
  return say(better < 0 ? "card.paceLost" : "card.pace", {
    needed: amount(a.pace.neededPerYear, kind, text, decimals),
    soFar: amount(a.pace.soFarPerYear, kind, text, decimals),
    year: a.base.timePeriod,
  });
}

/** Note for a figure close to a threshold of its class, with the threshold; null if it is not close. */
export function marginSentence(a: Assessment, scale: Scale & Measure, text: Text): string | null {
  const all = thresholds(a, scale);
  if (!all || !a.margin || !a.latest || !a.base || a.targetValue === null) return null;
  const { say, lang } = text;
  const way = Math.abs(a.targetValue - a.base.value);
  const latest = a.latest.value;
  const isNear = (edge: number | null) => edge !== null && Math.abs(edge - latest) <= THREAD * way;
  const at = all.rungs.findIndex((rung) => rung.class === a.class);
  const [own, before] = [all.rungs[at], all.rungs[at - 1]];
  const write = (value: number) => {
    const written = figure(value, scale.valueKind, lang, { decimals: scale.decimals });
    return scale.valueKind === "rank" ? say("value.rank", { n: written }) : written;
  };
  if (own?.worst != null && isNear(a.margin.worse)) {
    const next = all.rungs.slice(at + 1, at + 3).map((rung) =>
      say("card.marginThen", {
        from: rungStart(all, rung, scale, text),
        status: classWord({ ...a, class: rung.class }, text, scale),
      }),
    );
    return say("card.marginWorse", {
      year: a.latest.timePeriod,
      value: write(own.worst),
      status: classWord(a, text, scale),
      next: next.join(", "),
    });
  }
  if (before?.worst != null && isNear(a.margin.better))
    return say("card.marginBetter", {
      year: a.latest.timePeriod,
      value: write(before.worst),
      status: classWord({ ...a, class: before.class }, text, scale),
    });
  return null;
}

/** The status word in lower case, for the middle of a sentence. */
export function classWord(a: Status, text: Text, of: Pick<Measure, "valueKind" | "direction">): string {
  return inSentence(statusWord(a, text, of));
}
