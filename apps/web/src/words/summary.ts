import { isUsable } from "@moc2030/shared/assess/usable";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Target } from "@moc2030/shared/schema/target";
import type { Indicator } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { flagsInProse } from "./flags.ts";
import { capital, computedDecimals, figure, number, observed, span } from "./format.ts";
import { amount, lastText, reasonText, targetText } from "./wording.ts";

/** Input of a summary: the official series, oldest first, and the followed target. */
export type SummaryFacts = {
  indicator: Indicator;
  series: Observation[];
  target: Target | null;
  assessment: Assessment | null;
};
type Known = Observation & { value: number };

/** The figures since the base year, or the last two. */
function since({ series, target }: SummaryFacts): Known[] {
  const all = series.filter(isUsable);
  const from = all.filter((o) => o.timePeriod >= (target?.baseYear ?? 2020));
  return from.length > 1 ? from : all.slice(-2);
}

/** A paragraph describing the chart; every number comes from the figures. */
export function summary(facts: SummaryFacts, text: Text): string {
  const points = since(facts);
  const { indicator, assessment } = facts;
  const ended =
    assessment?.class === "not_assessable"
      ? `${capital(reasonText(assessment, indicator, indicator.compiler, text))}${
          assessment.last ? `; ${lastText(assessment, indicator, text)}` : ""
        }.`
      : null;
  if (points.length === 0) return ended ?? `${text.say("value.none")}.`;
  const told =
    indicator.valueKind === "rank"
      ? rankCourse(points, text)
      : indicator.valueKind === "growth"
        ? growthCourse(points, facts, text)
        : levelCourse(points, indicator, text);
  return [told, ended ?? ahead(facts, text)].filter(Boolean).join(" ");
}

/** Turning points of a series: first, last, and where the direction changes. */
export function turningPoints<T extends { value: number }>(points: T[]): T[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return true;
    return Math.sign(point.value - before.value) !== Math.sign(after.value - point.value);
  });
}

function rankCourse(points: Known[], text: Text): string {
  const { say, lang } = text;
  const turns = turningPoints(points);
  const [first, last] = [turns[0] as Known, turns.at(-1) as Known];
  const parts = turns.map((point, i) => {
    const before = turns[i - 1];
    const isEnd = i === 0 || i === turns.length - 1;
    const value = isEnd ? (observed(point, "rank", lang) ?? "") : figure(point.value, "rank", lang);
    const words = { value, year: point.timePeriod };
    if (!before) return say("summary.rankFirst", words);
    if (point.value === before.value) return say("summary.rankSame", words);
    if (point.value > before.value) return say("summary.rankDown", words);
    const fellBefore = turns.slice(0, i).some((p, k) => k > 0 && p.value > (turns[k - 1] as Known).value);
    return say(fellBefore ? "summary.rankBack" : "summary.rankUp", words);
  });
  const told = joined(parts, text);
  if (turns.length < 2) return `${told}.`;
  const difference = last.value - first.value;
  const compare =
    difference === 0
      ? say("summary.equal", { year: first.timePeriod })
      : say(difference > 0 ? "summary.placesBelow" : "summary.placesAbove", {
          places: smallPlaces(Math.abs(difference), text),
          year: first.timePeriod,
        });
  return `${told}: ${compare}.`;
}

function joined(parts: string[], { say }: Text): string {
  if (parts.length < 3) return parts.join(parts.length === 2 ? ` ${say("and")} ` : "");
  return `${parts.slice(0, -1).join(", ")} ${say("and")} ${parts.at(-1)}`;
}

function smallPlaces(n: number, text: Text): string {
  const words = text.lang === "vi" ? ["một", "hai", "ba"] : ["one", "two", "three"];
  const places = amount(n, "rank", text);
  return n <= 3 ? places.replace(String(n), words[n - 1] as string) : places;
}

const flagsOf = (point: Known, text: Text): string => flagsInProse(point, text).join(", ");

const flagged = (point: Known, text: Text): string => {
  const words = flagsOf(point, text);
  return words ? ` (${words})` : "";
};

function levelCourse(points: Known[], indicator: Indicator, text: Text): string {
  const { say, lang } = text;
  const kind = indicator.valueKind;
  const unit = kind === "share" ? indicator.unit.replace(/^%\s*/, " ") : "";
  const [first, last] = [points[0] as Known, points.at(-1) as Known];
  const said = (point: Known, withUnit: boolean) =>
    say("summary.point", {
      value: `${observed(point, kind, lang)}${withUnit ? unit : ""}`,
      year: point.timePeriod,
    }) + flagged(point, text);
  if (points.length === 1) return `${capital(said(last, true))}.`;
  const told = `${said(first, true)}, ${said(last, false)}`;
  if (kind === "tier" || kind === "state" || first.valueLimit || last.valueLimit) return `${capital(told)}.`;
  const years = last.timePeriod - first.timePeriod;
  const perYear = (last.value - first.value) / years;
  if (perYear === 0) return `${capital(told)}: ${say("summary.equal", { year: first.timePeriod })}.`;
  const change = amount(perYear, kind, text, computedDecimals(kind));
  return `${capital(told)}: ${say(perYear > 0 ? "summary.upPerYear" : "summary.downPerYear", { change })}.`;
}

