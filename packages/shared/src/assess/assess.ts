import type { Verdict } from "../schema/assessment.ts";
import { assessAverage } from "./average.ts";
import { assessGroup, standings } from "./group.ts";
import { type AssessmentInput, blank, type Goal, type Point, type Working } from "./input.ts";
import { finite } from "./method.ts";
import { assessSeries } from "./series.ts";
import { isMet, usable } from "./usable.ts";

/** The version of docs/method.md that the rules follow; part of every assessment. */
export const METHOD_VERSION = 1;

/** Whether the target year is over: the reference date is after its 31 December. */
const hasPassed = (targetYear: number, referenceDate: string): boolean => referenceDate > `${targetYear}-12-31`;

/** The threshold of a measurable kind; null where the text sets none. */
function goalOf({ target, valueKind, referenceDate }: AssessmentInput): Goal | null {
  const { comparator, year, baseYear, bridge, kind } = target;
  const value = finite(target.value);
  if (comparator === null || value === null || kind === "wording" || kind === "state") return null;
  return {
    comparator,
    value,
    year,
    direction: kind === "rank_in_group" ? "lower" : target.direction,
    baseYear,
    bridged: Boolean(bridge),
    passed: hasPassed(year, referenceDate),
    growth: valueKind === "growth",
  };
}

const positions = ({ peers, target }: AssessmentInput) => (peers ? standings(peers, target.year) : []);

/** The last usable value of a measure that has ended, and whether it satisfied the target at both ends of what is known. */
function lastValue(input: AssessmentInput, goal: Goal | null): Working["last"] {
  if (!goal) return null;
  const points: Point[] = input.target.kind === "rank_in_group" ? positions(input) : usable(input.observations, goal);
  const last = points.at(-1);
  if (!last) return null;
  const satisfies = [last.value, last.worst].every((value) => isMet(goal.comparator, value, goal.value));
  return { timePeriod: last.timePeriod, value: last.value, satisfies };
}

function assessState({ state, target, referenceDate }: AssessmentInput): Working {
  if (!state) return { ...blank, reason: "no_observation" };
  if (state === "done") return { ...blank, class: "met" };
  return hasPassed(target.year, referenceDate) ? { ...blank, class: "missed" } : { ...blank, reason: "qualitative" };
}

function work(input: AssessmentInput): Working {
  const { target, discontinuedFrom, referenceDate } = input;
  if (target.kind === "wording") return { ...blank, reason: "no_definition" };
  const goal = goalOf(input);
  if (discontinuedFrom !== null && discontinuedFrom <= referenceDate)
    return { ...blank, reason: "discontinued", last: lastValue(input, goal) };
  if (target.kind === "state") return assessState(input);
  if (!goal) return { ...blank, reason: "no_definition" };
  if (target.kind === "rank_in_group") return assessGroup(positions(input), goal);
  const series = usable(input.observations, goal);
  if (target.kind !== "period_average") return assessSeries(series, goal);
  if (!target.window) return { ...blank, reason: "no_definition" };
  return assessAverage(series, goal, target.window, Number(referenceDate.slice(0, 4)));
}

/**
 * How far a target has been reached as of the reference date: a class, or `not_assessable` with a reason, with the
 * numbers it rests on. Pure and total: the order of figures does not matter, data never make it throw, and every
 * number is finite or null (rates in percent, ratios unrounded, no −0). The method is docs/method.md.
 */
export function assess(input: AssessmentInput): Verdict {
  const { target, referenceDate } = input;
  return {
    targetId: target.id,
    indicator: target.indicator,
    targetYear: target.year,
    kind: target.kind,
    comparator: target.comparator,
    targetValue: finite(target.value),
    ...work(input),
    methodVersion: METHOD_VERSION,
    referenceDate,
  };
}
