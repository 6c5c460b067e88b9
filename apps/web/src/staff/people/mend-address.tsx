import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Folded } from "../../ui/folded.tsx";
import { Form, useForm } from "../session/form.tsx";

type Props = { person: { id: string; name: string; email: string }; onMend: (email: string) => void };

/** Another address for somebody who was invited and has never set up the account; the parent confirms and sends it. */
export function MendAddress({ person: { id, name, email }, onMend }: Props) {
  const { say } = useStaffText();
  const field = `email-${id}`;
  const form = useForm<Record<string, string>>({
    check: (typed) => ({ [field]: !/^\S+@\S+\.\S+$/.test((typed[field] ?? "").trim()) && say("people.emailWrong") }),
    send: async (typed) => onMend((typed[field] ?? "").trim()),
    stale: null,
  });
  return (
    <Folded
      summary={
        <>
          {say("people.mendEmail")}
          <span className="sr-only"> {name}</span>
        </>
      }
    >
      <Form form={form} className="mt-2 flex flex-wrap items-end gap-3">
        <TextField
          id={field}
          label={say("people.mendTo")}
          type="email"
          autoComplete="off"
          defaultValue={email}
          box="min-w-0 flex-1 basis-60"
        />
        <Button type="submit">{say("people.mendDo")}</Button>
      </Form>
    </Folded>
  );
}
