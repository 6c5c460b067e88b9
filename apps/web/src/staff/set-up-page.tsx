import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { instant } from "../instant.ts";
import { type Answer, paths, send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { StaffTextProvider, useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { NewPassword } from "./new-password.tsx";
import { SecondFactor } from "./second-factor.tsx";

const link = paths.session.link;
const ask = <T,>(path: string, json: object) => send<T>(path, { method: "POST", json, asksAgain: false });

/** Where a one-time link leads: password, recovery codes, second factor. The token is in the fragment, which no server sees. */
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
    <div className="max-w-2xl py-10">
      <h1 className="text-2xl">{say("setUp.title")}</h1>
      <p className="mt-2 text-soft">{say("setUp.for", { name, email, until: instant(expiresAt, lang) })}</p>
      {factor ? (
        <SecondFactor token={token} factor={factor} onDone={() => setIsDone(true)} />
      ) : (
        <section aria-labelledby="password-step" className="mt-8">
          <h2 id="password-step" className="mb-4 text-lg">
            {say("setUp.passwordStep")}
          </h2>
          <NewPassword
            email={email}
            button={say("setUp.next")}
            send={(password) => ask<Answer<typeof link.password.$post>>(link.password.$path(), { token, password })}
            onSuccess={setFactor}
          />
        </section>
      )}
    </div>
  );
}
