import { nextEdition } from "@moc2030/shared/due/next-edition";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { Target } from "@moc2030/shared/schema/target";
import type { IndicatorItem } from "../../client/api.ts";
import { twoCompilers } from "../../words/two-compilers.ts";
import { hasPassed } from "../../words/wording.ts";
import type { CardFacts } from "./card.ts";
import type { TargetRow } from "./target-table.tsx";

type Data = { indicators: IndicatorItem[]; assessments: Assessment[]; targets: Target[]; figures: Observation[] };

/** The cards: each headline indicator with its last target, in the order of the data. Indicators without a target on that day are left out. */
export function headlineFacts({ indicators, assessments, targets, figures }: Data): CardFacts[] {
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
    const beside = indicator.compilerNote ? twoCompilers(own, indicator.compiler) : null;
    const companion = indicators.find((item) => item.code === indicator.companion) ?? null;
    const next = nextEdition(indicator, series, assessment.referenceDate);
    return [{ indicator, assessment, target, series, companion, beside, missing: next?.isOut ? next : null }];
  });
}

/** Years in which targets of the Decision fall due, the latest first. */
export const targetYears = ({ assessments }: Data): number[] =>
  [...new Set(assessments.map((a) => a.targetYear))].sort((a, b) => b - a);

/** The years whose targets have run out by the day of the view, the latest first. */
export const pastYears = (data: Data): number[] =>
  targetYears(data).filter((year) => data.assessments.some((a) => a.targetYear === year && hasPassed(a)));

/** Every target of the Decision that falls due in a year, in the order of the indicators. */
export function rowsOfYear({ indicators, assessments, targets }: Data, year: number): TargetRow[] {
  return assessments
    .filter((a) => a.targetYear === year)
    .flatMap((assessment) => {
      const indicator = indicators.find((item) => item.code === assessment.indicator);
      const target = targets.find((item) => item.id === assessment.targetId);
      return indicator && target ? [{ assessment, indicator, target }] : [];
    })
    .sort((a, b) => a.indicator.order - b.indicator.order);
}
