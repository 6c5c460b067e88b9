import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { BodyDetail, IndicatorItem } from "../../client/api.ts";

export type Duty = BodyDetail["given"][number];
/** `isUndated`: it may have been out on the past day that is read. */
export type Due = BodyDetail["due"][number] & { isUndated?: boolean };

/** One assignment: a role that one paper or source gives, with the indicators that it is given for. */
export type Assignment = Omit<Duty, "indicator"> & { indicators: IndicatorItem[] };
/** One indicator with the Strategy's targets, the furthest first, and the edition that comes next. */
export type Row = { indicator: IndicatorItem; judged: { target: Target; assessment: Assessment }[]; due: Due | null };

export const LISTS = ["given", "sourced", "related"] as const;
/** One list of a body's page. An indicator has its row in the first list that names it. */
export type BodyList = {
  standing: (typeof LISTS)[number];
  assignments: Assignment[];
  /** The indicators with a target, and those without one, which are context. */
  rows: Row[];
  context: IndicatorItem[];
};

/** Duties that one source gives, put together in their order; an indicator that the answer does not hold is left out. */
export function assignmentsOf(duties: readonly Duty[], indicators: readonly IndicatorItem[]): Assignment[] {
  const found = new Map<string, Assignment>();
  for (const { indicator: code, ...duty } of duties) {
    const indicator = indicators.find((one) => one.code === code);
    if (!indicator) continue;
    const key = JSON.stringify([duty.role, duty.body, duty.from, duty.to, duty.basis, duty.paper, duty.source]);
    const assignment = found.get(key) ?? { ...duty, indicators: [] };
    assignment.indicators.push(indicator);
    found.set(key, assignment);
  }
  return [...found.values()];
}

/** The lists of a body's page that hold something, each indicator told at length once. */
export function listsOf(detail: BodyDetail): BodyList[] {
  const told = new Set<string>();
  return LISTS.flatMap((standing) => {
    const assignments = assignmentsOf(detail[standing], detail.indicators);
    if (assignments.length === 0) return [];
    const fresh = detail.indicators.filter(
      ({ code }) => !told.has(code) && detail[standing].some((duty) => duty.indicator === code),
    );
    for (const { code } of fresh) told.add(code);
    const all = fresh.map((indicator) => rowOf(detail, indicator));
    return [
      {
        standing,
        assignments,
        rows: all.filter(({ judged }) => judged.length > 0),
        context: all.filter(({ judged }) => judged.length === 0).map(({ indicator }) => indicator),
      },
    ];
  });
}

function rowOf({ targets, assessments, due }: BodyDetail, indicator: IndicatorItem): Row {
  return {
    indicator,
    judged: assessments
      .filter((assessment) => assessment.indicator === indicator.code)
      .flatMap((assessment) => {
        const target = targets.find((one) => one.id === assessment.targetId);
        return target ? [{ target, assessment }] : [];
      })
      .sort((a, b) => b.target.year - a.target.year),
    due: due.find((one) => one.indicator === indicator.code) ?? null,
  };
}
