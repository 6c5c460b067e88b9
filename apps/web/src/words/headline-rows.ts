import { type Awaited, nextEdition } from "@moc2030/shared/due/next-edition";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Target } from "@moc2030/shared/schema/target";
import type { IndicatorItem } from "../client/api.ts";
import type { JudgedTarget } from "./target-row.ts";
import { type TwoCompilers, twoCompilers } from "./two-compilers.ts";
import { isUndated } from "./undated.ts";

export type Data = {
  indicators: IndicatorItem[];
  assessments: Assessment[];
  targets: Target[];
  figures: Observation[];
  /** The country's figures in the last reconstructed release, where a past day is read. */
  rebuilt?: readonly Observation[];
};

/** A headline target with the data of its row and its caveats. */
export type HeadlineRow = JudgedTarget & {
  /** The indicator that replaced a discontinued one, such as a tier for a rank; null for none. */
  companion: IndicatorItem | null;
  /** The newest year with differing figures of two compilers; null unless the indicator's page explains it. */
  beside: TwoCompilers<Observation> | null;
  /** The next edition if it is overdue; `isUndated` where it may have been out on the past day that is read. */
  missing: (Awaited & { isUndated: boolean }) | null;
};

/**
 * Headline targets: the one with the latest year of each headline indicator, in the order of the Decision. Indicators
 * without a target are omitted.
 */
export function headlineRows({ indicators, assessments, targets, figures, rebuilt = [] }: Data): HeadlineRow[] {
  const headline = indicators.filter((item) => item.role === "headline").sort((a, b) => a.order - b.order);
  return headline.flatMap((indicator) => {
    const { code } = indicator;
    const assessment = assessments.filter((a) => a.indicator === code).sort((a, b) => b.targetYear - a.targetYear)[0];
    const target = targets.find((item) => item.id === assessment?.targetId);
    if (!assessment || !target) return [];
    const own = figures
      .filter((o) => o.indicator === code && o.refArea === COUNTRY)
      .sort((a, b) => a.timePeriod - b.timePeriod);
    const series = own.filter((o) => o.compiler === indicator.compiler);
    const next = nextEdition(indicator, series, assessment.referenceDate);
    return [
      {
        indicator,
        assessment,
        target,
        companion: indicators.find((item) => item.code === indicator.companion) ?? null,
        beside: indicator.compilerNote ? twoCompilers(own, indicator.compiler) : null,
        missing: next?.isOut ? { ...next, isUndated: isUndated(rebuilt, indicator, next.timePeriod) } : null,
      },
    ];
  });
}

/** All other targets of the Decision, latest year first, then in its order. */
export function otherRows(
  { indicators, assessments, targets }: Data,
  headline: readonly HeadlineRow[],
): JudgedTarget[] {
  const shown = new Set(headline.map(({ target }) => target.id));
  return assessments
    .flatMap((assessment) => {
      const indicator = indicators.find((item) => item.code === assessment.indicator);
      const target = targets.find((item) => item.id === assessment.targetId);
      return indicator && target && !shown.has(target.id) ? [{ assessment, indicator, target }] : [];
    })
    .sort((a, b) => b.target.year - a.target.year || a.indicator.order - b.indicator.order);
}
