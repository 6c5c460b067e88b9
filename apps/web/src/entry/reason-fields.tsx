import { revisionReasons } from "@moc2030/shared/figure";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import type { Part } from "./form-part.ts";

/** Why a published figure changes: from the short list, and in words. */
export function ReasonFields({ values, set, errorOf, leave }: Part) {
  const { say } = useStaffText();
  return (
    <section aria-labelledby="reason-title" className="space-y-5">
      <h2 id="reason-title" className="text-lg">
        {say("form.reasonTitle")}
      </h2>
      <FormField id="reason" label={say("form.reason")} error={errorOf("reason")} className="max-w-md">
        {(tied) => (
          <select
            {...tied}
            value={values.reason}
            onChange={(event) => set({ reason: event.target.value })}
            onBlur={() => leave("reason")}
            className={field}
          >
            <option value="">{say("form.reasonChoose")}</option>
            {revisionReasons.map((reason) => (
              <option key={reason} value={reason}>
                {say(`reasonFor.${reason}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField id="reasonText" label={say("form.reasonText")} error={errorOf("reasonText")}>
        {(tied) => (
          <textarea
            {...tied}
            rows={2}
            value={values.reasonText}
            onChange={(event) => set({ reasonText: event.target.value })}
            onBlur={() => leave("reasonText")}
            className={`${field} py-2`}
          />
        )}
      </FormField>
    </section>
  );
}
