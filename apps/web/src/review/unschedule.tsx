import { useMutation, useQueryClient } from "@tanstack/react-query";
import { send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { submissionPath } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";

/** Takes an approved publication back before its instant comes. */
export function Unschedule({ id, version }: { id: number; version: number }) {
  const text = useStaffText();
  const { say } = text;
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (reason: string) =>
      send(submissionPath.unschedule(id), {
        method: "POST",
        json: { reason },
        version,
        key: `unschedule-${id}-${version}`,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["staff"] }),
  });
  return (
    <form
      className="panel space-y-4 p-5"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
        if (reason && !act.isPending) act.mutate(reason);
      }}
    >
      <FormField
        id="unschedule-reason"
        label={say("review.unscheduleWhy")}
        error={act.error ? problemText(act.error, text) : null}
      >
        {(tied) => <textarea {...tied} name="reason" rows={2} required className={`${field} py-2`} />}
      </FormField>
      <button type="submit" className="button">
        {say("review.unschedule")}
      </button>
    </form>
  );
}
