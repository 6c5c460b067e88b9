/** SDMX CL_OBS_STATUS: A normal, B break, D definition differs, E estimated, F forecast, I imputed, L/M/O missing (exists / cannot exist / other), P provisional, U low reliability. */
export const OBS_STATUS = ["A", "B", "D", "E", "F", "I", "L", "M", "O", "P", "U"] as const;
/** How far a figure can be trusted: read in the named source, computed from sources (formula in the comment), or recalled or ambiguous. */
export const CONFIDENCE = ["sourced", "derived", "unverified"] as const;
/** Set where the source gives only a bound: "nearly 5 %" is `<=`, "over 90 %" is `>=`. */
export const VALUE_LIMIT = ["<=", ">="] as const;

/** How exactly the day of publication is known: where only its month or year is, the day is the last of it. */
export const PRECISION = ["day", "month", "year"] as const;

/** One fact about a figure. Its label among the texts of staff is `field.<name>`. */
interface FieldSpec {
  /** In JSON, in the form and in the rules. */
  readonly name: string;
  /** In the seed's files, as SDMX calls it; in lower case, in the database. */
  readonly column: string;
  /** `code` needs no quotes, `codes` are several, `number` is the published text, `line` and `lines` are free text. */
  readonly form: "code" | "codes" | "day" | "integer" | "line" | "lines" | "number";
  /** Which codes there are, where there are few. */
  readonly values?: readonly string[];
  /** The language of a text: files and JSON have the one of the request, without the ending. */
  readonly lang?: "vi" | "en";
  /** Whether it never is empty. */
  readonly required?: true;
  /** Whether it says which figure it is; staff enter all the rest. */
  readonly key?: true;
  /** The version of this list that brought it. Seals name theirs; in files it stands after what older ones have. */
  readonly since: number;
}

/** Every fact about a figure, in the order of files. A new one is the last, with a version of its own. */
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

/** What is said of a figure, without what says which it is. */
export const contentFields = figureFields.filter((field): field is ContentField => !("key" in field));

/** The fields that hold one code of few; one that is never empty holds the first unless something else is said. */
export type ChoiceField = Extract<ContentField, { form: "code"; values: readonly string[] }>;
export const choiceFields = contentFields.filter(
  (field): field is ChoiceField => field.form === "code" && "values" in field,
);

/** The version of the list: that of its newest field. */
export const FIELDS_VERSION = Math.max(...figureFields.map(({ since }) => since));

/** The values that a field can have, apart from none. */
export type ValueOf<F> = F extends { form: "codes"; values: readonly (infer V)[] }
  ? readonly V[]
  : F extends { values: readonly (infer V)[] }
    ? V
    : F extends { form: "integer" }
      ? number
      : string;
/** A field's value, null where it may be empty. */
export type Value<F> = F extends { required: true } ? ValueOf<F> : ValueOf<F> | null;

/** Without the ending for its language: OBS_COM_VI → OBS_COM, obsComVi → obsCom. */
export const inAnyLanguage = (name: string): string => name.replace(/(_VI|_EN|Vi|En)$/, "");
