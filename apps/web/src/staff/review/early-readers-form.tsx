import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckBox, TextArea } from "../../ui/fields.tsx";
import { send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import { colleaguesRead, submissionPath } from "../submissions/reads.ts";
import { readersOf, type Typed } from "./early-readers.ts";

type Props = { typed: Typed; onChange: (typed: Typed) => void; author: string };

/** Early readers of a scheduled publication: colleagues, and others one per line. */
export function EarlyReadersField({ typed, onChange, author }: Props) {
  const { say } = useStaffText();
  const me = useMe();
  const colleagues = useQuery(colleaguesRead()).data?.items.filter(({ id }) => id !== me.id && id !== author) ?? [];
  return (
    <fieldset className="space-y-3">
      <legend className="text-sm font-semibold">{say("early.title")}</legend>
      <p className="text-xs text-soft">{say("early.titleHint")}</p>
      <fieldset>
        <legend className="text-sm">{say("early.colleagues")}</legend>
        {colleagues.map(({ id, name, role }) => (
          <CheckBox
            key={id}
            label={`${name} (${say(`role.${role}`)})`}
            checked={typed.staff.includes(id)}
            onChange={(isChosen) =>
              onChange({ ...typed, staff: isChosen ? [...typed.staff, id] : typed.staff.filter((one) => one !== id) })
            }
          />
        ))}
      </fieldset>
      <TextArea
        id="early-others"
        label={say("early.others")}
        hint={say("early.othersHint")}
        value={typed.others}
        onChange={(others) => onChange({ ...typed, others })}
      />
    </fieldset>
  );
}

const NOBODY: Typed = { staff: [], others: "" };

/** Adds early readers to a scheduled publication. */
export function AddEarlyReaders({ id, version, author }: { id: number; version: number; author: string }) {
  const { say } = useStaffText();
  const [typed, setTyped] = useState(NOBODY);
  const read = readersOf(typed);
  const wrong =
    "wrongLine" in read
      ? say("early.roleMissing", { line: read.wrongLine })
      : read.readers.length === 0 && say("early.nobody");
  const form = useForm({
    check: () => ({ "early-others": wrong }),
    send: () => send(submissionPath.earlyReaders(id), { method: "POST", json: read, version }),
    onSuccess: () => setTyped(NOBODY),
    at: "early-others",
  });
  return (
    <Form form={form} className="panel space-y-4 p-5">
      <EarlyReadersField typed={typed} onChange={setTyped} author={author} />
      <Button type="submit">{say("early.add")}</Button>
    </Form>
  );
}
