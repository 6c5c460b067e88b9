import { z } from "zod";
import { LANGS } from "../text/lang.ts";

/** Response language: Vietnamese (default) or English, by `lang=` only, never negotiated. */
export const lang = z.enum(LANGS);

/** A text in both languages, neither empty: the form in seed files. Responses hold one of the two. */
export const bilingual = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });
