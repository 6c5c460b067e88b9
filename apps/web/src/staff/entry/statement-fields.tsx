import type { Source } from "@moc2030/shared/schema/source";
import { useStaffText } from "../../text/staff-text.tsx";
import { DayField, SelectField, TextArea, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
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
        <TextArea {...field("note")} label={say("item.comment")} />
        <TextArea {...field("noteEn")} label={say("statement.noteEn")} />
      </Section>
      <SourceFields {...part} sources={sources}>
        <TextField {...field("place")} label={say("form.place")} hint={say("form.placeHint")} />
      </SourceFields>
    </>
  );
}
