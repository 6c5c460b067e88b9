import {
  type CORRECTED_PAGES,
  issuedReportId,
  type Statement,
  type StatementInput,
  statementId,
} from "@moc2030/shared/schema/statement";
import { numericDay, writtenDay } from "@moc2030/shared/text/written-day";
import { NEW_REPORT, type StatementKind } from "../submissions/subjects.ts";
import type { FormValues } from "./form-state.ts";
import { isWholeSource, type NewSource, sourceInput, typedSource } from "./new-source.ts";

/** Form state, as typed. */
export type StatementValues = Pick<FormValues, "source" | "isNewSource" | "newSource" | "evidence" | "place"> & {
  kind: StatementKind;
  subject: string;
  withdrawn: boolean;
  reasonText: string;
  /** Codes and addresses that a correction concerns. */
  indicators: string[];
  pages: string[];
} & { [N in (typeof REMARK | typeof STATE | typeof VERBATIM | typeof OWN | typeof REPORT)[number]]: string };

const REMARK = ["body", "assessedRelease", "text", "textEn", "number", "date", "person"] as const;
const STATE = ["state", "checkedOn", "note", "noteEn", "legalBasis", "legalBasisEn"] as const;
/** `agrees`: whether the signed text asks what the assessment goes by; empty until answered. */
const VERBATIM = ["wording", "wordingEn", "clause", "page", "agrees", "differs", "differsEn"] as const;
/** Texts of corrections and explanations, each with its English. */
const OWN_TEXTS = ["wrong", "right", "why", "used", "answer"] as const;
const OWN = [
  ...OWN_TEXTS,
  ...(["wrongEn", "rightEn", "whyEn", "usedEn", "answerEn", "wrongSince", "rightSince", "revisedIn"] as const),
] as const;
/** Of an issued report, beside the number and date that a remark's letter has too. */
const REPORT = ["period", "dataRelease", "dataDay"] as const;
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
  const verbatim = from?.kind === "verbatim" ? from.content : null;
  const state = from && "state" in from.content ? from.content : null;
  const read = state ?? verbatim;
  const correction = from?.kind === "correction" ? from.content : null;
  const explanation = from?.kind === "explanation" ? from.content : null;
  const report = from?.kind === "report" ? from.content : null;
  const paper = remark?.letter ?? report;
  const proposed = from && "withdrawn" in from ? from : null;
  const [text, textEn] = typed(remark?.text);
  const [note, noteEn] = typed(state?.note);
  const [legalBasis, legalBasisEn] = typed(from?.kind === "trial" ? from.content.legalBasis : null);
  const [wording, wordingEn] = typed(verbatim?.wording);
  const [differs, differsEn] = typed(verbatim?.differs);
  const texts = { ...correction, ...explanation };
  const own = OWN_TEXTS.map((name) => [name, ...typed(texts[name])] as const);
  const { newSource = null, reasonText = null, evidence = [], withdrawn = false } = proposed ?? {};
  return {
    subject: kind === "report" && subject === "" ? NEW_REPORT : subject,
    ...{ kind, withdrawn, evidence, text, textEn, note, noteEn, legalBasis, legalBasisEn },
    ...{ wording, wordingEn, differs, differsEn, clause: verbatim?.clause ?? "" },
    page: verbatim ? String(verbatim.page) : "",
    agrees: verbatim ? (verbatim.differs ? "no" : "yes") : "",
    ...(Object.fromEntries(
      own.flatMap(([name, vi, en]) => [
        [name, vi],
        [`${name}En`, en],
      ]),
    ) as Record<(typeof OWN)[number], string>),
    indicators: correction?.indicators ?? [],
    pages: correction?.pages ?? [],
    wrongSince: String(correction?.wrongSince ?? ""),
    rightSince: String(correction?.rightSince ?? release),
    revisedIn: String(explanation?.revisedIn ?? ""),
    reasonText: reasonText ?? "",
    body: remark?.body ?? "",
    assessedRelease: String(remark?.assessedRelease ?? release),
    number: paper?.number ?? "",
    date: paper ? numericDay(paper.date) : "",
    period: report?.period ?? "",
    dataRelease: String(report?.dataRelease ?? ""),
    dataDay: report ? numericDay(report.dataDay) : "",
    person: remark?.person ?? "",
    state: state?.state ?? (kind in STATES ? STATES[kind as keyof typeof STATES][0] : ""),
    checkedOn: read ? numericDay(read.checkedOn) : "",
    place: state?.place ?? "",
    source: read?.source ?? "",
    isNewSource: newSource !== null,
    newSource: typedSource(newSource, kind === "verbatim" ? "legal_text" : "government"),
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
  const inBoth = (name: (typeof OWN_TEXTS)[number]) => ({ vi: values[name], en: orNull(values[`${name}En`]) });
  if (kind === "correction") {
    const content = {
      indicators: values.indicators,
      pages: values.pages as (typeof CORRECTED_PAGES)[number][],
      ...{ wrong: inBoth("wrong"), right: inBoth("right"), why: inBoth("why") },
      ...{ wrongSince: Number(values.wrongSince), rightSince: Number(values.rightSince) },
    };
    return { ...common, kind, content, newSource: null };
  }
  if (kind === "explanation") {
    const content = { revisedIn: Number(values.revisedIn), used: inBoth("used"), answer: inBoth("answer") };
    return { ...common, kind, content, newSource: null };
  }
  if (kind === "report") {
    const { number, period } = values;
    const [date, dataDay] = [dayOf(values.date), dayOf(values.dataDay)];
    const content = { number, date, period, dataRelease: Number(values.dataRelease), dataDay };
    return { ...common, kind, subject: issuedReportId(content), content, newSource: null };
  }
  const { isNewSource, newSource, source, place, checkedOn, note, noteEn } = values;
  const fresh: NewSource | null = isNewSource ? sourceInput(newSource) : null;
  if (kind === "verbatim") {
    const { wording, wordingEn, clause, page, agrees, differs, differsEn } = values;
    const content = {
      wording: { vi: wording, en: wordingEn },
      ...{ clause, page: Number(page), source: isNewSource ? null : orNull(source), checkedOn: dayOf(checkedOn) },
      differs: agrees === "no" ? textOrNull(differs, differsEn) : null,
    };
    return { ...common, kind, content, newSource: fresh };
  }
  const content = {
    source: isNewSource ? null : orNull(source),
    place: orNull(place),
    checkedOn: dayOf(checkedOn),
    note: textOrNull(note, noteEn),
  };
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

/** Fields that are needed whatever else is said. */
const NEEDED = {
  remark: ["body", "number", "date", "person", "text"],
  commitment: ["checkedOn"],
  orientation: ["checkedOn"],
  trial: ["checkedOn"],
  verbatim: ["wording", "wordingEn", "clause", "page", "checkedOn", "agrees"],
  correction: ["indicators", "wrong", "right", "why", "wrongSince", "rightSince"],
  explanation: ["revisedIn", "used", "answer"],
  report: ["number", "date", "period", "dataRelease", "dataDay"],
} as const satisfies Record<StatementKind, readonly (keyof StatementValues)[]>;

export type Missing =
  | (typeof NEEDED)[StatementKind][number]
  | ("subject" | "source" | "newSource" | "reasonText" | "differs" | "evidence");

/** Required fields that are empty. `isPublished`: it changes a published statement, which needs a reason. */
export function missingIn(values: StatementValues, isPublished: boolean): Missing[] {
  const { kind, isNewSource, newSource, state, withdrawn } = values;
  const isEmpty = (name: Missing) => {
    if (name === "newSource") return !isWholeSource(newSource);
    if (name === "evidence") return values.evidence.length === 0;
    if (name === "indicators") return values.indicators.length + values.pages.length === 0;
    return !values[name].trim();
  };
  const needed: Missing[] = ["subject", ...NEEDED[kind]];
  if (kind === "verbatim" && values.agrees === "no") needed.push("differs");
  if (kind === "verbatim" || (kind in STATES && state !== "no_information"))
    needed.push(isNewSource ? "newSource" : "source");
  if ((kind === "verbatim" || kind === "report") && !withdrawn) needed.push("evidence");
  if (isPublished) needed.push("reasonText");
  return needed.filter(isEmpty);
}

/** What the words of one target and of the next have in common: the text, the page, its scan, and the day. */
export function sameText({ evidence, source, isNewSource, newSource, page, checkedOn }: StatementValues) {
  return { evidence, source, isNewSource, newSource, page, checkedOn };
}

/** Whether a statement has the identity of the one in the form. */
export const isAbout = (values: StatementValues, one: Pick<Statement, "kind" | "subject" | "content">): boolean =>
  statementId(one) === statementId(inputOf(values, null));
