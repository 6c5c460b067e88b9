import { paths, Refusal, send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { TextField } from "../ui/fields.tsx";
import { CopyText } from "./copy-text.tsx";
import { QrCode } from "./qr-code.tsx";

type Props = { token: string; factor: { totpUri: string; recoveryCodes: string[] }; onDone: () => void };

/** Recovery codes to keep, and the authenticator to set up; a code of it ends the set-up. */
export function SecondFactor({ token, factor, onDone }: Props) {
  const { say } = useStaffText();
  const form = useForm<{ code: string }>({
    send: ({ code }) => {
      const json = { token, code: code.replace(/\s/g, "") };
      return send(paths.session.link.confirm.$path(), { method: "POST", json, asksAgain: false });
    },
    refused: (error) => {
      const slug = error instanceof Refusal ? error.slug : "";
      return slug === "wrong-credentials" || slug === "invalid" ? { code: say("signIn.wrongCode") } : undefined;
    },
    onSuccess: onDone,
    stale: null,
  });
  const key = new URL(factor.totpUri).searchParams.get("secret") ?? "";
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
        <CopyText text={factor.recoveryCodes.join("\n")} label={say("setUp.copy")} />
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
        <Form form={form} className="mt-5 max-w-md">
          <TextField
            id="code"
            label={say("signIn.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            className="num max-w-48"
          />
          <button type="submit" className="button button-main mt-5" aria-disabled={form.isPending}>
            {say("setUp.finish")}
          </button>
        </Form>
      </section>
    </>
  );
}
