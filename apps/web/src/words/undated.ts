import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Observation } from "@moc2030/shared/schema/observation";

/**
 * Whether the figure that a past day lacks is known today, but of its publication no more than the month or the year: it
 * may have been out on that day. `knownToday` are the figures of today, none where today is read.
 */
export const isUndated = (
  knownToday: readonly Observation[],
  { code, compiler }: { code: string; compiler: string },
  timePeriod: number,
): boolean =>
  knownToday.some(
    (o) =>
      o.indicator === code &&
      o.compiler === compiler &&
      o.refArea === COUNTRY &&
      o.timePeriod === timePeriod &&
      o.value !== null &&
      (o.publishedPrecision === "year" || o.publishedPrecision === "month"),
  );
