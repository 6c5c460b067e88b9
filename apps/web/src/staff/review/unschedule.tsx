import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { submissionPath } from "../submissions/reads.ts";

/** Cancels a scheduled publication. */
export function Unschedule({ id, version }: { id: number; version: number }) {
  const { say } = useStaffText();
  const form = useForm<{ reason: string }>({
    send: ({ reason }) => {
      const json = { reason: reason.trim() };
      return send(submissionPath.unschedule(id), { method: "POST", json, version, key: `unschedule-${id}-${version}` });
    },
    at: "reason",
  });
  return (
    // Native validation requires the reason.
    <Form form={form} noValidate={false} className="panel space-y-4 p-5">
      <TextArea id="reason" label={say("review.unscheduleWhy")} required />
      <Button type="submit">{say("review.unschedule")}</Button>
    </Form>
  );
}
