import { z } from "zod";
import { codePoint, findHidden, isWebAddress, looksLikeFormula, normalText } from "./text-clean.ts";

const cleaned = (max: number, count: "one" | "many") =>
  z
    .string()
    .max(max, { abort: true })
    .overwrite((text) => normalText(text).trim())
    .superRefine((text, context) => {
      const hidden = findHidden(text, count);
      if (hidden) context.addIssue(`hidden character ${codePoint(hidden.code)} at position ${hidden.at}`);
    });

/** A text of one line, at most `max` UTF-16 units: trimmed and in NFC; hidden characters are refused by name and place. Every free text of a request is one of these two. */
export const line = (max: number) => cleaned(max, "one");
/** A text that may have several lines, with LF between them; else like `line`. */
export const lines = (max: number) => cleaned(max, "many");

/** Refuses what a spreadsheet would take for a formula, in any width of its first character. */
export const notFormula = [
  (text: string) => !looksLikeFormula(text),
  "may not begin with = + @, or with - before anything but a digit",
] as const;

/** The address of a page: http or https, without a user's name or password in it. */
export const webAddress = line(2000).refine(
  isWebAddress,
  "expected an address that begins with https:// or http://, without a name or password in it",
);
