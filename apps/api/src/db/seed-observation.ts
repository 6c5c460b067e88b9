import { reducedDate } from "@moc2030/shared/date";
import { decimalText } from "@moc2030/shared/figure/schema";
import { areaCode, confidence, obsStatus, timePeriod, valueLimit } from "@moc2030/shared/observation";
import { notFormula } from "@moc2030/shared/text-schema";
import { z } from "zod";

const wholeNumber = z
  .string()
  .regex(/^\d{1,4}$/, "expected a whole number")
  .transform(Number);
/** Free text that no spreadsheet would take for a formula (a `-` may only begin a number). */
const plainText = z.string().refine(...notFormula);

/** A line of data/seed/observations/<CODE>.csv: one vintage of one observation. Empty cells are null. */
export const seedObservation = z
  .strictObject({
    COMPILER: z.string("expected a compiler"),
    REF_AREA: areaCode,
    TIME_PERIOD: wholeNumber.pipe(timePeriod),
    OBS_VALUE: decimalText.nullable(),
    VALUE_LIMIT: valueLimit.nullable(),
    OBS_STATUS: z
      .string("expected status codes such as A or B;P")
      .transform((text) => text.split(";"))
      .pipe(z.array(obsStatus)),
    CONFIDENCE: confidence,
    RANK_POOL: wholeNumber.nullable(),
    SOURCE: z.string("expected a source"),
    EDITION: plainText.nullable(),
    PUBLISHED: reducedDate.nullable(),
    OBS_COM_VI: plainText.nullable(),
    OBS_COM_EN: plainText.nullable(),
  })
  .superRefine((row, ctx) => {
    const missing = row.OBS_STATUS.some((code) => code === "L" || code === "M" || code === "O");
    if (missing !== (row.OBS_VALUE === null))
      ctx.addIssue({
        code: "custom",
        path: ["OBS_STATUS"],
        message: "a missing value needs status L, M or O, and only a missing one",
      });
    if ((row.OBS_COM_VI === null) !== (row.OBS_COM_EN === null))
      ctx.addIssue({
        code: "custom",
        path: [row.OBS_COM_VI === null ? "OBS_COM_VI" : "OBS_COM_EN"],
        message: "missing translation of the comment",
      });
  });
export type SeedObservation = z.infer<typeof seedObservation>;
