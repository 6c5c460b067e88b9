import type { Source } from "@moc2030/shared/schema/source";
import type { Target } from "@moc2030/shared/schema/target";
import { useStaffText } from "../../text/staff-text.tsx";
import { ChooseMany } from "../../ui/choose-many.tsx";
import { CheckGroup, DayField, RadioGroup, SelectField, TextArea, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import type { Subjects } from "../submissions/subjects.ts";
import { AssessedBy, WordingCompared } from "../submissions/wording-compared.tsx";
import { SourceFields } from "./source-fields.tsx";
import { STATES, type StatementValues } from "./statement-state.ts";

type Part = { values: StatementValues; set: (change: Partial<StatementValues>) => void };
type Name = { [N in keyof StatementValues]: StatementValues[N] extends string ? N : never }[keyof StatementValues];

/** Props of a text control, by field. */
function useFields({ values, set }: Part) {
  return <N extends Name>(name: N) => ({
    id: name,
    value: values[name] as string,
    onChange: (value: string) => set({ [name]: value }),
  });
}

/** The letter of a responsible body, and the release whose assessment it is about. */
export function RemarkFields({ bodies, ...part }: Part & { bodies: { value: string; label: string }[] }) {
  const { say } = useStaffText();
  const field = useFields(part);
  return (
    <Section title={say("remark.heading")} className="space-y-5">
      <SelectField
        {...field("body")}
        label={say("statement.body")}
        choices={[{ value: "", label: say("statement.choose") }, ...bodies]}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...field("number")} label={say("statement.number")} hint={say("statement.numberHint")} />
        <DayField {...field("date")} label={say("statement.date")} />
      </div>
      <TextField {...field("person")} label={say("statement.person")} hint={say("statement.personHint")} />
      <TextField
        {...field("assessedRelease")}
        inputMode="numeric"
        label={say("statement.assessedRelease")}
        hint={say("statement.assessedReleaseHint")}
      />
      <TextArea {...field("text")} rows={5} label={say("statement.text")} hint={say("statement.textHint")} />
      <TextArea {...field("textEn")} rows={3} label={say("statement.english")} hint={say("statement.englishHint")} />
    </Section>
  );
}

type CorrectionProps = Part & { subjects: Pick<Subjects, "indicators" | "pages"> };

