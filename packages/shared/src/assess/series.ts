import type { AssessmentClass, Reason } from "../schema/assessment.ts";
import { blank, type Goal, type Point, type Working } from "./input.ts";
import { finite, paceClass } from "./method.ts";
import { otherMethods, withoutOtherMethods } from "./other-methods.ts";
import { linearPace, paceMargin, paceRatio, targetPath } from "./pace.ts";
import { basePoint, isMet, isProvisional } from "./usable.ts";

interface Verdict {
  readonly class: AssessmentClass;
  readonly reason: Reason | null;
}

const notAssessable = (reason: Reason): Verdict => ({ class: "not_assessable", reason });
const is = (verdict: AssessmentClass): Verdict => ({ class: verdict, reason: null });
const dated = (timePeriod: number, value: number) => ({ timePeriod, value });

/** Whether a figure after the base, up to the latest, breaks the series, and the target cites no bridge. */
const isBroken = (series: readonly Point[], base: Point, latest: Point, goal: Goal): boolean =>
  !goal.bridged &&
  series.some(
    ({ timePeriod, obsStatus }) =>
      timePeriod > base.timePeriod && timePeriod <= latest.timePeriod && obsStatus.includes("B"),
  );

/** Steps 4 to 11 of the order of classes, on one base value and one latest value. */
function verdictOn(x0: number, xt: number, base: Point | null, latest: Point, broken: boolean, goal: Goal): Verdict {
  if (isMet(goal.comparator, xt, goal.value)) return is("met");
  if (goal.passed) return is("missed");
  if (!base) return notAssessable("no_baseline");
  if (isMet(goal.comparator, x0, goal.value)) return is("lost");
  if (base.timePeriod === latest.timePeriod) return notAssessable("one_point");
  if (goal.value === x0) return notAssessable("no_pace");
  if (broken) return notAssessable("break_in_series");
  const ratio = paceRatio(dated(base.timePeriod, x0), dated(latest.timePeriod, xt), dated(goal.year, goal.value));
  // On overflow the sign is still certain, but only an unfavourable class is given without a number.
  if (!Number.isFinite(ratio) && ratio !== Number.NEGATIVE_INFINITY) return notAssessable("no_pace");
  return is(paceClass(ratio));
}

/** The verdict where every end of the intervals of base and latest agrees, else `peer_data_incomplete`. */
function verdict(series: readonly Point[], base: Point | null, latest: Point, goal: Goal): Verdict {
  const broken = base !== null && isBroken(series, base, latest, goal);
  const bases = base ? [base.value, base.worst] : [Number.NaN];
  const all = [latest.value, latest.worst].flatMap((xt) =>
    bases.map((x0) => verdictOn(x0, xt, base, latest, broken, goal)),
  );
  const [first] = all;
  const agreed = first && all.every((other) => other.class === first.class && other.reason === first.reason);
  return agreed ? first : notAssessable("peer_data_incomplete");
}

/** The same verdict and ratio with every other usable year from five before the base to the one before the latest as base. */
function sensitivity(series: readonly Point[], base: Point, latest: Point, goal: Goal): Working["sensitivity"] {
  return series
    .filter(({ timePeriod }) => timePeriod >= base.timePeriod - 5 && timePeriod < latest.timePeriod)
    .filter(({ timePeriod }) => timePeriod !== base.timePeriod)
    .map((other) => {
      const { class: found, reason } = verdict(series, other, latest, goal);
      const comparable = reason !== "peer_data_incomplete" && !isBroken(series, other, latest, goal);
      const ratio = comparable ? finite(paceRatio(other, latest, dated(goal.year, goal.value))) : null;
      return { baseYear: other.timePeriod, ratio, class: found };
    });
}

/**
 * Assesses a series against a level (kinds level, maintain, count, and positions in a group) by linear pace.
 * `series` holds usable points, oldest first. What would span an unbridged break is null, whatever the class.
 * Source: docs/method.md, "Classes, in the order in which they are decided".
 */
export function assessSeries(series: readonly Point[], goal: Goal): Working {
  const latest = series.at(-1);
  if (!latest) return { ...blank, reason: "no_observation" };
  const base = basePoint(series, goal.baseYear);
  const found = verdict(series, base, latest, goal);
  const known = {
    ...blank,
    ...found,
    provisional: isProvisional(latest) || (base !== null && isProvisional(base)),
    base: base && dated(base.timePeriod, base.value),
    latest: {
      ...dated(latest.timePeriod, latest.value),
      obsStatus: [...latest.obsStatus],
      confidence: latest.confidence,
    },
  };
  if (found.reason === "peer_data_incomplete" || !base) return known;
  const target = dated(goal.year, goal.value);
  const whole = !isBroken(series, base, latest, goal);
  const compounds = whole && !goal.growth && base.timePeriod !== latest.timePeriod;
  const others = compounds ? otherMethods(base, latest, target, goal.direction) : withoutOtherMethods();
  if (base.timePeriod === latest.timePeriod) return { ...known, otherMethods: others };
  return {
    ...known,
    pace: linearPace(base, latest, goal, whole),
    margin: paceMargin(found.class, base, latest, target),
    path: whole ? targetPath(base, target) : null,
    sensitivity: sensitivity(series, base, latest, goal),
    otherMethods: others,
  };
}
