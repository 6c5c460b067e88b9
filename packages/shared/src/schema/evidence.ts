import { z } from "zod";
import { eventDay } from "./date.ts";
import { typed } from "./figure.ts";
import { line, notFormula, webAddress } from "./line.ts";
import { sourceKind } from "./source.ts";

/** A source that is not listed yet. `date` as known: it can be words; of an official letter it is a day, and the publisher the body that sent it. */
export const newSource = z
  .strictObject({
    title: line(500).min(1),
    publisher: line(300).min(1),
    kind: sourceKind,
    date: typed.nullable(),
    url: webAddress.nullable(),
    letter: z
      .strictObject({
        number: line(100)
          .min(1)
          .refine(...notFormula),
        person: line(200)
          .min(1)
          .nullable()
          .default(null)
          .describe("Who answered there; for staff only, never published."),
      })
      .optional()
      .describe("Of an official letter, and of that alone."),
  })
  .superRefine(({ kind, date, letter }, context) => {
    const isLetter = kind === "official_letter";
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (isLetter && !letter) wrong("letter", "expected the number of the letter");
    if (!isLetter && letter) wrong("letter", "expected for an official letter only");
    if (isLetter && !eventDay.safeParse(date).success)
      wrong("date", "expected the day of the letter, YYYY-MM-DD, from 1900 on");
  });

/** SHA-256 in hex, by which evidence is kept. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "expected a SHA-256 in hex");

/** A kept copy of a source. */
export const evidenceFile = z.strictObject({ sha256, name: z.string(), type: z.string(), bytes: z.int() });
