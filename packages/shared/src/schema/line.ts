import { z } from "zod";
import { codePoint, findHidden, isWebAddress, looksLikeFormula, normalText } from "../text/clean.ts";

const cleaned = (max: number, count: "one" | "many") =>
  z
    .string()
    .max(max, { abort: true })
    .overwrite((text) => normalText(text).trim())
    .superRefine((text, context) => {
      const hidden = findHidden(text, count);
      if (hidden) context.addIssue(`hidden character ${codePoint(hidden.code)} at position ${hidden.at}`);
    });

/** A text of one line, at most `max` UTF-16 units: trimmed and in NFC; hidden characters are refused by name and place. Every free text of a request uses `line` or `lines`. */
export const line = (max: number) => cleaned(max, "one");
/** Like `line`, with line feeds allowed. */
export const lines = (max: number) => cleaned(max, "many");

/** Refinement against formula injection, full-width forms included. */
export const notFormula = [
  (text: string) => !looksLikeFormula(text),
  "may not begin with = + @, or with - before anything but a digit",
] as const;

/** A web address: http or https, without credentials. */
export const webAddress = line(2000).refine(
  isWebAddress,
  "expected an address that begins with https:// or http://, without a name or password in it",
);
