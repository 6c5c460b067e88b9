import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { paths, send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import type { Absences, Colleague } from "../submissions/reads.ts";
import { type Absence, standInTime } from "./agenda.ts";

type Props = { absence: Absence; absences: Absences; colleagues: readonly Colleague[] };

/** Asks somebody who is there to stand in for an absent reviewer; for an administrator a second one confirms. */
export function StandInForm({ absence, absences: { today, items }, colleagues }: Props) {
  const { say } = useStaffText();
  const me = useMe();
  const { person, from, to } = absence;
  const field = `stand-in-${person.id}-${from}`;
  const isOwn = person.id === me.id;
  const isAway = (id: string) => items.some((one) => one.person.id === id && one.from <= to && from <= one.to);
  const choices = colleagues.filter(
    ({ id, role }) => role !== "administrator" && id !== person.id && id !== me.id && !isAway(id),
  );
  const form = useForm<Record<string, string>>({
    check: (values) => ({ [field]: !values[field] && say("away.standInMissing") }),
    send: (values) => {
      const json = {
        standIn: values[field],
        ...(isOwn ? {} : { reviewer: person.id }),
        ...standInTime(absence, today),
      };
      return send(paths.delegations.$path(), { method: "POST", json });
    },
    at: field,
  });
  return (
    <Form form={form} className="mt-2 flex flex-wrap items-end gap-3">
      <SelectField
        id={field}
        label={say("away.standInFor", { name: person.name })}
        hint={isOwn ? undefined : say("away.twoAdministrators")}
        none={say("away.choose")}
        choices={choices.map(({ id, name, role }) => ({ value: id, label: `${name} (${say(`role.${role}`)})` }))}
      />
      <Button type="submit">{say(isOwn ? "delegation.do" : "delegation.doAdmin")}</Button>
    </Form>
  );
}
