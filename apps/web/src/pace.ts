import type { Assessment } from "@moc2030/shared/assessment";
import { computedDecimals, figure } from "./format.ts";
import type { Text } from "./text/text.tsx";
import { amount, type Measure } from "./wording.ts";

/** The share of the way from base to target under which a class is said to hang by a thread. */
const THREAD = 0.06;

/** What is still needed each year beside what was achieved each year; null where no pace can be said. */
export function paceSentence(a: Assessment, measure: Measure, text: Text): string | null {
  const { say, lang } = text;
  if (a.average) {
    if (a.average.needed === null) return null;
    return say("card.averageNeeded", {
      needed: figure(a.average.needed, "growth", lang, { decimals: 2 }),
      from: Math.max(...a.average.yearsCounted) + 1,
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

/** The value at which the class would change, where the latest one is close to it. */
export function marginSentence(a: Assessment, measure: Measure, text: Text): string | null {
  if (!a.margin || !a.latest || !a.base || a.targetValue === null || a.group) return null;
  const latest = a.latest.value;
  const way = Math.abs(a.targetValue - a.base.value);
  const isNear = (edge: number) => Math.abs(edge - latest) <= THREAD * way;
  const { worse, better } = a.margin;
  if (worse !== null && isNear(worse)) return text.say("card.marginWorse", edgeWords(worse, latest, measure, text));
  if (better !== null && isNear(better)) return text.say("card.marginBetter", edgeWords(better, latest, measure, text));
  return null;
}

/** The edge as a value that can be published: the first whole rank beyond it, or two decimals. */
function edgeWords(edge: number, latest: number, { valueKind }: Measure, text: Text): { value: string } {
  if (valueKind !== "rank") return { value: figure(edge, valueKind, text.lang, { decimals: 2 }) };
  return { value: String(edge > latest ? Math.floor(edge) + 1 : Math.floor(edge)) };
}
