import { assess } from "../assess/assess.ts";
import type { AssessmentInput, Point } from "../assess/input.ts";
import { finite, ROUNDING } from "../assess/method.ts";
import { targetPath } from "../assess/pace.ts";
import { isAverageMet, isMet, usable } from "../assess/usable.ts";
import type { Assessment, AssessmentClass, AssessmentPreview, Verdict } from "../schema/assessment.ts";
import type { Outlook } from "../schema/outlook.ts";
import { growthSteps, levelSteps, recordOf } from "./record.ts";

/** What an assessment with its outlook is made of. */
export interface OutlookInput extends AssessmentInput {
  /** Earlier editions followed another method and are not part of the record. */
  readonly referenceClass?: { readonly from: number } | null | undefined;
}

/** Classes with something left to reach and time to do so. */
const OPEN: readonly AssessmentClass[] = ["on_track", "behind", "off_track", "moving_away", "lost"];
/** Kinds of value whose pace may be continued as arithmetic. A rank depends on all others, so its never is. */
const CONTINUED: readonly AssessmentInput["valueKind"][] = ["share", "growth", "index", "count"];

type Facts = Pick<Outlook, "catchUp" | "continuation" | "record">;

function levelOutlook(input: OutlookInput, verdict: Verdict, goal: number, series: readonly Point[]): Facts | null {
  const { latest, pace, comparator, targetYear } = verdict;
  if (!latest || !comparator || pace?.neededPerYear == null) return null;
  const better = input.target.direction === "higher" ? 1 : -1;
  const perYear = CONTINUED.includes(input.valueKind) ? pace.soFarPerYear : null;
  const value = perYear === null ? null : finite(latest.value + (targetYear - latest.timePeriod) * perYear);
  const gap = value === null ? null : finite(better * (value - goal));
  const slack = ROUNDING * Math.max(Math.abs(latest.value), Math.abs(goal));
  const first = series[0];
  return {
    catchUp: targetPath(latest, { timePeriod: targetYear, value: goal })?.slice(1) ?? null,
    continuation:
      value === null || gap === null ? null : { value, gap, satisfies: isMet(comparator, value, goal, slack) },
    record: first
      ? recordOf(levelSteps(series, input.target.direction), better * pace.neededPerYear + 0, first.timePeriod)
      : null,
  };
}

function averageOutlook(verdict: Verdict, goal: number, series: readonly Point[]): Facts | null {
  const { average, comparator, latest, targetYear } = verdict;
  if (!average || average.toDate === null || average.needed === null || !comparator || !latest) return null;
  const { toDate: value, needed } = average;
  const yearsAhead = Math.max(0, targetYear - latest.timePeriod);
  const [gap, first] = [finite(value - goal), series[0]];
  return {
    catchUp: Array.from({ length: yearsAhead }, (_, i) => ({ timePeriod: latest.timePeriod + 1 + i, value: needed })),
    continuation: gap === null ? null : { value, gap, satisfies: isAverageMet(comparator, value, goal) },
    record: first ? recordOf(growthSteps(series), needed, first.timePeriod) : null,
  };
}

/**
 * What stands beside a verdict: the even way to the target, the pace so far continued, and the pace needed beside the
 * best on record. Null for positions in a group, states and wordings, and where the target is reached, over or not
 * assessable. Source: docs/method.md, "What stands beside a class".
 */
function outlookOf(input: OutlookInput, verdict: Verdict): Outlook | null {
  const { target, referenceClass } = input;
  const goal = verdict.targetValue;
  if (!OPEN.includes(verdict.class) || goal === null || target.kind === "rank_in_group") return null;
  const since = referenceClass?.from ?? Number.NEGATIVE_INFINITY;
  const series = usable(input.observations, target).filter(({ timePeriod }) => timePeriod >= since);
  const facts =
    target.kind === "period_average"
      ? averageOutlook(verdict, goal, series)
      : levelOutlook(input, verdict, goal, series);
  return facts && { ...facts, othersLikeUs: null };
}

/** The verdict on a target with its outlook, without others in our place (`othersLikeUs` is null). Pure and total, as `assess` is. */
export function assessWithOutlook(input: OutlookInput): Assessment {
  const verdict = assess(input);
  return { ...verdict, outlook: outlookOf(input, verdict) };
}

/** The assessment of a what-if: as of its `asOf`, else of `today` (both `YYYY-MM-DD`); without target id and indicator. */
export function assessPreview(preview: AssessmentPreview, today: string): Assessment {
  const referenceDate = preview.asOf ?? today;
  const { valueKind = null, referenceClass, ...target } = preview.target;
  return assessWithOutlook({
    target: { ...target, id: null, indicator: null },
    observations: preview.observations,
    discontinuedFrom: preview.discontinued ? referenceDate : null,
    valueKind,
    referenceClass,
    referenceDate,
  });
}
