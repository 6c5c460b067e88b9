import { useState } from "react";
import { send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { submissionPath } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { readersOf, type Typed } from "./early-readers.ts";
import { EarlyReadersField } from "./early-readers-field.tsx";

const NOBODY: Typed = { staff: [], others: "" };

/** Names further early readers of a publication that waits for its instant. */
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
      <button type="submit" className="button">
        {say("early.add")}
      </button>
    </Form>
  );
}
