import type { Role } from "@moc2030/shared/actions";
import { type Me, paths, send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { SelectField, TextField } from "../ui/fields.tsx";
import { vietnamInstant } from "./vietnam-instant.ts";

type Colleague = { id: string; name: string; role: Role };

/** Asks a colleague to stand in; an administrator says for which reviewer. */
export function DelegationForm({ me, colleagues }: { me: Me; colleagues: readonly Colleague[] }) {
  const { say } = useStaffText();
  const isAdmin = me.role === "administrator";
  const form = useForm<{ reviewer?: string; standIn: string; from: string; to: string }>({
    check: ({ from, to }) => {
      const [startsAt, endsAt] = [vietnamInstant(from), vietnamInstant(to)];
      const begins = startsAt ? Date.parse(startsAt) : Date.now();
      return {
        from: begins < Date.now() - 1000 && say("delegation.fromPast"),
        to: (!endsAt || Date.parse(endsAt) <= begins) && say("delegation.toMissing"),
      };
    },
    send: ({ from, to, ...people }) => {
      const json = { ...people, startsAt: vietnamInstant(from), endsAt: vietnamInstant(to) };
      return send(paths.delegations.$path(), { method: "POST", json });
    },
  });
  const choices = (list: readonly Colleague[]) =>
    list.map(({ id, name, role }) => ({ value: id, label: `${name} (${say(`role.${role}`)})` }));
  return (
    <Form form={form} className="mt-3">
      <div className="grid gap-4 sm:grid-cols-2">
        {isAdmin ? (
          <SelectField
            id="reviewer"
            label={say("delegation.reviewer")}
            choices={choices(colleagues.filter(({ role }) => role === "reviewer"))}
          />
        ) : null}
        <SelectField
          id="standIn"
          label={say("delegation.who")}
          choices={choices(colleagues.filter(({ id, role }) => id !== me.id && role !== "administrator"))}
        />
        {(["from", "to"] as const).map((id) => (
          <TextField
            key={id}
            id={id}
            label={say(`delegation.${id}`)}
            hint={say(`delegation.${id}Hint`)}
            type="datetime-local"
          />
        ))}
      </div>
      <button type="submit" className="button mt-4">
        {say(isAdmin ? "delegation.doAdmin" : "delegation.do")}
      </button>
    </Form>
  );
}
