import { type ChoiceField, type ContentField, contentFields } from "@moc2030/shared/figure/fields";
import type { StaffTextId } from "../text/staff-text.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { field as look } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import type { Part } from "./form-part.ts";

/** The fields whose control follows from their form alone. */
export type PlainField = Exclude<ContentField, { form: "codes" | "integer" | "number" } | { name: "source" }>;

/** What the texts call a code of a field; `""` says that there is none. */
const choiceWord = (name: ChoiceField["name"], code: string) => `choice.${name}.${code || "none"}` as StaffTextId;

/** The controls of some fields: a text, a day, or one code of few. Labels are `form.<name>`, hints `form.<name>Hint` where there is one. */
export function PlainFields({ names, values, set, errorOf, leave }: Part & { names: readonly PlainField["name"][] }) {
  const { say } = useStaffText();
  return names.map((name) => {
    const field = contentFields.find((one) => one.name === name) as PlainField;
    const common = {
      value: values[name],
      onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
      onBlur: () => leave(name),
    };
    const hint = HINTED.has(name) ? say(`form.${name}Hint` as StaffTextId) : undefined;
    return (
      <FormField key={name} id={name} label={say(`form.${name}`)} hint={hint} error={errorOf(name)}>
        {(tied) => {
          if (field.form === "code")
            return (
              <select {...tied} {...common} className={look}>
                {["required" in field ? [] : [""], field.values].flat().map((code) => (
                  <option key={code} value={code}>
                    {say(choiceWord(field.name, code))}
                  </option>
                ))}
              </select>
            );
          if (field.form === "lines") return <textarea {...tied} {...common} rows={2} className={`${look} py-2`} />;
          return <input {...tied} {...common} type={field.form === "day" ? "date" : "text"} className={look} />;
        }}
      </FormField>
    );
  });
}
/** Those that came after the first version of the list: they follow what they belong with. */
export const laterFields = contentFields.flatMap(({ name, since }) => (since > 1 ? [name as PlainField["name"]] : []));
const HINTED: ReadonlySet<PlainField["name"]> = new Set(["edition", "published"]);
