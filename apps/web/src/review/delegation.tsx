import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { instant } from "../instant.ts";
import { paths, send } from "../session/client.ts";
import { useMe } from "../session/me.ts";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { colleaguesRead, delegationsRead } from "./reads.ts";
import { vietnamInstant } from "./vietnam-instant.ts";

/** Lets a colleague review in one's place for a time. */
export function Delegation() {
  const text = useStaffText();
  const { say, lang } = text;
  const me = useMe();
  const queries = useQueryClient();
  const delegations = useQuery(delegationsRead());
  const colleagues = useQuery(colleaguesRead());
  const refresh = () => queries.invalidateQueries({ queryKey: ["staff"] });
  const add = useMutation({
    mutationFn: (json: { standIn: string; startsAt: string; endsAt: string }) =>
      send(paths.delegations.$path(), { method: "POST", json }),
    onSuccess: refresh,
  });
  const end = useMutation({
    mutationFn: (id: number) =>
      send(paths.delegations[":id"].$path({ param: { id: String(id) } }), { method: "DELETE" }),
    onSettled: refresh,
  });
  const standIns = colleagues.data?.items.filter((p) => p.id !== me.id && p.role !== "administrator") ?? [];
  return (
    <section aria-labelledby="delegation-title" className="mt-12 max-w-3xl">
      <h2 id="delegation-title" className="text-lg">
        {say("delegation.title")}
      </h2>
      <p className="mt-1 text-sm text-soft">{say("delegation.body")}</p>
      <ul className="mt-3 space-y-2 text-sm">
        {delegations.data?.items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4">
            <span>
              {say("delegation.row", {
                reviewer: one.reviewer.name,
                standIn: one.standIn.name,
                from: instant(one.startsAt, lang),
                to: instant(one.endsAt, lang),
              })}
            </span>
            {one.reviewer.id === me.id ? (
              <button type="button" className="min-h-9 text-accent underline" onClick={() => end.mutate(one.id)}>
                {say("delegation.end")}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <details className="more mt-2">
        <summary>{say("delegation.add")}</summary>
        <form
          className="mt-3 grid gap-4 sm:grid-cols-3"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            const [startsAt, endsAt] = ["from", "to"].map((name) => vietnamInstant(String(form.get(name) ?? "")));
            if (startsAt && endsAt) add.mutate({ standIn: String(form.get("standIn")), startsAt, endsAt });
          }}
        >
          <FormField id="standIn" label={say("delegation.who")}>
            {(tied) => (
              <select {...tied} name="standIn" required className={field}>
                {standIns.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name} ({say(`role.${person.role}`)})
                  </option>
                ))}
              </select>
            )}
          </FormField>
          {(["from", "to"] as const).map((name) => (
            <FormField key={name} id={`delegation-${name}`} label={say(`delegation.${name}`)}>
              {(tied) => <input {...tied} name={name} type="datetime-local" required className={field} />}
            </FormField>
          ))}
          {add.error ? (
            <p role="alert" className="text-sm font-semibold text-(--moving-away) sm:col-span-3">
              {problemText(add.error, text)}
            </p>
          ) : null}
          <button type="submit" className="button justify-self-start">
            {say("delegation.do")}
          </button>
        </form>
      </details>
    </section>
  );
}
