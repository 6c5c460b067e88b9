import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ProblemError, paths, send } from "./client.ts";
import { CodeField, withoutSpaces } from "./code-field.tsx";
import { Form, useForm } from "./form.tsx";

type Step = "password" | "code" | "recovery";
type Typed = { email: string; password: string; code: string };

/** Password, then a TOTP or recovery code. `email` is fixed when an expired session is renewed. */
export function SignInForm({ email, onDone }: { email?: string; onDone: () => void }) {
  const { say } = useStaffText();
  const [step, setStep] = useState<Step>("password");
  const isFirst = step === "password";
  const form = useForm<Typed>({
    check: (typed) =>
      isFirst
        ? {
            email: !typed.email.trim() && say("signIn.emailMissing"),
            password: !typed.password && say("signIn.passwordMissing"),
          }
        : {},
    send: (typed) => {
      const json = isFirst
        ? { email: typed.email.trim(), password: typed.password }
        : { [step === "code" ? "code" : "recoveryCode"]: withoutSpaces(typed.code) };
      const path = isFirst ? paths.session.$path() : paths.session["second-factor"].$path();
      return send(path, { method: "POST", json, promptsSignIn: false });
    },
    refused: (error) => {
      const slug = error instanceof ProblemError ? error.slug : "";
      if (slug === "unauthenticated") {
        setStep("password");
        return { email: say("signIn.tooLate") };
      }
      if (slug !== "wrong-credentials" && slug !== "invalid") return undefined;
      if (isFirst) return { password: say("signIn.wrong") };
      return { code: say(step === "code" ? "signIn.wrongCode" : "signIn.wrongRecovery") };
    },
    onSuccess: () => (isFirst ? setStep("code") : onDone()),
    stale: null,
  });
  return (
    <Form form={form} className="max-w-md">
      {isFirst ? (
        <div className="space-y-5">
          <TextField
            id="email"
            label={say("signIn.email")}
            type="email"
            autoComplete="username"
            defaultValue={email}
            readOnly={email !== undefined}
          />
          <TextField id="password" label={say("signIn.password")} type="password" autoComplete="current-password" />
        </div>
      ) : (
        <CodeField
          key={step}
          label={say(step === "code" ? "signIn.code" : "signIn.recoveryCode")}
          hint={say(step === "code" ? "signIn.codeHint" : "signIn.recoveryHint")}
          autoFocus
          inputMode={step === "code" ? "numeric" : "text"}
        />
      )}
      <Button type="submit" isMain className="mt-6" aria-disabled={form.isPending}>
        {say(isFirst ? "signIn.next" : "signIn.open")}
      </Button>
      {isFirst ? null : (
        <button
          type="button"
          className="ms-4 inline-flex min-h-11 items-center text-sm text-accent underline"
          onClick={() => {
            form.clear();
            setStep(step === "code" ? "recovery" : "code");
          }}
        >
          {say(step === "code" ? "signIn.useRecovery" : "signIn.useCode")}
        </button>
      )}
    </Form>
  );
}
