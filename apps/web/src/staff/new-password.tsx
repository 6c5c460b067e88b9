import { type FormEvent, type ReactNode, useState } from "react";
import { Refusal } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { type StaffText, useStaffText } from "../text/staff-text.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";

type Props = {
  email: string;
  button: string;
  isBusy: boolean;
  error: unknown;
  onChosen: (password: string) => void;
  /** Fields that come before the new password. */
  children?: ReactNode;
};

const LEAST = 12;

function refusal(error: unknown, text: StaffText): string {
  if (
    error instanceof Refusal &&
    error.slug === "invalid" &&
    error.errors.some((e) => e.pointer?.match(/password|next/))
  )
    return text.say("setUp.passwordWeak");
  return problemText(error, text);
}

/** Asks for a new password once, with a way to see it (NCSC, GOV.UK), instead of twice. */
export function NewPassword({ email, button, isBusy, error, onChosen, children }: Props) {
  const text = useStaffText();
  const { say } = text;
  const [isShown, setIsShown] = useState(false);
  const [isShort, setIsShort] = useState(false);
  const [turn, setTurn] = useState(0);
  const problem = isShort ? say("setUp.passwordShort") : error ? refusal(error, text) : null;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const password = String(new FormData(event.currentTarget).get("new-password") ?? "");
    setIsShort([...password].length < LEAST);
    setTurn((n) => n + 1);
    if ([...password].length >= LEAST) onChosen(password);
  };
  return (
    <form onSubmit={onSubmit} noValidate className="max-w-md">
      <ErrorSummary
        title={say("form.problem")}
        errors={problem ? [{ field: "new-password", text: problem }] : []}
        turn={problem ? turn + (error ? 1000 : 0) : turn}
      />
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {children}
      <FormField id="new-password" label={say("setUp.password")} hint={say("setUp.passwordHint")} error={problem}>
        {(tied) => (
          <input
            {...tied}
            name="new-password"
            type={isShown ? "text" : "password"}
            autoComplete="new-password"
            maxLength={128}
            className={field}
          />
        )}
      </FormField>
      <label className="mt-2 flex min-h-11 items-center gap-2 text-sm">
        <input type="checkbox" className="size-5" checked={isShown} onChange={(e) => setIsShown(e.target.checked)} />
        {say("setUp.show")}
      </label>
      <button type="submit" className="button button-main mt-4" aria-disabled={isBusy}>
        {button}
      </button>
    </form>
  );
}
