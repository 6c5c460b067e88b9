import { type Statement, type StatementInput, statementId } from "@moc2030/shared/schema/statement";
import { numericDay, writtenDay } from "@moc2030/shared/text/written-day";
import type { StatementKind } from "../submissions/subjects.ts";
import type { FormValues } from "./form-state.ts";
import { isWholeSource, type NewSource, sourceInput, typedSource } from "./new-source.ts";

/** Form state, as typed. */
export type StatementValues = Pick<FormValues, "source" | "isNewSource" | "newSource" | "evidence" | "place"> & {
  kind: StatementKind;
  subject: string;
  withdrawn: boolean;
  reasonText: string;
} & { [N in (typeof REMARK | typeof STATE)[number]]: string };

const REMARK = ["body", "assessedRelease", "text", "textEn", "number", "date", "person"] as const;
const STATE = ["state", "checkedOn", "note", "noteEn", "legalBasis", "legalBasisEn"] as const;
export const STATES = {
  commitment: ["no_information", "in_progress", "done"],
  orientation: ["no_information", "in_progress", "done"],
  trial: ["proposed", "trial", "evaluation", "scaled_up", "stopped"],
} as const;

const typed = (text: { vi: string; en: string | null } | null | undefined) => [text?.vi ?? "", text?.en ?? ""] as const;

type Filled = Statement | StatementInput;

/** Form state for a published or proposed statement; for null empty but for its subject, newest release and first state. */
export function valuesOf(
  { kind, subject, release }: { kind: StatementKind; subject: string; release: number },
  from: Filled | null,
): StatementValues {
  const remark = from?.kind === "remark" ? from.content : null;
  const state = from && from.kind !== "remark" ? from.content : null;
  const proposed = from && "withdrawn" in from ? from : null;
  const [text, textEn] = typed(remark?.text);
  const [note, noteEn] = typed(state?.note);
  const [legalBasis, legalBasisEn] = typed(from?.kind === "trial" ? from.content.legalBasis : null);
  const { newSource = null, reasonText = null, evidence = [], withdrawn = false } = proposed ?? {};
  return {
    ...{ kind, subject, withdrawn, evidence, text, textEn, note, noteEn, legalBasis, legalBasisEn },
    reasonText: reasonText ?? "",
    body: remark?.body ?? "",
    assessedRelease: String(remark?.assessedRelease ?? release),
    number: remark?.letter.number ?? "",
    date: remark ? numericDay(remark.letter.date) : "",
    person: remark?.person ?? "",
    state: state?.state ?? (kind === "remark" ? "" : STATES[kind][0]),
    checkedOn: state ? numericDay(state.checkedOn) : "",
    place: state?.place ?? "",
    source: state?.source ?? "",
    isNewSource: newSource !== null,
    newSource: typedSource(newSource, "government"),
  };
}

const orNull = (text: string) => text.trim() || null;
/** A day as typed, for the API; what is none is sent as it is, and refused there. */
const dayOf = (text: string) => writtenDay(text) ?? text.trim();
const textOrNull = (vi: string, en: string) => (vi.trim() ? { vi, en: orNull(en) } : null);

/** The proposal to send. */
export function inputOf(values: StatementValues, baseRelease: number | null): StatementInput {
  const { kind, subject, withdrawn, evidence } = values;
  const common = { subject, withdrawn, evidence, reasonText: orNull(values.reasonText), baseRelease };
  if (kind === "remark") {
    const { body, text, textEn, number, date, person } = values;
    const letter = { number, date: dayOf(date) };
    const assessedRelease = Number(values.assessedRelease);
    const content = { body, assessedRelease, text: { vi: text, en: orNull(textEn) }, letter, person };
    return { ...common, kind, content, newSource: null };
  }
  const { isNewSource, newSource, source, place, checkedOn, note, noteEn } = values;
  const content = {
    source: isNewSource ? null : orNull(source),
    place: orNull(place),
    checkedOn: dayOf(checkedOn),
    note: textOrNull(note, noteEn),
  };
  const fresh: NewSource | null = isNewSource ? sourceInput(newSource) : null;
  if (kind === "trial") {
    const state = values.state as (typeof STATES.trial)[number];
    const legalBasis = textOrNull(values.legalBasis, values.legalBasisEn);
    return { ...common, kind, content: { state, ...content, legalBasis }, newSource: fresh };
  }
  const state = values.state as (typeof STATES.commitment)[number];
  return { ...common, kind, content: { state, ...content }, newSource: fresh };
}

/** The field id for a JSON Pointer of a validation error. */
export function fieldOf(pointer: string): string {
  const path = pointer.replace(/^\/statements\/\d+\//, "");
  const source = /^newSource\/(?:letter\/)?(\w+)$/.exec(path)?.[1];
  if (source) return source === "title" ? "newSource" : `source-${source}`;
  const [, name = path, language] = /^(?:content\/)?(?:letter\/)?(\w+)(?:\/(vi|en))?$/.exec(path) ?? [];
  return language === "en" ? `${name}En` : name;
}

export type Missing =
  | "subject"
  | "body"
  | "text"
  | "number"
  | "date"
  | "person"
  | "checkedOn"
  | "source"
  | "newSource"
  | "reasonText";

/** Required fields that are empty. `isPublished`: it changes a published statement, which needs a reason. */
export function missingIn(values: StatementValues, isPublished: boolean): Missing[] {
  const { kind, isNewSource, newSource, state } = values;
  const needed: Missing[] =
    kind === "remark" ? ["subject", "body", "number", "date", "person", "text"] : ["subject", "checkedOn"];
  const isEmpty = (name: Missing) => name !== "newSource" && !values[name].trim();
  const lacksSource = isNewSource ? !isWholeSource(newSource) : isEmpty("source");
  return [
    ...needed.filter(isEmpty),
    ...(kind !== "remark" && state !== "no_information" && lacksSource
      ? [isNewSource ? ("newSource" as const) : ("source" as const)]
      : []),
    ...(isPublished && isEmpty("reasonText") ? ["reasonText" as const] : []),
  ];
}

/** Whether a statement has the identity of the one in the form. */
export const isAbout = (values: StatementValues, one: Pick<Statement, "kind" | "subject" | "content">): boolean =>
  statementId(one) === statementId(inputOf(values, null));
