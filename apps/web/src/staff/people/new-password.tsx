import { type ReactNode, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckBox, TextField } from "../../ui/fields.tsx";
import { ProblemError } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";

type Props<R> = {
  email: string;
  button: string;
  send: (password: string, current: string) => Promise<R>;
  onSuccess?: (answer: R) => unknown;
  /** Fields before the new password, such as the current one. */
  children?: ReactNode;
};

const LEAST = 12;

/** A single new-password field with a show button, instead of a repeated one (NCSC, GOV.UK). */
export function NewPassword<R>({ email, button, send, onSuccess, children }: Props<R>) {
  const { say } = useStaffText();
  const [isShown, setIsShown] = useState(false);
  const form = useForm<{ next: string; current: string }, R>({
    check: ({ next }) => ({ next: [...next].length < LEAST && say("setUp.passwordShort") }),
    send: ({ next, current }) => send(next, current),
    refused: (error) => {
      if (!(error instanceof ProblemError)) return undefined;
      if (children && error.slug === "wrong-credentials") return { current: say("sessions.currentWrong") };
      const isWeak = error.slug === "invalid" && error.errors.some((e) => e.pointer?.match(/password|next/));
      return isWeak ? { next: say("setUp.passwordWeak") } : undefined;
    },
    ...(onSuccess && { onSuccess }),
    stale: ["session"],
  });
  return (
    <Form form={form} className="max-w-md">
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {children}
      <TextField
        id="next"
        label={say("setUp.password")}
        hint={say("setUp.passwordHint")}
        type={isShown ? "text" : "password"}
        autoComplete="new-password"
        maxLength={128}
      />
      <CheckBox label={say("setUp.show")} checked={isShown} onChange={setIsShown} className="mt-2" />
      <Button type="submit" isMain className="mt-4" aria-disabled={form.isPending}>
        {button}
      </Button>
    </Form>
  );
}
