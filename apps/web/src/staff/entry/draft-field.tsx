import { useStaffText } from "../../text/staff-text.tsx";
import { SelectField } from "../../ui/fields.tsx";

type Props = { drafts: { id: number; title: string }[]; value: string; onChange: (draft: string) => void };

/** Selects the draft that a new figure goes into. Figures of one draft are approved and published together. */
export function DraftField({ drafts, value, onChange }: Props) {
  const { say } = useStaffText();
  const choices = [
    { value: "new", label: say("form.draftNew") },
    ...drafts.map(({ id, title }) => ({ value: String(id), label: say("form.draftOf", { id, title }) })),
  ];
  return (
    <SelectField
      id="draft"
      label={say("form.draft")}
      hint={say("form.draftHint")}
      choices={choices}
      value={value}
      onChange={onChange}
    />
  );
}
