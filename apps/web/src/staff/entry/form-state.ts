import {
  type CheckContext,
  checkFigure,
  type Finding,
  type Findings,
  figureTexts,
  type ProposedFigure,
} from "@moc2030/shared/entry/checks";
import type { ObsStatus } from "@moc2030/shared/figure/fields";
import {
  type ChoiceField,
  type ContentField,
  choiceFields,
  contentFields,
  type ValueOf,
} from "@moc2030/shared/figure/fields";
import type { FigureContent, FigureKey } from "@moc2030/shared/figure/figure";
import { readNumber, refusalValues } from "@moc2030/shared/figure/number-text";
import type { FigureInput } from "@moc2030/shared/schema/submission";
import { codePoint, findHidden, isWebAddress, normalText } from "@moc2030/shared/text/clean";
import { isDay } from "@moc2030/shared/text/date";
import { readDay } from "@moc2030/shared/text/day-text";
import type { Lang } from "@moc2030/shared/text/lang";
import { numericDay } from "@moc2030/shared/text/written-day";
import { SIDE_FLAGS, typedText } from "../submissions/figure-words.ts";
import type { Item } from "../submissions/reads.ts";
import { isWholeSource, type NewSource, sourceInput, type TypedSource, typedSource } from "./new-source.ts";

/** The type of a field as typed: a string, "" when empty; for an enumeration its code. */
type Typed<F> = F extends { form: "code"; values: readonly string[] }
  ? F extends { required: true }
    ? ValueOf<F>
    : ValueOf<F> | ""
  : string;
type TypedField = Exclude<ContentField, { form: "codes" }>;
/** Form state, as typed. */
export type FormValues = { -readonly [F in TypedField as F["name"]]: Typed<F> } & {
  kind: "enter" | "withdraw";
  grade: "final" | "provisional" | "estimate" | "missing";
  missing: "L" | "M" | "O";
  flags: ObsStatus[];
  isNewSource: boolean;
  newSource: TypedSource;
  evidence: string[];
} & { [N in (typeof PROPOSED)[number]]: string };
/** Texts of the proposal itself. */
const PROPOSED = ["place", "reason", "reasonText", "confirmation"] as const;

const gradeIn = (status: readonly ObsStatus[], value: string | null): FormValues["grade"] =>
  value === null && status.some((code) => "LMO".includes(code))
    ? "missing"
    : status.includes("E")
      ? "estimate"
      : status.includes("P")
        ? "provisional"
        : "final";

const QUOTED = /^"(.*)"$/;

type Filled = FigureContent & Partial<Pick<Item, "kind" | "newSource" | "evidence" | (typeof PROPOSED)[number]>>;

/** The fields that hold what the figure says, a day in figures; the first of the codes where one is needed. */
const typedFrom = (figure: FigureContent | null) =>
  Object.fromEntries(
    contentFields.flatMap((field) => {
      if (field.form === "codes") return [];
      const said = String(figure?.[field.name] ?? ("required" in field ? field.values[0] : ""));
      return [[field.name, field.form === "day" && isDay(said) ? numericDay(said) : said]];
    }),
  ) as { [F in TypedField as F["name"]]: Typed<F> };

/** Form state for a published figure or draft; empty for null. */
export function valuesOf(figure: Filled | null, lang: Lang): FormValues {
  const status = figure?.obsStatus ?? [];
  const value = figure?.value ?? null;
  return {
    ...typedFrom(figure),
    kind: figure?.kind ?? "enter",
    value: value === null ? "" : (QUOTED.exec(value)?.[1] ?? typedText(value, lang)),
    grade: gradeIn(status, value),
    missing: (status.find((code) => "LMO".includes(code)) as FormValues["missing"]) ?? "M",
    flags: status.filter((code) => (SIDE_FLAGS as readonly ObsStatus[]).includes(code)),
    isNewSource: Boolean(figure?.newSource),
    newSource: typedSource(figure?.newSource ?? null, "primary"),
    ...(Object.fromEntries(PROPOSED.map((name) => [name, figure?.[name] ?? ""])) as Pick<
      FormValues,
      (typeof PROPOSED)[number]
    >),
    evidence: figure?.evidence ?? [],
  };
}

/** The status codes for grade and flags. A is dropped beside any flag but B. */
export function statusOf({ grade, missing, flags }: FormValues): ObsStatus[] {
  const own: ObsStatus[] =
    grade === "missing" ? [missing] : grade === "estimate" ? ["E"] : grade === "provisional" ? ["P"] : [];
  const all = [...own, ...flags];
  return all.every((code) => code === "B") ? ["A", ...all] : all;
}

const orNull = (text: string) => text.trim() || null;
/** Cleaned text; null if empty or if the API would reject it. */
const cleanOrNull = (text: string, lines: "one" | "many" = "one") =>
  findHidden(normalText(text).trim(), lines) ? null : orNull(normalText(text));
/** Values of enumeration fields; null where nothing is chosen. */
const chosenIn = (values: FormValues) =>
  Object.fromEntries(choiceFields.map(({ name }) => [name, values[name] || null])) as Pick<
    FigureContent,
    ChoiceField["name"]
  >;
const textNames = Object.keys(figureTexts) as (keyof typeof figureTexts)[];
const isUrl = (text: string) => text === "" || isWebAddress(text);

