import { useStaffText } from "../../text/staff-text.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ProblemError } from "../session/client.ts";
import { withoutSpaces } from "../session/code-field.tsx";

/** What a change of one's own account asks for again, by field; `of` keeps apart the forms of a page. */
type Proof = Readonly<Record<string, string>>;

/** Password, and a code of the phone in use or a recovery code. */
export function ProofFields({ of }: { of: string }) {
  const { say } = useStaffText();
  return (
    <>
      <TextField
        id={`${of}-password`}
        label={say("own.password")}
        type="password"
        autoComplete="current-password"
        box="mt-5"
      />
      <TextField
        id={`${of}-proof`}
        label={say("own.code")}
        hint={say("own.codeHint")}
        autoComplete="one-time-code"
        maxLength={20}
        box="mt-5"
        className="num max-w-48"
      />
    </>
  );
}

/** The checks, the request's part and the refusals of these fields. */
export function useProof(of: string) {
  const { say } = useStaffText();
  const [password, code] = [`${of}-password`, `${of}-proof`];
  return {
    check: (typed: Proof) => ({
      [password]: !typed[password] && say("own.passwordMissing"),
      [code]: !typed[code]?.trim() && say("own.codeMissing"),
    }),
    json: (typed: Proof) => {
      const given = withoutSpaces(typed[code] ?? "");
      return { password: typed[password], ...(/^\d{6}$/.test(given) ? { code: given } : { recoveryCode: given }) };
    },
    refused: (error: unknown) => {
      if (!(error instanceof ProblemError)) return undefined;
      if (error.slug === "wrong-credentials") return { [password]: say("sessions.currentWrong") };
      return error.slug === "confirmation-needed" ? { [code]: say("own.codeWrong") } : undefined;
    },
  };
}
