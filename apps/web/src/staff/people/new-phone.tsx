import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { type Answer, ProblemError, paths, send } from "../session/client.ts";
import { CodeField, withoutSpaces } from "../session/code-field.tsx";
import { Form, useForm } from "../session/form.tsx";
import { AuthenticatorKey } from "./authenticator-key.tsx";
import { ProofFields, useProof } from "./proof-fields.tsx";

const phone = paths.session.authenticator;

/** Moves one's second factor to a new phone: password and old factor, then a code of the new one. */
export function NewPhone() {
  const { say } = useStaffText();
  const [totpUri, setTotpUri] = useState("");
  const [isDone, setIsDone] = useState(false);
  const proof = useProof("phone");
  const begin = useForm<Record<string, string>, Answer<typeof phone.$post>>({
    check: proof.check,
    send: (typed) => send(phone.$path(), { method: "POST", json: proof.json(typed) }),
    refused: proof.refused,
    onSuccess: (answer) => setTotpUri(answer.totpUri),
  });
  const confirm = useForm<{ code: string }>({
    check: ({ code }) => ({ code: !/^\d{6}$/.test(withoutSpaces(code)) && say("confirm.codeMissing") }),
    send: ({ code }) => send(phone.confirm.$path(), { method: "POST", json: { code: withoutSpaces(code) } }),
    refused: (error) =>
      error instanceof ProblemError && error.slug === "wrong-credentials"
        ? { code: say("signIn.wrongCode") }
        : undefined,
    onSuccess: () => {
      setTotpUri("");
      setIsDone(true);
    },
  });
  return (
    <Section title={say("phone.title")} className="mt-12">
      <p className="measure mt-1 text-sm text-soft">{say("phone.body")}</p>
      <p role="status" className="mt-2 font-semibold empty:hidden">
        {isDone ? say("phone.done") : ""}
      </p>
      {totpUri ? (
        <Form form={confirm} className="mt-4 max-w-md">
          <AuthenticatorKey totpUri={totpUri} />
          <CodeField label={say("phone.newCode")} maxLength={10} box="mt-5" />
          <Button type="submit" isMain className="mt-4" aria-disabled={confirm.isPending}>
            {say("phone.confirm")}
          </Button>
        </Form>
      ) : (
        <Form form={begin} className="max-w-md">
          <ProofFields of="phone" />
          <Button type="submit" className="mt-4" aria-disabled={begin.isPending}>
            {say("phone.begin")}
          </Button>
        </Form>
      )}
    </Section>
  );
}
