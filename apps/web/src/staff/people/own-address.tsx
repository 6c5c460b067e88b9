import { useQuery } from "@tanstack/react-query";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { instant } from "../../words/instant.ts";
import { ProblemError, paths, send, staffRead } from "../session/client.ts";
import { withoutSpaces } from "../session/code-field.tsx";
import { Form, useForm } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import { ProofFields, useProof } from "./proof-fields.tsx";

const address = paths.session.email;

/** One's e-mail address, and another one: confirmed by a code mailed there, or by an administrator. */
export function OwnAddress() {
  const { say, lang } = useStaffText();
  const me = useMe();
  const waiting = useQuery(staffRead(address)).data?.waiting ?? null;
  const proof = useProof("address");
  const ask = useForm<Record<string, string>>({
    check: (typed) => ({
      "new-email": !/^\S+@\S+\.\S+$/.test((typed["new-email"] ?? "").trim()) && say("people.emailWrong"),
      ...proof.check(typed),
    }),
    send: (typed) => {
      const json = { email: (typed["new-email"] ?? "").trim(), ...proof.json(typed) };
      return send(address.$path(), { method: "POST", json });
    },
    refused: (error) => {
      if (!(error instanceof ProblemError)) return undefined;
      if (error.slug === "conflict")
        return { "new-email": say(/last change/.test(error.message) ? "address.newsWaits" : "people.taken") };
      if (error.slug === "invalid" && error.errors.some(({ pointer }) => pointer === "/email"))
        return { "new-email": say(/already/.test(error.message) ? "address.own" : "people.emailWrong") };
      return proof.refused(error);
    },
  });
  const confirm = useForm<{ "mail-code": string }>({
    check: (typed) => ({
      "mail-code": !/^\d{8}$/.test(withoutSpaces(typed["mail-code"])) && say("address.codeMissing"),
    }),
    send: (typed) =>
      send(address.confirm.$path(), { method: "POST", json: { code: withoutSpaces(typed["mail-code"]) } }),
    refused: (error) =>
      error instanceof ProblemError && error.slug === "wrong-credentials"
        ? { "mail-code": say("address.codeWrong") }
        : undefined,
    // The address stands in the bar and on this page.
    stale: [],
  });
  const byMail = waiting?.confirmedBy === "mail";
  return (
    <Section title={say("address.title")} className="mt-12">
      <p className="mt-1 break-words">{say("address.now", { email: me.email })}</p>
      <p role="status" className="measure mt-2 font-semibold break-words empty:hidden">
        {waiting
          ? say(byMail ? "address.waitsCode" : "address.waitsAdmin", {
              email: waiting.email,
              until: instant(waiting.expiresAt, lang),
            })
          : ""}
      </p>
      {byMail ? (
        <Form form={confirm} className="mt-4 max-w-md">
          <TextField
            id="mail-code"
            label={say("address.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            className="num max-w-48"
          />
          <Button type="submit" isMain className="mt-4" aria-disabled={confirm.isPending}>
            {say("address.confirm")}
          </Button>
        </Form>
      ) : null}
      {/* Empty again once one has been asked for. */}
      <Form key={waiting?.expiresAt ?? me.email} form={ask} className="mt-5 max-w-md">
        <TextField id="new-email" label={say("address.new")} type="email" autoComplete="off" />
        <ProofFields of="address" />
        <Button type="submit" className="mt-4" aria-disabled={ask.isPending}>
          {say("address.ask")}
        </Button>
      </Form>
    </Section>
  );
}
