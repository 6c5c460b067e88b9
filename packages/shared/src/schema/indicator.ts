import { z } from "zod";
import { day, reducedDate } from "./date.ts";
import { bilingual } from "./text.ts";

/** `GII_RANK`: upper case, as in the data. */
export const indicatorCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,49}$/, "expected an indicator code such as GII_RANK");
/** SDMX CL_FREQ: annual, biennial, irregular. */
export const frequency = z.enum(["A", "A2", "_O"]);
/** Which way is better. There is no default: a definition must say. */
export const direction = z.enum(["lower", "higher"]);
/** The kind of number; decides how it is formatted, charted and assessed. */
export const valueKind = z.enum(["rank", "share", "growth", "index", "count", "tier", "state"]);
/** Where the dashboard shows it: one of the five headline indicators, another target of the Decision, or context. */
export const role = z.enum(["headline", "target", "context"]);
/** Unit codes of UNIT_MEASURE: rank, % of GDP / households / population / services / dossiers / communes / mobile subscriptions / mobile users, % a year, index, number, tier, state. */
export const unitMeasure = z.enum([
  "RANK",
  "PT_GDP",
  "PT_HH",
  "PT_POP",
  "PT_SERVICES",
  "PT_DOSSIERS",
  "PT_COMMUNES",
  "PT_SUBSCRIPTIONS",
  "PT_MOBILE_USERS",
  "PT_YEAR",
  "INDEX",
  "NUMBER",
  "TIER",
  "STATE",
]);

/** A body responsible for an indicator, its role and the days between which it is. */
export const responsibility = z.strictObject({
  /** Null in releases that said so where no source names a body; now such an entry is left out. */
  body: z.string().nullable(),
  /** `monitor`: named by another document for the same measure. `field`: in charge of what the indicator measures, not named for it. */
  role: z.enum(["lead", "monitor", "compiler", "field"]),
  from: day.nullable(),
  to: day.nullable(),
  basis: bilingual,
  /** The paper that gives it, by number and day; null where none has been seen. Absent in older releases. */
  paper: bilingual.nullable().optional(),
  source: z.string().nullable(),
});
export type Responsibility = z.infer<typeof responsibility>;

/** When the publisher brings out editions: every `everyYears` years, expected by the end of `month` of the year `lagYears` after the period. */
export const schedule = z.strictObject({
  everyYears: z.int().min(1).max(5),
  month: z.int().min(1).max(12),
  lagYears: z.int().min(0).max(3),
  link: z.url().nullable(),
  /** Days that the publisher has announced for single editions. */
  days: z.array(z.strictObject({ timePeriod: z.int(), on: day, source: z.string() })).optional(),
  /** How many days before the figure is expected it has to be asked for; absent where it is published unasked. */
  requestDays: z.int().min(0).max(366).optional(),
  /** `false` where the publisher never brings out a final figure after a provisional one. */
  finals: z.literal(false).optional(),
  note: bilingual.nullable(),
});

/** The publisher ended the measure; known from the day `from` on. */
export const discontinuation = z.strictObject({ from: day, reason: bilingual, source: z.string() });

/** The panel of all economies in which others in our place are looked for: editions from that year on follow one method. */
export const referenceClass = z.strictObject({ from: z.int().min(1900).max(2100) });

/** A part of an index: its indicator and its weight in the sum. */
export const component = z.strictObject({ indicator: indicatorCode, weight: z.number() });
export type Component = z.infer<typeof component>;

/** What else a figure of the country comes to when its table is read in another way, and by which. */
export const reading = z.strictObject({ timePeriod: z.int(), value: z.number(), by: bilingual });

/** The definition of an indicator, as in `data/seed/indicators/<CODE>.yaml`. `range` is in the indicator's own unit, ends included. */
export const indicatorDefinition = z.strictObject({
  code: indicatorCode,
  order: z.int(),
  name: bilingual,
  shortName: bilingual,
  /** Short noun for use inside a sentence: "kinh tế số". */
  topic: bilingual,
  definition: bilingual,
  unitMeasure,
  unit: bilingual,
  decimals: z.int().min(0).max(6),
  direction,
  frequency,
  range: z.strictObject({ min: z.number(), max: z.number() }),
  valueKind,
  role,
  /** The successor of a discontinued measure; shown beside it, never assessed. */
  companion: indicatorCode.nullable(),
  pillar: bilingual,
  compiler: z.string(),
  /** What a rank counts: GII "nền kinh tế", EGDI "quốc gia". */
  poolNoun: bilingual.nullable(),
  responsible: z.array(responsibility),
  schedule: schedule.nullable(),
  discontinued: discontinuation.nullable(),
  breaks: z.array(z.strictObject({ timePeriod: z.int(), cause: bilingual, source: z.string() })),
  notes: z.array(bilingual),
  /** Why two compilers' figures differ and which one the target uses; null for a single compiler. */
  compilerNote: bilingual.nullable(),
  // The following are absent where they do not apply, and in definitions older than the fields.
  referenceClass: referenceClass.optional(),
  /** What the publisher says against comparing its editions; it stands beside the record and cites sources as notes do. */
  caution: bilingual.optional(),
  /** Figures that can be read in two ways; the one that was printed stands in the series. */
  readings: z.array(reading).min(1).optional(),
  /** The index whose values a rank orders. */
  score: indicatorCode.optional(),
  /** Measures of the same publisher that a page shows beside it: the ranks in inputs and in outputs. */
  beside: z.array(indicatorCode).min(1).optional(),
  /** The indicators whose weighted sum an index is, */
  components: z.array(component).min(1).optional(),
  /** and how near to it: `within` for editions from a year on; earlier ones are not the sum. */
  tolerance: z
    .array(z.strictObject({ from: z.int(), within: z.number().positive() }))
    .min(1)
    .optional(),
});
export type IndicatorDefinition = z.infer<typeof indicatorDefinition>;

/** How a body came into its successor. `paper` is null where none has been seen. It assigns no tasks by itself. */
export const succession = z.strictObject({
  kind: z.enum(["merged", "renamed"]),
  from: day,
  paper: bilingual.nullable(),
  source: z.string(),
});

/** A state body, with the days between which it existed under that name. */
export const body = z.strictObject({
  id: z.string(),
  name: bilingual,
  from: reducedDate.nullable(),
  to: day.nullable(),
  successor: z.string().nullable(),
  /** Absent where there is no successor, and in older releases. */
  succession: succession.optional(),
  source: z.string().nullable(),
});
export type Body = z.infer<typeof body>;

/** Who made a figure (WIPO, ITU, UNDESA, NSO, MIC), with its own terms of use; `former` is its name up to the end of a day. */
export const compiler = z.strictObject({
  code: z.string().regex(/^[A-Z]{2,12}$/),
  name: bilingual,
  former: z.strictObject({ name: bilingual, to: day }).nullable(),
  url: z.url(),
  terms: bilingual,
});
export type Compiler = z.infer<typeof compiler>;

/** A compiler by the name that it had on a day: one that was renamed later had no former name then. */
export const compilerOn = (one: Compiler, on: string): Compiler =>
  one.former && on <= one.former.to ? { ...one, name: one.former.name, former: null } : one;
