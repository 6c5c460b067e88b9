import { roles } from "@moc2030/shared/actions";
import { type FormEvent, useState } from "react";
import { paths, Refusal, send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { ErrorSummary, type SummaryError } from "../ui/error-summary.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import type { Made } from "./one-time-link.tsx";

/** Adds somebody and hands over their one-time link. */
export function AddPerson({ onAdded }: { onAdded: (made: Made) => void }) {
  const text = useStaffText();
  const { say } = text;
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const refuse = (list: SummaryError[]) => {
    setErrors(list);
    setTurn((n) => n + 1);
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = event.currentTarget;
    const typed = new FormData(form);
    const json = {
      name: String(typed.get("name") ?? "").trim(),
      email: String(typed.get("email") ?? "").trim(),
      role: String(typed.get("role")),
    };
    const missing = [
      ...(json.name ? [] : [{ field: "person-name", text: say("people.nameMissing") }]),
      ...(/^\S+@\S+\.\S+$/.test(json.email) ? [] : [{ field: "person-email", text: say("people.emailWrong") }]),
    ];
    if (missing.length > 0) return refuse(missing);
    setIsBusy(true);
    try {
      const made = await send<{ path: string; expiresAt: string }>(paths.staff.$path(), { method: "POST", json });
      setErrors([]);
      form.reset();
      onAdded({ ...made, name: json.name });
    } catch (error) {
      const isTaken = error instanceof Refusal && error.slug === "conflict";
      refuse([{ field: "person-email", text: isTaken ? say("people.taken") : problemText(error, text) }]);
    } finally {
      setIsBusy(false);
    }
  };
  const errorOf = (id: string) => errors.find((error) => error.field === id)?.text;
  return (
    <section aria-labelledby="add-title" className="mt-10 max-w-4xl">
      <h2 id="add-title" className="mb-4 text-lg">
        {say("people.add")}
      </h2>
      <form noValidate onSubmit={(event) => void onSubmit(event)}>
        <ErrorSummary title={say("form.problem")} errors={errors} turn={turn} />
        <div className="grid gap-5 sm:grid-cols-3">
          <FormField id="person-name" label={say("people.name")} error={errorOf("person-name")}>
            {(tied) => <input {...tied} name="name" type="text" autoComplete="off" maxLength={100} className={field} />}
          </FormField>
          <FormField id="person-email" label={say("signIn.email")} error={errorOf("person-email")}>
            {(tied) => <input {...tied} name="email" type="email" autoComplete="off" className={field} />}
          </FormField>
          <FormField id="person-role" label={say("people.roleLabel")}>
            {(tied) => (
              <select {...tied} name="role" className={field}>
                {roles.map((one) => (
                  <option key={one} value={one}>
                    {say(`role.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </div>
        <button type="submit" className="button button-main mt-5" aria-disabled={isBusy}>
          {say("people.addDo")}
        </button>
      </form>
    </section>
  );
}
