import type { Role } from "@moc2030/shared/actions";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Me } from "../session/client.ts";
import { paths, send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { ErrorSummary, type SummaryError } from "../ui/error-summary.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { vietnamInstant } from "./vietnam-instant.ts";

type Colleague = { id: string; name: string; role: Role };

/** Asks a colleague to stand in; an administrator says for which reviewer. */
export function DelegationForm({ me, colleagues }: { me: Me; colleagues: readonly Colleague[] }) {
  const text = useStaffText();
  const { say } = text;
  const queries = useQueryClient();
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const isAdmin = me.role === "administrator";
  const add = useMutation({
    mutationFn: (json: { standIn: string; reviewer?: string; startsAt: string | null; endsAt: string }) =>
      send(paths.delegations.$path(), { method: "POST", json }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["staff"] }),
    onError: (error) => refuse([{ field: "", text: problemText(error, text) }]),
  });
  const refuse = (list: SummaryError[]) => {
    setErrors(list);
    setTurn((n) => n + 1);
  };
  const errorOf = (id: string) => errors.find((error) => error.field === id)?.text;
  const choices = {
    reviewer: colleagues.filter(({ role }) => role === "reviewer"),
    standIn: colleagues.filter(({ id, role }) => id !== me.id && role !== "administrator"),
  };
  return (
    <form
      noValidate
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const [startsAt, endsAt] = ["from", "to"].map((name) => vietnamInstant(String(typed.get(name) ?? "")));
        const begins = startsAt ? Date.parse(startsAt) : Date.now();
        const wrong = [
          ...(begins < Date.now() - 1000 ? [{ field: "delegation-from", text: say("delegation.fromPast") }] : []),
          ...(!endsAt || Date.parse(endsAt) <= begins
            ? [{ field: "delegation-to", text: say("delegation.toMissing") }]
            : []),
        ];
        if (wrong.length > 0 || !endsAt) return refuse(wrong);
        setErrors([]);
        const standIn = String(typed.get("standIn"));
        add.mutate({
          standIn,
          ...(isAdmin && { reviewer: String(typed.get("reviewer")) }),
          startsAt: startsAt ?? null,
          endsAt,
        });
      }}
    >
      <ErrorSummary title={say("form.problem")} errors={errors} turn={turn} />
      <div className="grid gap-4 sm:grid-cols-2">
        {(isAdmin ? (["reviewer", "standIn"] as const) : (["standIn"] as const)).map((name) => (
          <FormField
            key={name}
            id={`delegation-${name}`}
            label={say(name === "reviewer" ? "delegation.reviewer" : "delegation.who")}
          >
            {(tied) => (
              <select {...tied} name={name} className={field}>
                {choices[name].map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name} ({say(`role.${person.role}`)})
                  </option>
                ))}
              </select>
            )}
          </FormField>
        ))}
        {(["from", "to"] as const).map((name) => (
          <FormField
            key={name}
            id={`delegation-${name}`}
            label={say(`delegation.${name}`)}
            hint={say(`delegation.${name}Hint`)}
            error={errorOf(`delegation-${name}`)}
          >
            {(tied) => <input {...tied} name={name} type="datetime-local" className={field} />}
          </FormField>
        ))}
      </div>
      <button type="submit" className="button mt-4">
        {say(isAdmin ? "delegation.doAdmin" : "delegation.do")}
      </button>
    </form>
  );
}
