import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PageLink } from "../../address/page-link.tsx";
import { StaffTextProvider, useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { instant } from "../../words/instant.ts";
import { useTitle } from "../error-page.tsx";
import { Page } from "../page.tsx";
import { type Answer, ProblemError, paths, send } from "../session/client.ts";
import { CodeField, withoutSpaces } from "../session/code-field.tsx";
import { Form, useForm } from "../session/form.tsx";
import { problemText } from "../session/problem-text.ts";
import { AuthenticatorKey } from "./authenticator-key.tsx";
import { NewPassword } from "./new-password.tsx";

const link = paths.session.link;
const ask = <T,>(path: string, json: object) => send<T>(path, { method: "POST", json, promptsSignIn: false });

/**
 * The page of a one-time link: password, recovery codes, second factor. The token is in the fragment, which browsers do
 * not send.
 */
export const SetUpPage = () => (
  <StaffTextProvider>
    <SetUp token={window.location.hash.slice(1)} />
  </StaffTextProvider>
);

function SetUp({ token }: { token: string }) {
  const text = useStaffText();
  const { say, lang } = text;
  useTitle(say("setUp.title"));
  const [factor, setFactor] = useState<Answer<typeof link.password.$post> | null>(null);
  const [isDone, setIsDone] = useState(false);
  const person = useQuery({
    queryKey: ["set-up", token],
    queryFn: () => ask<Answer<typeof link.$post>>(link.$path(), { token }),
    enabled: token.length >= 20 && !isDone,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

  if (isDone)
    return (
      <Notice
        title={say("setUp.doneTitle")}
        actions={
          <PageLink to="/staff" className="button button-main">
            {say("signIn.title")}
          </PageLink>
        }
      >
        <p>{say("setUp.doneBody")}</p>
      </Notice>
    );
  if (token.length < 20) return <Notice title={say("setUp.title")}>{say("setUp.noToken")}</Notice>;
  if (person.isPending) return <PageSkeleton />;
  if (person.isError) return <Notice title={say("setUp.title")}>{problemText(person.error, text)}</Notice>;
  const { name, email, expiresAt } = person.data;
  return (
    <Page
      title={say("setUp.title")}
      body={say("setUp.for", { name, email, until: instant(expiresAt, lang) })}
      className="max-w-2xl"
    >
      {factor ? (
        <SecondFactor token={token} factor={factor} onDone={() => setIsDone(true)} />
      ) : (
        <Section title={say("setUp.passwordStep")} look="mb-4 text-lg" className="mt-8">
          <NewPassword
            email={email}
            button={say("setUp.next")}
            send={(password) => ask<Answer<typeof link.password.$post>>(link.password.$path(), { token, password })}
            onSuccess={setFactor}
          />
        </Section>
      )}
    </Page>
  );
}

type Props = { token: string; factor: { totpUri: string; recoveryCodes: string[] }; onDone: () => void };

/** Shows recovery codes and the authenticator's key; a code of it completes the set-up. */
function SecondFactor({ token, factor, onDone }: Props) {
  const { say } = useStaffText();
  const form = useForm<{ code: string }>({
    send: ({ code }) => {
      const json = { token, code: withoutSpaces(code) };
      return send(paths.session.link.confirm.$path(), { method: "POST", json, promptsSignIn: false });
    },
    refused: (error) => {
      const slug = error instanceof ProblemError ? error.slug : "";
      return slug === "wrong-credentials" || slug === "invalid" ? { code: say("signIn.wrongCode") } : undefined;
    },
    onSuccess: onDone,
    stale: null,
  });
  return (
    <>
      <Section title={say("setUp.codesStep")} className="mt-8">
        <p className="mt-1 text-sm text-soft">{say("setUp.codesBody")}</p>
        <ol className="num panel mt-3 grid max-w-md grid-cols-2 gap-x-6 gap-y-1 p-4 font-mono text-sm">
          {factor.recoveryCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className="no-print mt-3">
          <CopyButton text={factor.recoveryCodes.join("\n")} label={say("setUp.copy")} />
        </p>
      </Section>
      <Section title={say("setUp.factorStep")} className="mt-8">
        <AuthenticatorKey totpUri={factor.totpUri} />
        <Form form={form} className="mt-5 max-w-md">
          <CodeField label={say("signIn.code")} />
          <Button type="submit" isMain className="mt-5" aria-disabled={form.isPending}>
            {say("setUp.finish")}
          </Button>
        </Form>
      </Section>
    </>
  );
}