/** The new source; null until it is complete enough for the API. */
export function newSourceOf({
  isNewSource,
  newSource,
}: Pick<FormValues, "isNewSource" | "newSource">): NewSource | null {
  const texts = SOURCE_TEXTS.map((name) => [name, cleanOrNull(newSource[name]) ?? ""] as const);
  const clean = { ...newSource, ...Object.fromEntries(texts) };
  const held = SOURCE_TEXTS.some((name) => findHidden(normalText(newSource[name]).trim()) !== null);
  if (!isNewSource || held || !isUrl(newSource.url.trim()) || !isWholeSource(clean)) return null;
  return sourceInput(clean);
}
const SOURCE_TEXTS = ["title", "publisher", "date", "number", "person"] as const;

/** The day of publication as typed, in either language; null where nothing is. */
const publishedOf = ({ published }: FormValues) => (published.trim() ? readDay(published, "vi") : null);

/** What the API keeps. What it would refuse stays with the form (`holdsBack`): a number or a day that cannot be read, a hidden character, half a source. */
export function inputOf(values: FormValues, key: FigureKey, lang: Lang, baseRelease: number | null): FigureInput {
  const read = values.value.trim() ? readNumber(values.value, lang) : null;
  const published = publishedOf(values);
  const pool = Number(values.rankPool);
  return {
    ...key,
    kind: values.kind,
    value: values.grade !== "missing" && read?.ok ? read.text : null,
    ...chosenIn(values),
    obsStatus: statusOf(values),
    rankPool: /^\d{1,4}$/.test(values.rankPool.trim()) && pool > 0 ? pool : null,
    source: values.isNewSource ? null : orNull(values.source),
    newSource: newSourceOf(values),
    ...(Object.fromEntries(textNames.map((name) => [name, cleanOrNull(values[name], figureTexts[name])])) as Record<
      keyof typeof figureTexts,
      string | null
    >),
    published: published?.ok ? published.day : null,
    reason: (orNull(values.reason) as FigureInput["reason"]) ?? null,
    evidence: values.evidence,
    baseRelease,
  };
}

/** Whether something typed is not in what the API keeps of the form: half a source, a value or a pool that is no number, a day that is none, a text with a hidden character. */
export const hasUnsavableInput = (values: FormValues, lang: Lang): boolean =>
  textNames.some((name) => values[name].trim() !== "" && cleanOrNull(values[name], figureTexts[name]) === null) ||
  (values.grade !== "missing" && values.value.trim() !== "" && !readNumber(values.value, lang).ok) ||
  publishedOf(values)?.ok === false ||
  (values.isNewSource && newSourceOf(values) === null && Object.values(values.newSource).join("") !== "primary") ||
  (values.rankPool.trim() !== "" && !/^\d{1,4}$/.test(values.rankPool.trim()));

export type FormFinding = Omit<Finding, "code"> & { code: string };

/** Findings for the form: the API's rules, preceded by checks on the text as typed. */
export function checkForm(
  values: FormValues,
  key: FigureKey,
  context: Omit<CheckContext, "duplicateOf" | "knows"> & { knows: Pick<CheckContext["knows"], "compiler" | "area"> },
  sources: ReadonlySet<string>,
  lang: Lang,
): { errors: FormFinding[]; warnings: Findings["warnings"] } {
  const input = inputOf(values, key, lang, null);
  // Uncleaned, so that a hidden character is reported on its field.
  const texts = Object.fromEntries(textNames.map((name) => [name, orNull(normalText(values[name]))]));
  const figure: ProposedFigure = { ...input, ...texts, reason: input.reason, newSource: input.newSource };
  const knows = { ...context.knows, source: sources.has(input.source ?? "") };
  const { errors, warnings } = checkFigure(figure, { ...context, knows, duplicateOf: null });
  const own: FormFinding[] = [];
  const find = (field: Finding["field"], code: string, values: Finding["values"] = {}) =>
    own.push({ code, field, values });
  const typed = values.value.trim();
  const read = typed ? readNumber(values.value, lang) : null;
  const isEntry = values.kind === "enter";
  if (isEntry && values.grade !== "missing") {
    if (!read) find("value", "missing_value");
    else if (!read.ok) find("value", read.code, { typed: typed.slice(0, 40), ...refusalValues(read) });
    if (values.rankPool.trim() && input.rankPool === null)
      find("rankPool", "not_a_whole_number", { value: values.rankPool });
  }
  const published = publishedOf(values);
  if (isEntry && published?.ok === false) {
    const { code, expected } = published;
    find("published", code, { typed: values.published.trim().slice(0, 40), expected });
  }
  const half = isEntry && values.isNewSource && !input.newSource;
  if (half) {
    const { kind, url } = values.newSource;
    const hidden = SOURCE_TEXTS.map((name) => findHidden(values.newSource[name].trim())).find((found) => found);
    if (hidden) find("newSource", "hidden_character", { mark: codePoint(hidden.code), at: hidden.at });
    else if (kind === "official_letter") find("newSource", "letter_incomplete");
    else find("newSource", isUrl(url.trim()) ? "source_incomplete" : "not_a_link");
  }
  const said = new Set(own.map((finding) => finding.field));
  const rest = errors.filter(
    ({ code, field }) =>
      !(said.has("value") && field === "value") &&
      !(said.has("published") && field === "published") &&
      !(half && field === "source") &&
      // Implied by an empty value, which is already reported.
      !(code === "missing_status"),
  );
  return { errors: [...own, ...rest], warnings };
}
