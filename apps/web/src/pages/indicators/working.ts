import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { Indicator } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { computedDecimals, figure, number } from "../../words/format.ts";
import { amount } from "../../words/wording.ts";

/** One step of the working: term, value, note. */
export type Step = { term: string; value: string; note?: string };
type Facts = { assessment: Assessment; target: Target; indicator: Indicator };

/** Group positions are formatted as ranks. */
const kindOf = ({ assessment, indicator }: Facts) => (assessment.group ? "rank" : indicator.valueKind);

/** The numbers of an assessment in order of computation. */
export function steps(facts: Facts, text: Text): Step[] {
  return facts.assessment.average ? averageSteps(facts, text) : paceSteps(facts, text);
}

function paceSteps(facts: Facts, text: Text): Step[] {
  const { say, lang } = text;
  const { assessment: a, target } = facts;
  const kind = kindOf(facts);
  const decimals = computedDecimals(kind);
  const value = (x: number) => figure(x, kind, lang);
  // A met target has no pace.
  const isPaced = a.class !== "met";
  const list: (Step | false)[] = [
    a.base !== null && {
      term: say("working.base", { year: a.base.timePeriod }),
      value: value(a.base.value),
      note: baseNote(a.base.timePeriod, target, text),
    },
    a.latest !== null && { term: say("working.latest", { year: a.latest.timePeriod }), value: value(a.latest.value) },
    a.last !== null && {
      term: say("working.last", { year: a.last.timePeriod }),
      value: value(a.last.value),
      note: say(a.last.satisfies ? "working.lastInside" : "working.lastOutside"),
    },
    a.targetValue !== null && { term: say("working.target", { year: a.targetYear }), value: value(a.targetValue) },
    isPaced &&
      a.pace?.soFarPerYear != null && {
        term: say("working.soFar"),
        value: signed(a.pace.soFarPerYear, kind, text),
      },
    isPaced &&
      a.base !== null &&
      a.targetValue !== null && {
        term: say("working.asked"),
        value: signed((a.targetValue - a.base.value) / (a.targetYear - a.base.timePeriod), kind, text),
      },
    a.pace?.ratio != null && {
      term: say("working.ratio"),
      value: number(a.pace.ratio, lang, 2),
      note: say("working.cutOffs"),
    },
    a.pace?.neededPerYear != null && {
      term: say("working.needed", { year: a.targetYear }),
      value: amount(a.pace.neededPerYear, kind, text, decimals),
    },
    a.margin?.worse != null && { term: say("working.worse"), value: value(round(a.margin.worse)) },
    a.margin?.better != null && { term: say("working.better"), value: value(round(a.margin.better)) },
  ];
  return list.filter((step) => step !== false);
}

const baseNote = (year: number, target: Target, { say }: Text) =>
  year === target.baseYear
    ? say("working.baseReason", { reason: target.baseYearReason })
    : say("working.baseLater", { wanted: target.baseYear });

const round = (x: number) => Math.round(x * 100) / 100;

/** A yearly change with sign, where a falling rank is an improvement. */
const signed = (x: number, kind: Indicator["valueKind"], text: Text) =>
  `${x > 0 ? "+" : x < 0 ? "−" : ""}${kind === "rank" ? amount(round(x), kind, text) : amount(x, kind, text, computedDecimals(kind))}`;

function averageSteps({ assessment: a, target }: Facts, text: Text): Step[] {
  const { say, lang } = text;
  const average = a.average;
  if (!average) return [];
  const rate = (x: number) => figure(x, "growth", lang, { decimals: 2 });
  const list: (Step | false)[] = [
    {
      term: say("working.window"),
      value: target.window ? `${target.window.from}–${target.window.to}` : "",
      note: say("working.counted", { years: average.yearsCounted.join(", ") }),
    },
    average.yearsMissing.length > 0 && { term: say("working.missing"), value: average.yearsMissing.join(", ") },
    average.toDate !== null && { term: say("working.average"), value: rate(average.toDate) },
    a.targetValue !== null && { term: say("working.averageTarget"), value: figure(a.targetValue, "growth", lang) },
    average.ratio !== null && {
      term: say("working.averageRatio"),
      value: number(average.ratio, lang, 2),
      note: say("working.cutOffs"),
    },
    average.needed !== null && { term: say("working.averageNeeded"), value: rate(average.needed) },
  ];
  return list.filter((step) => step !== false);
}

/** The pace formula with its numbers; null without a pace. */
export function formula({ assessment: a, target }: Facts, text: Text): string | null {
  const n = (x: number) => (x < 0 ? `(${number(x, text.lang)})` : number(x, text.lang));
  if (a.average?.toDate != null) {
    const years = a.average.yearsCounted.length;
    return `A = ((1 + g₁/100) × … × (1 + g${subscript(years)}/100))^(1/${years}) − 1 = ${number(a.average.toDate, text.lang, 4)}%${
      a.average.ratio === null || target.value === null
        ? ""
        : `;  A / G = ${number(a.average.toDate, text.lang, 4)} / ${n(target.value)} = ${number(a.average.ratio, text.lang, 4)}`
    }`;
  }
  if (!a.base || !a.latest || a.targetValue === null || a.pace?.ratio == null) return null;
  const { base, latest } = a;
  return `P = [(${n(latest.value)} − ${n(base.value)}) / (${latest.timePeriod} − ${base.timePeriod})] / [(${n(a.targetValue)} − ${n(base.value)}) / (${a.targetYear} − ${base.timePeriod})] = ${number(a.pace.ratio, text.lang, 4)}`;
}

const subscript = (n: number) => [...String(n)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
