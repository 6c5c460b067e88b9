import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Observation } from "@moc2030/shared/schema/observation";

/**
 * Whether the figure that a past day lacks is among those of the last reconstructed release, but of its publication no more
 * than the month or the year is known: it may have been out on that day. `rebuilt` are these figures, none where today is
 * read; of no later release, so that what is said of a past day stays as it was.
 */
export const isUndated = (
  rebuilt: readonly Observation[],
  { code, compiler }: { code: string; compiler: string },
  timePeriod: number,
): boolean =>
  rebuilt.some(
    (o) =>
      o.indicator === code &&
      o.compiler === compiler &&
      o.refArea === COUNTRY &&
      o.timePeriod === timePeriod &&
      o.value !== null &&
      (o.publishedPrecision === "year" || o.publishedPrecision === "month"),
  );
