import { numericDay, writtenDay } from "@moc2030/shared/text/written-day";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { DayField, SelectField } from "../../ui/fields.tsx";
import { ProblemError, paths, send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import type { Colleague } from "../submissions/reads.ts";

/** Records when one is away, or for an administrator anybody; from today where nothing else is said. */
export function AbsenceForm({ today, colleagues }: { today: string; colleagues: readonly Colleague[] }) {
  const { say } = useStaffText();
  const me = useMe();
  const form = useForm<{ person?: string; from: string; to: string }>({
    check: ({ from, to }) => {
      const [first, last] = [writtenDay(from), writtenDay(to)];
      const unread = (text: string) => (text.trim() ? say("field.noDay", { text }) : say("away.dayMissing"));
      return {
        from: first ? first < today && say("away.past") : unread(from),
        to: last ? first !== undefined && last < first && say("away.toBefore") : unread(to),
      };
    },
    send: ({ person, from, to }) => {
      const json = { ...(person && { person }), from: writtenDay(from), to: writtenDay(to) };
      return send(paths.absences.$path(), { method: "POST", json });
    },
    refused: (error) => {
      if (!(error instanceof ProblemError)) return undefined;
      if (error.slug === "conflict") return { from: say("away.overlaps") };
      const isLong = (field: string) => error.errors.some(({ pointer }) => pointer === field) && say("away.tooLong");
      return error.slug === "invalid" ? { from: isLong("/from"), to: isLong("/to") } : undefined;
    },
  });
  const isAdmin = me.role === "administrator";
  return (
    <Form form={form} className="mt-3">
      {isAdmin ? (
        <SelectField
          id="person"
          label={say("away.who")}
          hint={say("away.whoHint")}
          defaultValue={me.id}
          choices={colleagues.map(({ id, name, role }) => ({ value: id, label: `${name} (${say(`role.${role}`)})` }))}
          box="mb-4 max-w-sm"
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField id="from" label={say("away.from")} defaultValue={numericDay(today)} />
        <DayField id="to" label={say("away.to")} />
      </div>
      <Button type="submit" isMain className="mt-4">
        {say("away.record")}
      </Button>
    </Form>
  );
}
