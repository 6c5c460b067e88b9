import type { EnquiryState } from "@moc2030/shared/schema/enquiry";
import { writtenDay } from "@moc2030/shared/text/written-day";
import { useState } from "react";
import { today } from "../../document/today.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { DayField, TextArea, TextField } from "../../ui/fields.tsx";
import { Folded } from "../../ui/folded.tsx";
import { EvidenceField } from "../entry/evidence-field.tsx";
import { paths, send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";

/** What an enquiry can come to next. */
const NEXT = { made: "sent", sent: "received", received: "returned", returned: "received" } as const;

/** Records what happened next to an enquiry: number and day of a letter, with its scan where it came, or why an answer was sent back. */
export function EventForm({ id, state }: { id: number; state: EnquiryState }) {
  const { say } = useStaffText();
  const kind = NEXT[state];
  const field = (name: "number" | "on" | "reason") => `${name}-${id}`;
  const [evidence, setEvidence] = useState<string[]>([]);
  const form = useForm<Record<string, string>>({
    check: (values) => {
      const on = writtenDay(values[field("on")]);
      return {
        [field("number")]: kind !== "returned" && !values[field("number")]?.trim() && say("enquiry.numberMissing"),
        [field("on")]: (!on || on > today()) && say("enquiry.onWrong"),
        [field("reason")]: kind === "returned" && !values[field("reason")]?.trim() && say("enquiry.reasonMissing"),
      };
    },
    send: (values) => {
      const on = writtenDay(values[field("on")]);
      const [number, reason] = [values[field("number")], values[field("reason")]];
      const said = { returned: { reason }, received: { number, evidence }, sent: { number } }[kind];
      const json = { kind, on, ...said };
      return send(paths.enquiries[":id"].events.$path({ param: { id: String(id) } }), {
        method: "POST",
        json,
        key: crypto.randomUUID(),
      });
    },
  });
  return (
    <Folded summary={say(`enquiry.record.${kind}`)} className="mt-3">
      <Form form={form} className="mt-3 space-y-4">
        <div className="grid items-end gap-4 sm:grid-cols-2">
          {kind === "returned" ? null : (
            <TextField id={field("number")} label={say("form.letterNumber")} autoComplete="off" maxLength={100} />
          )}
          <DayField id={field("on")} label={say(kind === "returned" ? "enquiry.onReturned" : "form.letterDay")} />
        </div>
        {kind === "returned" ? <TextArea id={field("reason")} label={say("enquiry.reason")} maxLength={2000} /> : null}
        {kind === "received" ? (
          <EvidenceField
            id={`evidence-${id}`}
            label={say("enquiry.scan")}
            values={{ evidence }}
            set={(change) => setEvidence(change.evidence)}
            files={[]}
          />
        ) : null}
        <Button type="submit">{say("enquiry.keep")}</Button>
      </Form>
    </Folded>
  );
}
