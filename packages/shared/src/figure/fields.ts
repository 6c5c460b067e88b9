/** SDMX CL_OBS_STATUS: A normal, B break, D definition differs, E estimated, F forecast, I imputed, L/M/O missing (exists / cannot exist / other), P provisional, U low reliability. */
export const OBS_STATUS = ["A", "B", "D", "E", "F", "I", "L", "M", "O", "P", "U"] as const;
export type ObsStatus = (typeof OBS_STATUS)[number];
/** Confidence: read in the named source; computed from sources (formula in the comment); recalled or ambiguous. */
export const CONFIDENCE = ["sourced", "derived", "unverified"] as const;
/** For a source that gives only a bound: "nearly 5 %" is `<=`, "over 90 %" is `>=`. */
export const VALUE_LIMIT = ["<=", ">="] as const;

/** Precision of the publication date; of a month or year the stored day is the last. */
export const PRECISION = ["day", "month", "year"] as const;

/** One field of a figure. Its label in the staff texts is `field.<name>`. */
interface FieldSpec {
  /** Name in JSON, forms and rules. */
  readonly name: string;
  /** SDMX name, used in seed files; in lower case the database column. */
  readonly column: string;
  /** `code` needs no quotes, `codes` are several, `number` is the published text, `line` and `lines` are free text. */
  readonly form: "code" | "codes" | "day" | "integer" | "line" | "lines" | "number";
  /** The codes of an enumeration. */
  readonly values?: readonly string[];
  /** Language of a text; files and JSON have that of the request, without the suffix. */
  readonly lang?: "vi" | "en";
  /** Never null. */
  readonly required?: true;
  /** Part of the key; staff enter the others. */
  readonly key?: true;
  /** Version of this list that added it. Seals record theirs; in files newer fields come after all older columns. */
  readonly since: number;
}

/** The fields of a figure in file order. A new one comes last, with the next version. */
export const figureFields = [
  { name: "indicator", column: "INDICATOR", form: "code", required: true, key: true, since: 1 },
  { name: "compiler", column: "COMPILER", form: "code", required: true, key: true, since: 1 },
  { name: "refArea", column: "REF_AREA", form: "code", required: true, key: true, since: 1 },
  { name: "timePeriod", column: "TIME_PERIOD", form: "integer", required: true, key: true, since: 1 },
  { name: "value", column: "OBS_VALUE", form: "number", since: 1 },
  { name: "valueLimit", column: "VALUE_LIMIT", form: "code", values: VALUE_LIMIT, since: 1 },
  { name: "obsStatus", column: "OBS_STATUS", form: "codes", values: OBS_STATUS, required: true, since: 1 },
  { name: "confidence", column: "CONFIDENCE", form: "code", values: CONFIDENCE, required: true, since: 1 },
  { name: "rankPool", column: "RANK_POOL", form: "integer", since: 1 },
  { name: "source", column: "SOURCE", form: "code", since: 1 },
  { name: "edition", column: "EDITION", form: "line", since: 1 },
  { name: "published", column: "PUBLISHED", form: "day", since: 1 },
  { name: "obsComVi", column: "OBS_COM_VI", form: "lines", lang: "vi", since: 1 },
  { name: "obsComEn", column: "OBS_COM_EN", form: "lines", lang: "en", since: 1 },
  { name: "publishedPrecision", column: "PUBLISHED_PRECISION", form: "code", values: PRECISION, since: 2 },
] as const satisfies readonly FieldSpec[];

export type Field = (typeof figureFields)[number];
export type KeyField = Extract<Field, { key: true }>;
export type ContentField = Exclude<Field, KeyField>;

/** The fields outside the key. */
export const contentFields = figureFields.filter((field): field is ContentField => !("key" in field));

/** Fields with one code of an enumeration; a required one defaults to the first. */
export type ChoiceField = Extract<ContentField, { form: "code"; values: readonly string[] }>;
export const choiceFields = contentFields.filter(
  (field): field is ChoiceField => field.form === "code" && "values" in field,
);

/** Version of the list: that of its newest field. */
export const FIELDS_VERSION = Math.max(...figureFields.map(({ since }) => since));

/** The type of a field without null. */
export type ValueOf<F> = F extends { form: "codes"; values: readonly (infer V)[] }
  ? readonly V[]
  : F extends { values: readonly (infer V)[] }
    ? V
    : F extends { form: "integer" }
      ? number
      : string;
/** The type of a field, nullable unless required. */
export type Value<F> = F extends { required: true } ? ValueOf<F> : ValueOf<F> | null;

/** Strips the language suffix: OBS_COM_VI → OBS_COM, obsComVi → obsCom. */
export const inAnyLanguage = (name: string): string => name.replace(/(_VI|_EN|Vi|En)$/, "");
