import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { paths, Refusal, send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { QrCode } from "./qr-code.tsx";

type Props = { token: string; factor: { totpUri: string; recoveryCodes: string[] }; onDone: () => void };

/** Recovery codes to keep, and the authenticator to set up; a code of it ends the set-up. */
export function SecondFactor({ token, factor, onDone }: Props) {
  const text = useStaffText();
  const { say } = text;
  const [isCopied, setIsCopied] = useState(false);
  const confirm = useMutation({
    mutationFn: (code: string) =>
      send(paths.session.link.confirm.$path(), { method: "POST", json: { token, code }, asksAgain: false }),
    onSuccess: onDone,
  });
  const key = new URL(factor.totpUri).searchParams.get("secret") ?? "";
  const slug = confirm.error instanceof Refusal ? confirm.error.slug : "";
  const isWrong = slug === "wrong-credentials" || slug === "invalid";
  const problem = confirm.error ? (isWrong ? say("signIn.wrongCode") : problemText(confirm.error, text)) : null;
  return (
    <>
      <section aria-labelledby="codes-step" className="mt-8">
        <h2 id="codes-step" className="text-lg">
          {say("setUp.codesStep")}
        </h2>
        <p className="mt-1 text-sm text-soft">{say("setUp.codesBody")}</p>
        <ol className="num panel mt-3 grid max-w-md grid-cols-2 gap-x-6 gap-y-1 p-4 font-mono text-sm">
          {factor.recoveryCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <button
          type="button"
          className="button no-print mt-3"
          onClick={() =>
            void navigator.clipboard.writeText(factor.recoveryCodes.join("\n")).then(() => setIsCopied(true))
          }
        >
          {say(isCopied ? "setUp.copied" : "setUp.copy")}
        </button>
      </section>
      <section aria-labelledby="factor-step" className="mt-8">
        <h2 id="factor-step" className="text-lg">
          {say("setUp.factorStep")}
        </h2>
        <p className="mt-1 text-sm text-soft">{say("setUp.factorBody")}</p>
        <QrCode text={factor.totpUri} label={say("setUp.qr")} />
        <p className="mt-2 text-sm">
          {say("setUp.key")}:{" "}
          <code className="font-mono font-semibold break-all">{key.match(/.{1,4}/g)?.join(" ") ?? key}</code>
        </p>
        <form
          noValidate
          className="mt-5 max-w-md"
          onSubmit={(event) => {
            event.preventDefault();
            const code = String(new FormData(event.currentTarget).get("code") ?? "").replace(/\s/g, "");
            if (!confirm.isPending) confirm.mutate(code);
          }}
        >
          <ErrorSummary
            title={say("form.problem")}
            errors={problem ? [{ field: "code", text: problem }] : []}
            turn={confirm.submittedAt + (problem ? 1 : 0)}
          />
          <FormField id="code" label={say("signIn.code")} error={problem}>
            {(tied) => (
              <input
                {...tied}
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                className={`${field} num max-w-48`}
              />
            )}
          </FormField>
          <button type="submit" className="button button-main mt-5" aria-disabled={confirm.isPending}>
            {say("setUp.finish")}
          </button>
        </form>
      </section>
    </>
  );
}
