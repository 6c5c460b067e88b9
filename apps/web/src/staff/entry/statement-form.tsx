import type { Source } from "@moc2030/shared/schema/source";
import { type Statement, statementId, statementKind } from "@moc2030/shared/schema/statement";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { writtenDay } from "@moc2030/shared/text/written-day";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckBox, SelectField, TextArea } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { ProblemError, send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { type Submission, submissionPath } from "../submissions/reads.ts";
import { Published } from "../submissions/statement-card.tsx";
import { type StatementKind, type Subjects, subjectName } from "../submissions/subjects.ts";
import { WordingNow } from "../submissions/wording-compared.tsx";
import { EvidenceField } from "./evidence-field.tsx";
import { openDraft } from "./open-draft.ts";
import { ReportFields } from "./report-fields.tsx";
import { CorrectionFields, ExplanationFields, RemarkFields, StateFields, VerbatimFields } from "./statement-fields.tsx";
import { fieldOf, inputOf, isAbout, missingIn, type StatementValues, sameText, valuesOf } from "./statement-state.ts";

/** The field with the day of each kind of statement. */
const DATED = {
  remark: "date",
  commitment: "checkedOn",
  orientation: "checkedOn",
  trial: "checkedOn",
  verbatim: "checkedOn",
  correction: null,
  explanation: null,
  report: "date",
} as const;

type Props = {
  subjects: Subjects;
  published: Statement[];
  sources: Source[];
  /** The draft it goes into; null for a new one. */
  submission: Submission | null;
  /** Id of the statement of that draft to edit, or of the one to begin with. */
  editing: string | undefined;
  /** What a new report is registered with. */
  begin: Partial<StatementValues>;
};

/** The form of one statement: saved to a draft, or submitted for review. */
export function StatementForm({ subjects, published, sources, submission, editing, begin }: Props) {
  const { say } = useStaffText();
  const navigate = useNavigate();
  const mine = submission?.statements.find(({ id }) => id === editing)?.proposed ?? null;
  // As last saved: a retry after a failed submit continues from there.
  const [draft, setDraft] = useState(submission);
  /** The form for a subject, filled with its published statement; for the words of a target with the page last read. */
  const startWith = (kind: StatementKind, subject: string): StatementValues => {
    const about = { kind, subject, release: subjects.release };
    const known = published.find((one) => one.kind === kind && one.subject === subject) ?? null;
    if (kind === "report" && !known) return { ...valuesOf(about, null), ...begin };
    if (known || kind !== "verbatim") return valuesOf(about, known);
    const last = submission?.statements.findLast(({ proposed }) => proposed?.kind === kind)?.proposed ?? null;
    const wordingEn = subjects.targetOf(subject)?.wording.en ?? "";
    return { ...valuesOf(about, null), ...(last && sameText(valuesOf(about, last))), wordingEn };
  };
  const [values, setValues] = useState<StatementValues>(() => {
    if (mine) return valuesOf({ ...mine, release: subjects.release }, mine);
    const [first = "", subject = ""] = editing?.split("/") ?? [];
    return startWith(statementKind.options.find((kind) => kind === first) ?? "remark", subject);
  });
  const set = (change: Partial<StatementValues>) => setValues((now) => ({ ...now, ...change }));
  const current = published.find((one) => isAbout(values, one)) ?? null;
  const target = subjects.targetOf(values.subject);
  const files = submission?.statements.flatMap((one) => one.files) ?? [];
  // A new correction of a draft has an id that is not among the choices.
  const listed = subjects.of[values.kind];
  const isListed = values.subject === "" || listed.some(({ value }) => value === values.subject);
  const ofDraft = isListed ? [] : [{ value: values.subject, label: subjectName(subjects, inputOf(values, null)) }];
  const sourceOf = (id: string) => sources.find((source) => source.id === id);

  const form = useForm<"keep" | "submit", Submission>({
    check: () => {
      const dated = DATED[values.kind];
      const typed = dated ? values[dated].trim() : "";
      const day = writtenDay(typed);
      return {
        ...Object.fromEntries(
          missingIn(values, current !== null).map((name) => [
            name,
            say(
              values.kind === "verbatim" && (name === "source" || name === "checkedOn")
                ? `verbatim.missing.${name}`
                : values.kind === "report" && name === "evidence"
                  ? "issued.missing.evidence"
                  : `statement.missing.${name}`,
            ),
          ]),
        ),
        ...(dated && typed && !day && { [dated]: say("field.noDay", { text: typed }) }),
        ...(dated && day && day > dayInVietNam(new Date()) && { [dated]: say("statement.futureDay") }),
        ...(values.dataDay.trim() && !writtenDay(values.dataDay)
          ? { dataDay: say("field.noDay", { text: values.dataDay }) }
          : {}),
        ...(/^\d{0,4}$/.test(values.page.trim()) ? {} : { page: say("verbatim.noPage") }),
      };
    },
    send: async (then) => {
      const input = inputOf(values, current?.release ?? null);
      const others = (draft?.statements ?? []).flatMap(({ id, proposed }) =>
        proposed && id !== editing && id !== statementId(input) ? [proposed] : [],
      );
      const statements = [...others, input];
      const title = `${say(`statement.kind.${values.kind}`)}: ${subjectName(subjects, input)}`;
      const kept = draft
        ? await send<Submission>(submissionPath.statements(draft.id), {
            ...{ method: "PUT", version: draft.version, json: { statements } },
          })
        : await openDraft(title, { statements });
      setDraft(kept);
      if (then === "keep") return kept;
      const { id, version } = kept;
      return send<Submission>(submissionPath.submit(id), { method: "POST", version, key: `submit-${id}-${version}` });
    },
    refused: (error) =>
      error instanceof ProblemError && error.slug === "invalid"
        ? Object.fromEntries(
            error.errors.map(({ pointer = "", detail }) => [fieldOf(pointer), say("statement.refused", { detail })]),
          )
        : undefined,
    onSuccess: ({ id }) => navigate({ to: "/submissions/$id", params: { id: String(id) } }),
  });
  const part = { values, set };

  return (
    // Enter in a field must not submit.
    <Form form={{ ...form, submit: () => {} }} className="mt-6 space-y-8">
      <div className="grid gap-5">
        <SelectField
          id="kind"
          label={say("statement.what")}
          choices={statementKind.options.map((value) => ({ value, label: say(`statement.kind.${value}`) }))}
          value={values.kind}
          onChange={(kind) => setValues(startWith(kind as StatementKind, ""))}
        />
        <SelectField
          id="subject"
          label={say("statement.subject")}
          choices={[{ value: "", label: say("statement.choose") }, ...ofDraft, ...listed]}
          value={values.subject}
          onChange={(subject) => setValues(startWith(values.kind, subject))}
        />
      </div>
      {values.subject === "" ? null : values.kind === "verbatim" && !current && target ? (
        <WordingNow target={target} sourceOf={sourceOf} />
      ) : (
        <Published {...{ current, subjects, sourceOf }} />
      )}
      {values.kind === "remark" ? (
        <RemarkFields {...part} bodies={subjects.bodies} />
      ) : values.kind === "verbatim" ? (
        <VerbatimFields {...{ ...part, target, subjects, sources }} />
      ) : values.kind === "correction" ? (
        <CorrectionFields {...part} subjects={subjects} />
      ) : values.kind === "explanation" ? (
        <ExplanationFields {...part} subjects={subjects} />
      ) : values.kind === "report" ? (
        <ReportFields {...part} />
      ) : (
        <StateFields {...part} kind={values.kind} sources={sources} />
      )}
      <EvidenceField {...part} files={files} {...(values.kind === "report" && { of: "report" })} />
      {current === null ? null : (
        <Section title={say("form.reasonTitle")} className="space-y-4">
          <CheckBox
            label={say("statement.withdraw")}
            checked={values.withdrawn}
            onChange={(withdrawn) => set({ withdrawn })}
          />
          <TextArea
            id="reasonText"
            label={say("statement.reasonText")}
            value={values.reasonText}
            onChange={(reasonText) => set({ reasonText })}
          />
        </Section>
      )}
      <div className="flex flex-wrap gap-3 border-t border-line pt-6">
        <Button isMain aria-disabled={form.isPending} onClick={() => form.submit("submit")}>
          {say("form.submit")}
        </Button>
        <Button aria-disabled={form.isPending} onClick={() => form.submit("keep")}>
          {say("form.keep")}
        </Button>
      </div>
    </Form>
  );
}
