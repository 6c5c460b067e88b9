import { type ContentField, contentFields } from "@moc2030/shared/figure/fields";
import { revisionReasons } from "@moc2030/shared/figure/figure";
import { type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { DayField, SelectField, TextArea, TextField } from "../../ui/fields.tsx";
import { choiceTextId } from "./field-text-id.ts";
import type { FormValues } from "./form-state.ts";

/** Props of every group of fields. */
export type Part = { values: FormValues; set: (change: Partial<FormValues>) => void };

/** Fields whose control is derived from their form in the field list, and two of the proposal. */
const fields = [
  ...contentFields.filter(
    (field): field is Exclude<ContentField, { form: "codes" | "integer" | "number" } | { name: "source" }> =>
      !["codes", "integer", "number"].includes(field.form) && field.name !== "source",
  ),
  { name: "place", form: "line" },
  { name: "reason", form: "code", values: revisionReasons },
  { name: "reasonText", form: "lines" },
] as const;
type Name = (typeof fields)[number]["name"];

/** Fields added after version 1 of the list; rendered beside the fields they belong to. */
export const laterFields = contentFields.flatMap(({ name, since }) => (since > 1 ? [name as Name] : []));
const HINTED: ReadonlySet<Name> = new Set(["edition", "published", "place"]);

/** Controls generated from the field list. Text ids are `form.<name>`, `form.<name>Hint` and `choice.<name>.<code>`. */
export function FigureFields({ names, values, set }: Part & { names: readonly Name[] }) {
  const { say } = useStaffText();
  return names.map((name) => {
    const field = fields.find((one) => one.name === name);
    const props = {
      id: name,
      label: say(`form.${name}`),
      hint: HINTED.has(name) ? say(`form.${name}Hint` as StaffTextId) : undefined,
      value: values[name],
      onChange: (value: string) => set({ [name]: value }),
    };
    if (field?.form === "code") {
      // A figure in the wrong year is moved (MoveForm), not revised.
      const chosen: readonly string[] = field.values.filter((code) => code !== "wrong_year" || code === values[name]);
      const codes = ["required" in field ? [] : [""], chosen].flat();
      return (
        <SelectField
          key={name}
          {...props}
          choices={codes.map((value) => ({ value, label: say(choiceTextId(name, value)) }))}
        />
      );
    }
    if (field?.form === "lines") return <TextArea key={name} {...props} />;
    const Control = field?.form === "day" ? DayField : TextField;
    return <Control key={name} {...props} />;
  });
}