function growthCourse(points: Known[], { indicator, assessment }: SummaryFacts, text: Text): string {
  const { say, lang } = text;
  const average = assessment?.average;
  // Before the first year of the average, what there was.
  const counted = average?.yearsCounted.length
    ? points.filter((p) => average.yearsCounted.includes(p.timePeriod))
    : points;
  const parts = counted.map((point, i) => {
    // A run of years with equal flags states them once, after the last year.
    const words = flagsOf(point, text);
    const runs = (k: number) => flagsOf(counted[k] ?? point, text) === words;
    const isEnd = i === counted.length - 1 || !runs(i + 1);
    const said = i > 0 && runs(i - 1) ? say("summary.allFlags", { flags: words }) : words;
    return (
      say("summary.point", { value: `${number(point.value, lang, point.decimals)}%`, year: point.timePeriod }) +
      (isEnd && words ? ` (${said})` : "")
    );
  });
  const told = say("summary.growth", { name: indicator.shortName, list: joined(parts, text) });
  if (average?.toDate == null) return `${told}.`;
  return `${told}: ${say("summary.growthAverage", {
    value: figure(average.toDate, "growth", lang, { decimals: 2 }),
  })}.`;
}

/** The pace still needed; null where the target is met or cannot be measured. */
function ahead({ indicator, target, assessment: a }: SummaryFacts, text: Text): string | null {
  const { say, lang } = text;
  const aim = target && targetText(target, indicator.valueKind, text);
  if (!a || !target || !aim || a.class === "not_assessable" || a.class === "met" || a.group) return null;
  if (a.average) {
    if (a.average.needed === null) return null;
    return say("summary.averageNeeded", {
      target: aim,
      needed: figure(a.average.needed, "growth", lang, { decimals: 2 }),
    });
  }
  const needed = a.pace?.neededPerYear;
  if (needed == null || !a.latest || a.targetValue === null) return null;
  const kind = indicator.valueKind;
  const decimals = computedDecimals(kind);
  const soFar = (a.pace?.soFarPerYear ?? 0) * (indicator.direction === "higher" ? 1 : -1);
  const compare = soFar > 0 ? `, ${pacedAgainst(Math.abs(needed), soFar, kind, text)}` : "";
  if (kind === "rank")
    return `${say("summary.rankAhead", {
      n: a.targetValue,
      year: a.targetYear,
      places: amount(a.latest.value - a.targetValue, "rank", text),
      perYear: amount(needed, "rank", text, decimals),
    })}${compare}.`;
  return `${say("summary.levelAhead", {
    target: aim,
    year: a.targetYear,
    perYear: amount(needed, kind, text, decimals),
  })}${compare}.`;
}

function pacedAgainst(needed: number, soFar: number, kind: Indicator["valueKind"], text: Text): string {
  const times = needed / soFar;
  if (times < 1.5) return text.say("summary.against", { pace: amount(soFar, kind, text, computedDecimals(kind)) });
  return text.say("summary.times", { times: timesInWords(times, text) });
}

/** Formats a ratio: 11.75 → "gần 12", 12.1 → "khoảng 12", 11.5 → "11,5". */
export function timesInWords(times: number, { say, lang }: Text): string {
  const nearest = Math.round(times);
  if (Math.abs(times - nearest) > 0.3) return number(times, lang, 1);
  return say(times < nearest - 0.05 ? "times.almost" : "times.about", { n: nearest });
}

/** Chart title: "GII: 42 → 44 từ 2020 đến 2025, mục tiêu ≤ 40 năm 2030". */
export function chartTitle(facts: SummaryFacts, mark: string | null, text: Text): string {
  const { say, lang } = text;
  const { indicator } = facts;
  const points = since(facts);
  const [first, last] = [points[0], points.at(-1)];
  const average = facts.assessment?.average;
  if (average && average.toDate !== null) {
    const course = say("chart.titleAverage", {
      name: indicator.shortName,
      average: figure(average.toDate, "growth", lang, { decimals: 2 }),
      years: span(average.yearsCounted),
    });
    return mark ? say("chart.withTarget", { course, target: mark }) : course;
  }
  if (!first || !last) return say("chart.titleEmpty", { name: indicator.shortName });
  const bare = (point: Known) => observed({ ...point, rankPool: null }, indicator.valueKind, lang) ?? "";
  const course =
    first === last
      ? say("chart.titlePoint", { name: indicator.shortName, to: bare(last), year: last.timePeriod })
      : say("chart.title", {
          name: indicator.shortName,
          from: bare(first),
          to: bare(last),
          first: first.timePeriod,
          last: last.timePeriod,
        });
  return mark ? say("chart.withTarget", { course, target: mark }) : course;
}
