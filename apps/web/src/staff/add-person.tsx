import { type Role, roles } from "@moc2030/shared/actions";
import { type FormEvent, useState } from "react";
import { useStaffText } from "../text/staff-text.tsx";
import { ErrorSummary, type SummaryError } from "../ui/error-summary.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";

export type NewPerson = { name: string; email: string; role: Role };

/** Who is to be added; `onAdd` asks for a code and adds them, and says when it is done. */
export function AddPerson({ onAdd }: { onAdd: (person: NewPerson, added: () => void) => void }) {
  const { say } = useStaffText();
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const refuse = (list: SummaryError[]) => {
    setErrors(list);
    setTurn((n) => n + 1);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const json = {
      name: String(typed.get("name") ?? "").trim(),
      email: String(typed.get("email") ?? "").trim(),
      role: String(typed.get("role")) as Role,
    };
    const missing = [
      ...(json.name ? [] : [{ field: "person-name", text: say("people.nameMissing") }]),
      ...(/^\S+@\S+\.\S+$/.test(json.email) ? [] : [{ field: "person-email", text: say("people.emailWrong") }]),
    ];
    if (missing.length > 0) return refuse(missing);
    setErrors([]);
    onAdd(json, () => form.reset());
  };
  const errorOf = (id: string) => errors.find((error) => error.field === id)?.text;
  return (
    <section aria-labelledby="add-title" className="mt-10 max-w-4xl">
      <h2 id="add-title" className="mb-4 text-lg">
        {say("people.add")}
      </h2>
      <form noValidate onSubmit={onSubmit}>
        <ErrorSummary title={say("form.problem")} errors={errors} turn={turn} />
        <div className="grid gap-5 sm:grid-cols-3">
          <FormField id="person-name" label={say("people.name")} error={errorOf("person-name")}>
            {(tied) => <input {...tied} name="name" type="text" autoComplete="off" maxLength={100} className={field} />}
          </FormField>
          <FormField id="person-email" label={say("signIn.email")} error={errorOf("person-email")}>
            {(tied) => <input {...tied} name="email" type="email" autoComplete="off" className={field} />}
          </FormField>
          <FormField id="person-role" label={say("people.roleLabel")}>
            {(tied) => (
              <select {...tied} name="role" className={field}>
                {roles.map((one) => (
                  <option key={one} value={one}>
                    {say(`role.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </div>
        <button type="submit" className="button button-main mt-5">
          {say("people.addDo")}
        </button>
      </form>
    </section>
  );
}
