import { SOURCE_KINDS } from "@moc2030/shared/figure/source-kinds";
import type { ReactNode } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { DayField, RadioGroup, SelectField, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import type { FormValues } from "./form-state.ts";
import { SourceChoice } from "./source-choice.tsx";

type Values = Pick<FormValues, "source" | "isNewSource" | "newSource">;
type Props = {
  values: Values;
  set: (change: Partial<Values>) => void;
  sources: { id: string; title: string; publisher: string }[];
  /** The field for the place in it. */
  children: ReactNode;
};

/** The source: a listed or a new one, and the place in it. */
export function SourceFields({ sources, values, set, children }: Props) {
  const { say } = useStaffText();
  const isListed = sources.some(({ id }) => id === values.source);
  const isLetter = values.newSource.kind === "official_letter";
  const fieldOf = (name: Exclude<keyof Values["newSource"], "kind">) => ({
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
          {isLetter ? (
            <TextField {...fieldOf("number")} id="newSource" label={say("form.letterNumber")} />
          ) : (
            <TextField {...fieldOf("title")} id="newSource" label={say("form.sourceTitle")} />
          )}
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField {...fieldOf("publisher")} label={say(isLetter ? "form.letterBody" : "form.sourcePublisher")} />
            <SelectField
              id="source-kind"
              label={say("form.sourceKind")}
              choices={SOURCE_KINDS.map((value) => ({ value, label: say(`sourceKind.${value}`) }))}
              value={values.newSource.kind}
              onChange={(kind) =>
                set({ newSource: { ...values.newSource, kind: kind as (typeof SOURCE_KINDS)[number] } })
              }
            />
            {isLetter ? (
              <>
                <DayField {...fieldOf("date")} label={say("form.letterDay")} />
                <TextField
                  {...fieldOf("person")}
                  label={say("form.letterPerson")}
                  hint={say("form.letterPersonHint")}
                />
              </>
            ) : (
              <>
                <TextField {...fieldOf("date")} label={say("form.sourceDate")} hint={say("form.sourceDateHint")} />
                <TextField
                  {...fieldOf("url")}
                  type="url"
                  label={say("form.sourceUrl")}
                  hint={say("form.sourceUrlHint")}
                />
              </>
            )}
          </div>
        </div>
      ) : (
        <SourceChoice
          sources={sources}
          value={values.source}
          label={say(isListed ? "form.sourceChange" : "form.sourceChoose")}
          none={say("form.sourceNone")}
          onChange={(source) => set({ source })}
        />
      )}
      {children}
    </Section>
  );
}
