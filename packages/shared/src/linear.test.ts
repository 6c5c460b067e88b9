import { describe, expect, test } from "vitest";
import { context, proposed } from "./entry/checks.fixture.ts";
import { checkFigure } from "./entry/checks.ts";
import { dryRun } from "./entry/dry-run.ts";
import { readTable } from "./entry/table-text.ts";
import { canonicalNumber, isNumberText, readNumber, sameNumber } from "./figure/number-text.ts";
import { expectLinear } from "./growth.fixture.ts";
import { day, reducedDate } from "./schema/date.ts";
import { decimalText } from "./schema/figure.ts";
import { line, lines, notFormula, webAddress } from "./schema/line.ts";
import { areaFinder } from "./text/area-name.ts";
import { findHidden, isWebAddress, looksLikeFormula, normalText, trimHidden, withoutHidden } from "./text/clean.ts";

type Worst = Record<string, (length: number) => string>;
type Reader = (text: string) => unknown;

/** Runs between two things that do not fit, which have brought readers of numbers to their knees. */
const numbers: Worst = {
  "spaces inside": (n) => `1${" ".repeat(n)}1`,
  "no-break spaces around": (n) => `${"\u00a0".repeat(n / 2)}x${"\u00a0".repeat(n / 2)}`,
  zeros: (n) => `-${"0".repeat(n)}x`,
  "zeros that end": (n) => `0.${"0".repeat(n)}`,
  "zeros and ones": (n) => `0.${"01".repeat(n / 2)}`,
  "groups of three": (n) => "1.234".repeat(n / 5),
  minus: (n) => "-".repeat(n),
};
const texts: Worst = {
  "spaces inside": (n) => `1${" ".repeat(n)}1`,
  "hidden characters around": (n) => `${"\u200b ".repeat(n / 2)}1`,
  "marks on one letter": (n) => `a${"\u0301\u0323".repeat(n / 2)}`,
  "as many marks as are allowed": (n) => `a${"\u0301\u0323".repeat(15)}`.repeat(n / 31),
  "line ends": (n) => "\r\n".repeat(n / 2),
  "an address": (n) => `https://a.vn/${"a@:/".repeat(n / 4)}`,
};
const tables: Worst = {
  "spaces in a cell": (n) => `2024\t1${" ".repeat(n)}1`,
  "marks on one letter": (n) => `2024\ta${"\u0301\u0323".repeat(n / 2)}`,
  quotes: (n) => '"'.repeat(n),
  "quoted cells": (n) => '"a";'.repeat(n / 4),
  "an open quote after many lines": (n) => `${"a\n".repeat(n / 200)}"${"a\n".repeat(n / 2)}`,
  "a cell of many lines": (n) => `2024\t"${"a\n".repeat(n / 2)}"`,
};

const published = {
  today: context.today,
  indicator: () => context.indicator,
  areas: areaFinder([{ code: "VNM", name: { vi: "Việt Nam", en: "Viet Nam" } }]),
  context: () => context,
};
const defaults = { INDICATOR: "GII_RANK", REF_AREA: "VNM" };
const options = { numbers: "vi", lang: "vi", defaults } as const;
const mapping = { TIME_PERIOD: 0, OBS_VALUE: 1 };

const walk = (kind: string, worst: Worst, readers: Record<string, Reader>) =>
  describe.each(Object.keys(readers))(`${kind}: %s takes at most twice the work for twice the text`, (reader) => {
    test.each(Object.keys(worst))("%s", (name) =>
      expectLinear(readers[reader] as Reader, worst[name] as (length: number) => string),
    );
  });

walk("numbers and dates", numbers, {
  readNumber: (text) => readNumber(text, "vi"),
  "isNumberText and canonicalNumber": (text) => [isNumberText(text), canonicalNumber(text)],
  sameNumber: (text) => sameNumber(text, text),
  "schemas of numbers and dates": (text) => [decimalText, day, reducedDate].map((schema) => schema.safeParse(text)),
});

walk("texts", texts, {
  normalText,
  findHidden: (text) => findHidden(text, "many"),
  trimHidden,
  withoutHidden,
  looksLikeFormula,
  isWebAddress,
  "schemas of texts": (text) =>
    [line(2 ** 21).refine(...notFormula), lines(2 ** 21), webAddress].map((schema) => schema.safeParse(text)),
  checkFigure: (text) =>
    checkFigure(
      { ...proposed, value: text, published: text, obsComVi: text, edition: text, reason: text, reasonText: text },
      { ...context, duplicateOf: null, today: context.today },
    ),
});

walk("tables", tables, {
  "the name of an area": (text) => published.areas(text),
  readTable,
  "a dry run by our headings": (text) =>
    dryRun(`TIME_PERIOD\tOBS_VALUE\tOBS_COM\n${text}\t${text}`, options, published),
  "a dry run by columns": (text) => dryRun(text, { ...options, mapping }, published),
});

test("a reader that takes n² steps is found", async () => {
  const quadratic = (text: string) => text.replace(/[\s\u00a0]+$/, "");
  await expect(expectLinear(quadratic, (n) => `1${" ".repeat(n)}1`)).rejects.toThrow("growth");
});
