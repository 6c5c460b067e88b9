import { type Awaited, nextEdition } from "@moc2030/shared/due/next-edition";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { IndicatorDetail, LegalDocument, ObservationItem } from "../../client/api.ts";
import { leadBody } from "../../words/responsible.ts";
import { current } from "./history.ts";

/** An indicator that is known, with all that its page reads of it. */
export type Detail = IndicatorDetail & { indicator: NonNullable<IndicatorDetail["indicator"]> };
/** A target of the Decision with where it stands. */
export type Judged = { target: Target; assessment: Assessment };

/** What the parts of an indicator's page are written from. */
export type IndicatorFacts = {
  detail: Detail;
  /** Every version of the country's figures, the figures as they are now, and those of the official compiler. */
  history: readonly ObservationItem[];
  figures: ObservationItem[];
  series: ObservationItem[];
  /** The document whose targets are followed, and these, the furthest first. */
  document: LegalDocument | undefined;
  own: Judged[];
  /** The body that leads, by its name. */
  lead: string | undefined;
  /** The edition that the official figures wait for, where a calendar promises one. */
  next: Awaited | null;
};

/** Puts together what an indicator's page says; null where nothing was known of it on the day. */
export function factsOf(detail: IndicatorDetail, history: readonly ObservationItem[]): IndicatorFacts | null {
  const { indicator } = detail;
  if (!indicator) return null;
  const figures = current(history);
  const document = detail.documents.find((item) => item.strategy);
  const lead = leadBody(indicator, detail.referenceDate);
  const series = figures.filter((o) => o.compiler === indicator.compiler);
  return {
    detail: { ...detail, indicator },
    history,
    figures,
    series,
    next: nextEdition(indicator, series, detail.referenceDate),
    document,
    own: detail.targets
      .filter((target) => target.document === document?.id)
      .flatMap((target) => {
        const assessment = detail.assessments.find((a) => a.targetId === target.id);
        return assessment ? [{ target, assessment }] : [];
      })
      .sort((a, b) => b.target.year - a.target.year),
    lead: detail.bodies.find((body) => body.id === lead)?.name,
  };
}

/** The target that an indicator is known by: the furthest of the Decision's that sets a threshold. */
export const followed = ({ own }: IndicatorFacts): Judged | undefined =>
  own.find(({ target }) => target.value !== null);
