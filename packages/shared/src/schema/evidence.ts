import { z } from "zod";
import { typed } from "./figure.ts";
import { line, webAddress } from "./line.ts";
import { sourceKind } from "./source.ts";

/** A source that is not listed yet. `date` as known: it can be words, a letter's number and day. */
export const newSource = z.strictObject({
  title: line(500).min(1),
  publisher: line(300).min(1),
  kind: sourceKind,
  date: typed.nullable(),
  url: webAddress.nullable(),
});

/** SHA-256 in hex, by which evidence is kept. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hex");

/** A kept copy of a source. */
export const evidenceFile = z.strictObject({ sha256, name: z.string(), type: z.string(), bytes: z.int() });
