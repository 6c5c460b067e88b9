import { useStaffText } from "../../text/staff-text.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { RadioGroup, SelectField, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { FigureFields, type Part } from "./figure-fields.tsx";

const KINDS = [
  "primary",
  "primary_copy",
  "legal_text",
  "government",
  "press",
  "third_party",
  "derived",
  "memory",
] as const;
type Props = Part & { sources: { id: string; title: string; publisher: string }[] };

/** The source: a listed or a new one, and the place in it. */
export function SourceFields({ sources, ...part }: Props) {
  const { values, set } = part;
  const { say } = useStaffText();
  const chosen = sources.find(({ id }) => id === values.source);
  const fieldOf = (name: "title" | "publisher" | "date" | "url") => ({
    id: `source-${name}`,
    value: values.newSource[name],
    onChange: (value: string) => set({ newSource: { ...values.newSource, [name]: value } }),
  });
  return (
    <Section title={say("form.source")} className="space-y-5">
      <RadioGroup
        name="source"
        choices={[
          { value: "listed", label: say("form.sourceListed") },
          { value: "new", label: say("form.sourceNew") },
        ]}
        value={values.isNewSource ? "new" : "listed"}
        onChange={(which) => set({ isNewSource: which === "new" })}
      />
      {values.isNewSource ? (
        <div className="space-y-5">
          <TextField {...fieldOf("title")} id="newSource" label={say("form.sourceTitle")} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField {...fieldOf("publisher")} label={say("form.sourcePublisher")} />
            <SelectField
              id="source-kind"
              label={say("form.sourceKind")}
              choices={KINDS.map((value) => ({ value, label: say(`sourceKind.${value}`) }))}
              value={values.newSource.kind}
              onChange={(kind) => set({ newSource: { ...values.newSource, kind: kind as (typeof KINDS)[number] } })}
            />
            <TextField {...fieldOf("date")} label={say("form.sourceDate")} hint={say("form.sourceDateHint")} />
            <TextField {...fieldOf("url")} type="url" label={say("form.sourceUrl")} hint={say("form.sourceUrlHint")} />
          </div>
        </div>
      ) : (
        <div className="space-y-2">
          <p className="text-sm">
            {chosen ? (
              <>
                <strong>{chosen.title}</strong>
                <span className="text-soft">, {chosen.publisher}</span>
              </>
            ) : (
              <span className="text-soft">{values.source || say("form.sourceNone")}</span>
            )}
          </p>
          <Combobox
            label={say(chosen ? "form.sourceChange" : "form.sourceChoose")}
            placeholder={say("form.sourceFind")}
            options={sources.map(({ id, title, publisher }) => ({ value: id, label: `${title}, ${publisher}` }))}
            onChoose={(source) => set({ source })}
          />
        </div>
      )}
      <FigureFields names={["place"]} {...part} />
    </Section>
  );
}
