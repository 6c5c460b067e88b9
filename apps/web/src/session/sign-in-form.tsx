import { type FormEvent, useState } from "react";
import { useStaffText } from "../text/staff-text.tsx";
import { ErrorSummary, type SummaryError } from "../ui/error-summary.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { paths, Refusal, send } from "./client.ts";
import { problemText } from "./problem-text.ts";

type Step = "password" | "code" | "recovery";

/** Address and password, then a code of the authenticator or a recovery code. `email` is given where somebody signs in once more. */
export function SignInForm({ email, onDone }: { email?: string; onDone: () => void }) {
  const text = useStaffText();
  const { say } = text;
  const [step, setStep] = useState<Step>("password");
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [turn, setTurn] = useState(0);
  const [isBusy, setIsBusy] = useState(false);

  const refuse = (list: SummaryError[]) => {
    setErrors(list);
    setTurn((n) => n + 1);
  };
  const attempt = async (path: string, json: unknown, first: string, then: () => void) => {
    setIsBusy(true);
    try {
      await send(path, { method: "POST", json, asksAgain: false });
      setErrors([]);
      then();
    } catch (error) {
      const slug = error instanceof Refusal ? error.slug : "";
      if (slug === "unauthenticated") {
        setStep("password");
        refuse([{ field: "email", text: say("signIn.tooLate") }]);
      } else if (slug === "wrong-credentials" || slug === "invalid") {
        const id = step === "password" ? "signIn.wrong" : step === "code" ? "signIn.wrongCode" : "signIn.wrongRecovery";
        refuse([{ field: first, text: say(id) }]);
      } else refuse([{ field: "", text: problemText(error, text) }]);
    } finally {
      setIsBusy(false);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const typed = (name: string) => String(new FormData(event.currentTarget).get(name) ?? "");
    if (step === "password") {
      const [address, password] = [email ?? typed("email").trim(), typed("password")];
      const missing = [
        ...(address ? [] : [{ field: "email", text: say("signIn.emailMissing") }]),
        ...(password ? [] : [{ field: "password", text: say("signIn.passwordMissing") }]),
      ];
      if (missing.length > 0) return refuse(missing);
      void attempt(paths.session.$path(), { email: address, password }, "password", () => setStep("code"));
      return;
    }
    const code = typed("code").replace(/\s/g, "");
    const json = step === "code" ? { code } : { recoveryCode: code };
    void attempt(paths.session["second-factor"].$path(), json, "code", onDone);
  };
  const errorOf = (id: string) => errors.find((error) => error.field === id)?.text;

  return (
    <form onSubmit={onSubmit} noValidate className="max-w-md">
      <ErrorSummary title={say("form.problem")} errors={errors} turn={turn} />
      {step === "password" ? (
        <div className="space-y-5">
          <FormField id="email" label={say("signIn.email")} error={errorOf("email")}>
            {(tied) => (
              <input
                {...tied}
                name="email"
                type="email"
                autoComplete="username"
                className={field}
                defaultValue={email}
                readOnly={email !== undefined}
              />
            )}
          </FormField>
          <FormField id="password" label={say("signIn.password")} error={errorOf("password")}>
            {(tied) => (
              <input {...tied} name="password" type="password" autoComplete="current-password" className={field} />
            )}
          </FormField>
        </div>
      ) : (
        <FormField
          key={step}
          id="code"
          label={say(step === "code" ? "signIn.code" : "signIn.recoveryCode")}
          hint={say(step === "code" ? "signIn.codeHint" : "signIn.recoveryHint")}
          error={errorOf("code")}
        >
          {(tied) => (
            <input
              {...tied}
              name="code"
              // biome-ignore lint/a11y/noAutofocus: the step before has just been sent off from this very form
              autoFocus
              inputMode={step === "code" ? "numeric" : "text"}
              autoComplete="one-time-code"
              className={`${field} num max-w-48`}
            />
          )}
        </FormField>
      )}
      <button type="submit" className="button button-main mt-6" aria-disabled={isBusy}>
        {say(step === "password" ? "signIn.next" : "signIn.open")}
      </button>
      {step === "password" ? null : (
        <button
          type="button"
          className="ms-4 inline-flex min-h-11 items-center text-sm text-accent underline"
          onClick={() => {
            setErrors([]);
            setStep(step === "code" ? "recovery" : "code");
          }}
        >
          {say(step === "code" ? "signIn.useRecovery" : "signIn.useCode")}
        </button>
      )}
    </form>
  );
}
