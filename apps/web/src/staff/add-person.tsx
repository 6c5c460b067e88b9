import { type Role, roles } from "@moc2030/shared/actions";
import { Form, useForm } from "../session/form.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { SelectField, TextField } from "../ui/fields.tsx";

export type NewPerson = { name: string; email: string; role: Role };

/** Who is to be added; what is asked before they are is the page's. */
export function AddPerson({ onAdd }: { onAdd: (person: NewPerson) => void }) {
  const { say } = useStaffText();
  const form = useForm<NewPerson>({
    check: ({ name, email }) => ({
      name: !name.trim() && say("people.nameMissing"),
      email: !/^\S+@\S+\.\S+$/.test(email.trim()) && say("people.emailWrong"),
    }),
    send: async ({ name, email, role }) => onAdd({ name: name.trim(), email: email.trim(), role }),
    stale: null,
  });
  return (
    <section aria-labelledby="add-title" className="mt-10 max-w-4xl">
      <h2 id="add-title" className="mb-4 text-lg">
        {say("people.add")}
      </h2>
      <Form form={form}>
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField id="name" label={say("people.name")} autoComplete="off" maxLength={100} />
          <TextField id="email" label={say("signIn.email")} type="email" autoComplete="off" />
          <SelectField
            id="role"
            label={say("people.roleLabel")}
            choices={roles.map((role) => ({ value: role, label: say(`role.${role}`) }))}
          />
        </div>
        <button type="submit" className="button button-main mt-5">
          {say("people.addDo")}
        </button>
      </Form>
    </section>
  );
}
