import { type Awaited, nextEdition } from "@moc2030/shared/due/next-edition";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Source } from "@moc2030/shared/schema/source";
import type { Target } from "@moc2030/shared/schema/target";
import type { IndicatorDetail, LegalDocument, ObservationItem, SourceOf } from "../../client/api.ts";
import type { SummaryFacts } from "../../words/summary.ts";
import { isUndated } from "../../words/undated.ts";
import { current } from "./history.ts";

/** An indicator known on the day, with its related definitions, and the sources that texts about it cite. */
export type Detail = IndicatorDetail & { indicator: NonNullable<IndicatorDetail["indicator"]>; sourceOf: SourceOf };
/** A target of the Decision with its assessment. */
export type Judged = { target: Target; assessment: Assessment };

/** Data shared by the sections of an indicator's page. */
export type IndicatorFacts = {
  detail: Detail;
  /** All revisions of the country's figures, the current figures, and the official compiler's. */
  history: readonly ObservationItem[];
  figures: ObservationItem[];
  series: ObservationItem[];
  /** The document of the followed targets, and these, latest year first. */
  document: LegalDocument | undefined;
  own: Judged[];
  /** The edition that the official figures wait for, where a calendar promises one. */
  next: (Awaited & { isUndated: boolean }) | null;
};

/** Collects the data of an indicator's page; null where it was not known on the day. `sources`: those of today; `rebuilt`: as in `isUndated`. */
export function factsOf(
  detail: IndicatorDetail,
  history: readonly ObservationItem[],
  sources: readonly Source[] = detail.sources,
  rebuilt: readonly ObservationItem[] = [],
): IndicatorFacts | null {
  const { indicator } = detail;
  if (!indicator) return null;
  const figures = current(history);
  const document = detail.documents.find((item) => item.strategy);
  const series = figures.filter((o) => o.compiler === indicator.compiler);
  const next = nextEdition(indicator, series, detail.referenceDate);
  return {
    detail: { ...detail, indicator, sourceOf: (id) => sources.find((source) => source.id === id) },
    history,
    figures,
    series,
    next: next && { ...next, isUndated: isUndated(rebuilt, indicator, next.timePeriod) },
    document,
    own: detail.targets
      .filter((target) => target.document === document?.id)
      .flatMap((target) => {
        const assessment = detail.assessments.find((a) => a.targetId === target.id);
        return assessment ? [{ target, assessment }] : [];
      })
      .sort((a, b) => b.target.year - a.target.year),
  };
}

/** The target an indicator is known by: the latest of the Decision's with a threshold. */
export const followed = ({ own }: IndicatorFacts): Judged | undefined =>
  own.find(({ target }) => target.value !== null);

/** Summary input of an indicator's page. */
export const summaryFacts = ({ detail: { indicator }, series, own: [furthest] }: IndicatorFacts): SummaryFacts => ({
  indicator,
  series,
  target: furthest?.target ?? null,
  assessment: furthest?.assessment ?? null,
});
