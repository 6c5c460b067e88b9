import { z } from "zod";
import { day } from "./date.ts";
import { frequency, indicatorCode, unitMeasure } from "./indicator.ts";
import { isNumberText, NUMBER_EXPECTED } from "./number-text.ts";

/** SDMX CL_OBS_STATUS: A normal, B break, D definition differs, E estimated, F forecast, I imputed, L/M/O missing (exists / cannot exist / other), P provisional, U low reliability. */
export const obsStatus = z.enum(["A", "B", "D", "E", "F", "I", "L", "M", "O", "P", "U"]);
export type ObsStatus = z.infer<typeof obsStatus>;

/** How far a figure can be trusted: read in the named source, computed from sources (formula in the comment), or recalled or ambiguous. */
export const confidence = z.enum(["sourced", "derived", "unverified"]);
export type Confidence = z.infer<typeof confidence>;

/** Set where the source gives only a bound: "nearly 5 %" is `<=`, "over 90 %" is `>=`. */
export const valueLimit = z.enum(["<=", ">="]);

/** The published text of a number, by the grammar of `isNumberText`: `6.0` stays `6.0`. */
export const decimalText = z.string().refine(isNumberText, NUMBER_EXPECTED);

/** A year as SDMX writes it, four digits. */
export const timePeriod = z.int().min(1900).max(2100);

/** ISO 3166-1 alpha-3 code of an economy, or the code of a group such as ASEAN. */
export const areaCode = z.string().regex(/^[A-Z][A-Z0-9-]{1,9}$/, "expected an area code such as VNM or ASEAN");

/** One observation as the API gives it; missing values are null with a status (L, M or O) that says why. */
export const observation = z.strictObject({
  indicator: indicatorCode,
  compiler: z.string(),
  refArea: areaCode,
  freq: frequency,
  timePeriod,
  value: z.number().nullable(),
  valueLimit: valueLimit.nullable(),
  unitMeasure,
  decimals: z.int(),
  obsStatus: z.array(obsStatus).min(1),
  confidence,
  rankPool: z.int().nullable(),
  source: z.string(),
  edition: z.string().nullable(),
  published: day.nullable(),
  release: z.int(),
  obsCom: z.string().nullable(),
});
export type Observation = z.infer<typeof observation>;
