import { z } from "zod";
import { component, indicatorCode, valueKind } from "./indicator.ts";
import { areaCode } from "./observation.ts";

const timePeriod = z.int();
/** Weight × difference of each component, in the unit of the index; null where a value is missing. */
const parts = z.array(z.strictObject({ indicator: indicatorCode, change: z.number().nullable() }));
const change = z.strictObject({ from: timePeriod, to: timePeriod, change: z.number(), components: parts });

/** What moved an index and where the distance lies, for the index itself and for the rank that orders it. */
export const componentChanges = z.strictObject({
  /** The index. */
  indicator: indicatorCode,
  components: z.array(component.extend({ name: z.string(), topic: z.string() })),
  /** The country's value at each edition, with those of the components. */
  editions: z.array(
    z.strictObject({
      timePeriod,
      value: z.number(),
      components: z.array(z.strictObject({ indicator: indicatorCode, value: z.number().nullable() })),
    }),
  ),
  /** Between neighbouring editions; those of any two editions are the sums of these. */
  changes: z.array(change),
  /** Between the editions that a query asks for; absent where it asks for none. */
  change: change.optional(),
  /** What stands beside an indicator without being summed: other measures of the same publisher, with the country's figures. */
  beside: z.array(
    z.strictObject({
      indicator: indicatorCode,
      name: z.string(),
      topic: z.string(),
      valueKind,
      figures: z.array(z.strictObject({ timePeriod, value: z.number() })),
    }),
  ),
  /** For each target that asks for a rank. */
  targets: z.array(
    z.strictObject({
      targetId: z.string(),
      rank: z.number(),
      /** By edition, the value at that rank: of the economy that held it, or of the next better one. */
      bar: z.array(z.strictObject({ timePeriod, area: areaCode, rank: z.number(), value: z.number() })),
      /** From the country's value to the bar, in the latest edition with both. */
      distance: z.strictObject({ timePeriod, area: areaCode, change: z.number(), components: parts }).nullable(),
    }),
  ),
});
export type ComponentChanges = z.infer<typeof componentChanges>;