/** An error of our own: what was wrong, what is right, since when, and why. */
export function CorrectionFields({ subjects, ...part }: CorrectionProps) {
  const { say } = useStaffText();
  const field = useFields(part);
  const release = { inputMode: "numeric" } as const;
  const choices = (name: "indicators" | "pages") => ({
    ...{ name, choices: subjects[name], chosen: part.values[name] },
    onChange: (chosen: string[]) => part.set({ [name]: chosen }),
  });
  return (
    <Section title={say("statement.kind.correction")} className="space-y-5">
      <ChooseMany
        {...choices("indicators")}
        label={say("correction.indicators")}
        placeholder={say("correction.indicatorFind")}
      />
      <CheckGroup {...choices("pages")} legend={say("correction.pages")} />
      <TextArea {...field("wrong")} rows={3} label={say("correction.wrong")} hint={say("correction.wrongHint")} />
      <TextArea {...field("right")} rows={3} label={say("correction.right")} hint={say("correction.rightHint")} />
      <TextArea {...field("why")} label={say("correction.why")} hint={say("correction.whyHint")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          {...field("wrongSince")}
          {...release}
          label={say("correction.wrongSince")}
          hint={say("correction.wrongSinceHint")}
        />
        <TextField
          {...field("rightSince")}
          {...release}
          label={say("correction.rightSince")}
          hint={say("correction.rightSinceHint")}
        />
      </div>
      <TextArea {...field("wrongEn")} label={say("correction.wrongEn")} hint={say("correction.englishHint")} />
      <TextArea {...field("rightEn")} label={say("correction.rightEn")} />
      <TextArea {...field("whyEn")} label={say("correction.whyEn")} />
    </Section>
  );
}

/** What is answered about a revised figure. */
export function ExplanationFields({ subjects, ...part }: Part & { subjects: Pick<Subjects, "revisionsOf"> }) {
  const { say } = useStaffText();
  const field = useFields(part);
  return (
    <Section title={say("statement.kind.explanation")} className="space-y-5">
      <SelectField
        {...field("revisedIn")}
        label={say("explanation.revisedIn")}
        none={say("statement.choose")}
        choices={subjects.revisionsOf(part.values.subject)}
      />
      <TextArea {...field("used")} rows={4} label={say("explanation.used")} hint={say("explanation.usedHint")} />
      <TextArea {...field("answer")} rows={4} label={say("explanation.answer")} />
      <TextArea {...field("usedEn")} label={say("explanation.usedEn")} hint={say("correction.englishHint")} />
      <TextArea {...field("answerEn")} label={say("explanation.answerEn")} />
    </Section>
  );
}

type StateProps = Part & { kind: keyof typeof STATES; sources: Source[] };

/** The state of a duty, an orientation or a proposal, with its source and the day of the check. */
export function StateFields({ kind, sources, ...part }: StateProps) {
  const { say } = useStaffText();
  const field = useFields(part);
  return (
    <>
      <Section title={say(kind === "trial" ? "statement.stage" : "statement.state")} className="space-y-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            {...field("state")}
            label={say(kind === "trial" ? "statement.stage" : "statement.state")}
            choices={STATES[kind].map((value) => ({ value, label: say(`record.state.${value}`) }))}
          />
          <DayField {...field("checkedOn")} label={say("statement.checkedOn")} hint={say("statement.checkedOnHint")} />
        </div>
        {kind === "trial" ? (
          <>
            <TextArea {...field("legalBasis")} label={say("statement.legalBasis")} />
            <TextArea {...field("legalBasisEn")} label={say("statement.legalBasisEn")} />
          </>
        ) : null}
        <TextArea {...field("note")} label={say("field.comment")} />
        <TextArea {...field("noteEn")} label={say("statement.noteEn")} />
      </Section>
      <SourceFields {...part} sources={sources}>
        <TextField {...field("place")} label={say("form.place")} hint={say("form.placeHint")} />
      </SourceFields>
    </>
  );
}

type VerbatimProps = Part & { target: Target | undefined; subjects: Subjects; sources: Source[] };

/** The words of a target in the signed text, beside those of today, and where they stand in it. */
export function VerbatimFields({ target, subjects, sources, ...part }: VerbatimProps) {
  const { say } = useStaffText();
  const field = useFields(part);
  const { values, set } = part;
  return (
    <>
      <Section title={say("verbatim.wording")} className="space-y-5">
        <TextArea {...field("wording")} rows={4} label={say("verbatim.vi")} hint={say("verbatim.viHint")} lang="vi" />
        {target && values.wording.trim() ? (
          <WordingCompared before={target.wording.vi} after={values.wording.trim()} />
        ) : null}
        <TextArea {...field("wordingEn")} rows={3} label={say("statement.english")} hint={say("verbatim.enHint")} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField {...field("clause")} label={say("verbatim.clause")} hint={say("verbatim.clauseHint")} />
          <TextField
            {...field("page")}
            inputMode="numeric"
            label={say("verbatim.page")}
            hint={say("verbatim.pageHint")}
          />
        </div>
        <DayField {...field("checkedOn")} label={say("verbatim.checkedOn")} />
      </Section>
      <Section title={say("verbatim.assessment")} className="space-y-5">
        {target ? <AssessedBy target={target} subjects={subjects} /> : null}
        <RadioGroup
          name="agrees"
          legend={say("verbatim.question")}
          choices={[
            { value: "yes", label: say("verbatim.agrees") },
            { value: "no", label: say("verbatim.differsYes") },
          ]}
          value={values.agrees}
          onChange={(agrees) => set({ agrees })}
        />
        {values.agrees === "no" ? (
          <>
            <TextArea {...field("differs")} label={say("verbatim.differs")} hint={say("verbatim.differsHint")} />
            <TextArea {...field("differsEn")} label={say("statement.english")} />
          </>
        ) : null}
      </Section>
      <SourceFields {...part} sources={sources.filter(({ kind }) => kind === "legal_text")}>
        <p className="text-sm text-soft">{say("verbatim.scan")}</p>
      </SourceFields>
    </>
  );
}
