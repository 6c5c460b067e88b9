import type { Assessment } from "@moc2030/shared/schema/assessment";
import * as definitions from "@moc2030/shared/schema/definitions.fixture";
import type { Target, Verbatim } from "@moc2030/shared/schema/target";
import { type Lang, localize } from "@moc2030/shared/text/lang";
import type { Body, IndicatorItem, ObservationItem } from "../client/api.ts";
import { i18nOf } from "../text/catalogue.ts";
import en from "../text/en.json" with { type: "json" };
import staffEn from "../text/staff.en.json" with { type: "json" };
import staffVi from "../text/staff.vi.json" with { type: "json" };
import type { StaffText } from "../text/staff-text.tsx";
import { type Text, textOf } from "../text/text.tsx";
import vi from "../text/vi.json" with { type: "json" };

const texts = { vi, en };

/** The real texts of the public pages. */
export const realText = (lang: Lang): Text => textOf(i18nOf(lang, texts[lang]));

const staffTexts = { vi: { ...texts.vi, ...staffVi }, en: { ...texts.en, ...staffEn } };
/** The real texts of the public and the staff pages. */
export const realStaffText = (lang: Lang): StaffText => textOf(i18nOf(lang, staffTexts[lang])) as StaffText;

/** An indicator with default fields. */
export const anIndicator = (some: Partial<IndicatorItem>): IndicatorItem => ({
  ...localize(definitions.anIndicator(), "vi"),
  ...{ targets: [], coverage: [], latest: null, previous: null },
  ...some,
});

/** A state body with default fields. */
export const aBody = (some: Partial<Body>): Body => ({
  ...{ id: "MOF", name: "Bộ Tài chính", from: null, to: null, successor: null, source: null },
  ...some,
});

/** A figure with default fields. */
export const aFigure = (
  timePeriod: number,
  value: number | null,
  some: Partial<ObservationItem> = {},
): ObservationItem => ({
  indicator: "GII_RANK",
  compiler: "WIPO",
  refArea: "VNM",
  freq: "A",
  timePeriod,
  value,
  valueLimit: null,
  unitMeasure: "RANK",
  decimals: 0,
  obsStatus: ["A"],
  confidence: "sourced",
  rankPool: null,
  source: "S",
  edition: null,
  published: null,
  release: 1,
  obsCom: null,
  publishedPrecision: null,
  ...some,
});

/** An assessment with default fields. */
export const anAssessment = (some: Partial<Assessment>): Assessment => ({
  targetId: "D2289-2030-GII_RANK",
  indicator: "GII_RANK",
  targetYear: 2030,
  kind: "level",
  comparator: "<=",
  targetValue: 40,
  class: "on_track",
  reason: null,
  provisional: false,
  base: null,
  latest: null,
  pace: null,
  margin: null,
  average: null,
  group: null,
  path: null,
  sensitivity: null,
  otherMethods: null,
  last: null,
  methodVersion: 1,
  referenceDate: "2026-11-21",
  outlook: null,
  ...some,
});

/** Where the words of a target were read in the signed text. */
export const aVerbatim: Verbatim = {
  ...{ clause: "mục II.2.b", page: 3, checkedOn: "2026-11-20", source: "R71-1", differs: null, release: 71 },
};

/** A target with default fields. */
export const aTarget = (some: Partial<Target>): Target => {
  const { wording, ...definition } = definitions.aTarget();
  return { ...localize(definition, "vi"), wording, ...some };
};
