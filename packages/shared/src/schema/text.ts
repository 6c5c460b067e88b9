import { z } from "zod";
import { LANGS } from "../text/lang.ts";
import { notFormula } from "./line.ts";

/** Response language: Vietnamese (default) or English, by `lang=` only, never negotiated. */
export const lang = z.enum(LANGS);

const words = z
  .string()
  .trim()
  .min(1)
  .refine(...notFormula);
/** A text in both languages, neither empty nor a formula to a spreadsheet: the form in seed files. Responses hold one of the two. */
export const bilingual = z.strictObject({ vi: words, en: words });
