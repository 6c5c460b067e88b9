import { z } from "zod";
import { day } from "./date.ts";
import { indicatorCode, referenceClass, valueKind } from "./indicator.ts";
import { confidence, obsStatus } from "./observation.ts";
import { outlook } from "./outlook.ts";
import { comparator, targetKind, yearWindow } from "./target.ts";

/** The classes, in no order of merit; docs/method.md says how each is decided. */
export const assessmentClass = z.enum([
  "met",
  "missed",
  "lost",
  "on_track",
  "behind",
  "off_track",
  "moving_away",
  "not_assessable",
]);
export type AssessmentClass = z.infer<typeof assessmentClass>;

/** Why a target cannot be assessed. */
export const reason = z.enum([
  "discontinued",
  "no_definition",
  "no_observation",
  "no_baseline",
  "one_point",
  "no_pace",
  "break_in_series",
  "peer_data_incomplete",
  "qualitative",
]);
export type Reason = z.infer<typeof reason>;

const point = z.strictObject({ timePeriod: z.int(), value: z.number() });
const ratio = z.number().nullable();

/** What `assess` gives. Rates in percent, ratios unrounded; fields that do not apply are null. For `rank_in_group` values are positions. */
export const verdict = z.strictObject({
  targetId: z.string().nullable(),
  indicator: indicatorCode.nullable(),
  targetYear: z.int(),
  kind: targetKind,
  comparator: comparator.nullable(),
  targetValue: z.number().nullable(),
  class: assessmentClass,
  reason: reason.nullable(),
  provisional: z.boolean(),
  base: point.nullable(),
  latest: z.strictObject({ ...point.shape, obsStatus: z.array(obsStatus), confidence }).nullable(),
  pace: z.strictObject({ ratio, soFarPerYear: ratio, neededPerYear: ratio, gap: ratio }).nullable(),
  margin: z.strictObject({ better: ratio, worse: ratio }).nullable(),
  average: z
    .strictObject({
      toDate: ratio,
      needed: ratio,
      ratio,
      yearsCounted: z.array(z.int()),
      yearsMissing: z.array(z.int()),
    })
    .nullable(),
  group: z
    .strictObject({
      position: z.int().nullable(),
      ahead: z.array(z.string()),
      missing: z.array(z.string()),
      edition: z.int(),
    })
    .nullable(),
  path: z.array(point).nullable(),
  sensitivity: z.array(z.strictObject({ baseYear: z.int(), ratio, class: assessmentClass })).nullable(),
  otherMethods: z
    .array(
      z.strictObject({
        method: z.enum(["cagr", "un"]),
        ratio,
        class: z.enum(["on_track", "behind", "off_track", "moving_away", "fair", "stagnation"]).nullable(),
      }),
    )
    .nullable(),
  last: z.strictObject({ ...point.shape, satisfies: z.boolean() }).nullable(),
  methodVersion: z.int(),
  referenceDate: day,
});
export type Verdict = z.infer<typeof verdict>;

/** A verdict with what stands beside it; `outlook` is null where the target is reached, over or not assessable. */
export const assessment = verdict.extend({ outlook: outlook.nullable() });
export type Assessment = z.infer<typeof assessment>;

/** An observation as input of the rules. */
export const assessedObservation = z.strictObject({
  timePeriod: z.int().min(1900).max(2100),
  value: z.number(),
  obsStatus: z.array(obsStatus).default(["A"]),
  confidence: confidence.default("sourced"),
});

/** Body of `POST /assessments/preview`: assumed figures, assessed by the same rules and not stored. */
export const assessmentPreview = z.strictObject({
  target: z
    .strictObject({
      year: z.int().min(1900).max(2100),
      kind: z.enum(["level", "maintain", "count", "period_average"]),
      comparator,
      value: z.number(),
      direction: z.enum(["lower", "higher"]),
      baseYear: z.int().min(1900).max(2100),
      window: yearWindow.optional(),
      valueKind: valueKind.optional(),
      referenceClass: referenceClass.optional(),
    })
    .refine((target) => target.kind !== "period_average" || target.window, {
      path: ["window"],
      message: "kind period_average needs a window",
    }),
  observations: z
    .array(assessedObservation)
    .max(300)
    .superRefine((list, ctx) => {
      const seen = new Set<number>();
      list.forEach((item, index) => {
        if (seen.has(item.timePeriod))
          ctx.addIssue({
            code: "custom",
            path: [index, "timePeriod"],
            message: `two observations of ${item.timePeriod}`,
          });
        seen.add(item.timePeriod);
      });
    }),
  discontinued: z.boolean().optional(),
  asOf: day.optional(),
});
export type AssessmentPreview = z.infer<typeof assessmentPreview>;
