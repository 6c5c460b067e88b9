import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate, Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { useView } from "../../address/view.tsx";
import { StaffTextProvider, useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { Page } from "../page.tsx";
import { type Me, ProblemError, sessionRead } from "./client.ts";
import { MeContext } from "./me.ts";
import { pageUser, setPageUser } from "./page-user.ts";
import { problemText } from "./problem-text.ts";
import { SignInDialog } from "./sign-in-dialog.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { StaffBar } from "./staff-bar.tsx";

/** Layout of staff pages: text catalogue, session, sign-in. */
export const StaffArea = () => (
  <StaffTextProvider>
    <Gate />
  </StaffTextProvider>
);

function Gate() {
  const text = useStaffText();
  const { say } = text;
  const { asOf } = useView();
  const queries = useQueryClient();
  const session = useQuery(sessionRead());
  // Staff pages have no past days.
  if (asOf) return <Navigate to="." search={(now) => ({ ...now, asOf: undefined })} replace />;
  if (session.isPending) return <PageSkeleton />;
  if (session.isError) {
    const slug = session.error instanceof ProblemError ? session.error.slug : "";
    const isOff = slug === "sign-in-off" || slug === "unavailable";
    return (
      <Notice
        title={say(isOff ? "signIn.offTitle" : "error.title")}
        actions={<Button onClick={() => void session.refetch()}>{say("error.again")}</Button>}
      >
        <p>{problemText(session.error, text)}</p>
      </Notice>
    );
  }
  const { me } = session.data;
  const { firstRun } = session.data as { firstRun?: boolean };
  const onDone = () => queries.invalidateQueries({ queryKey: sessionRead().queryKey });
  if (!me) return <SignInPage isFirstRun={firstRun === true} onDone={onDone} />;
  return <UserArea key={me.id} me={me} />;
}

/** The pages of one user; keyed by id, so that a new user starts with fresh state. */
function UserArea({ me }: { me: Me }) {
  const queries = useQueryClient();
  useState(() => {
    if (pageUser() !== me.id) queries.removeQueries({ queryKey: ["staff"] });
    setPageUser(me.id);
  });
  return (
    <MeContext value={me}>
      <StaffBar me={me} />
      <Outlet />
      <SignInDialog me={me} />
    </MeContext>
  );
}

const FIRST_PERSON = ["./moc2030 staff:add", "npm run staff:add --"].map(
  (call) => `${call} --email ADDRESS --name NAME --role administrator`,
);

function SignInPage({ isFirstRun, onDone }: { isFirstRun: boolean; onDone: () => void }) {
  const { say } = useStaffText();
  return (
    <Page title={say("signIn.title")} body={say("signIn.body")}>
      {isFirstRun ? (
        <div className="panel mt-8 max-w-2xl p-4">
          <p>{say("signIn.firstRun")}</p>
          {FIRST_PERSON.map((line) => (
            <code key={line} className="mt-2 block">
              {line}
            </code>
          ))}
        </div>
      ) : null}
      <div className="mt-8">
        <SignInForm onDone={onDone} />
      </div>
      <p className="measure mt-10 text-sm text-soft">{say("signIn.lost")}</p>
    </Page>
  );
}
