import { z } from "zod";
import { CONFIDENCE, OBS_STATUS, VALUE_LIMIT } from "../figure/fields.ts";
import { day } from "./date.ts";
import { laterShape } from "./figure.ts";
import { frequency, indicatorCode, unitMeasure } from "./indicator.ts";

export const obsStatus = z.enum(OBS_STATUS);

export const confidence = z.enum(CONFIDENCE);
export type Confidence = z.infer<typeof confidence>;

export const valueLimit = z.enum(VALUE_LIMIT);

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
  ...laterShape,
});
export type Observation = z.infer<typeof observation>;
