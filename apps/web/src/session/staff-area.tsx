import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate, Outlet } from "@tanstack/react-router";
import { StaffTextProvider, useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { useView } from "../view.tsx";
import { Refusal, sessionRead } from "./client.ts";
import { MeContext } from "./me.ts";
import { problemText } from "./problem-text.ts";
import { SignInDialog } from "./sign-in-dialog.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { StaffBar } from "./staff-bar.tsx";

/** What stands around every page for staff: their texts, who is signed in, and the way to sign in. */
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
  // Staff work on the figures of now.
  if (asOf) return <Navigate to="." search={(now) => ({ ...now, asOf: undefined })} replace />;
  if (session.isPending) return <PageSkeleton />;
  if (session.isError) {
    const slug = session.error instanceof Refusal ? session.error.slug : "";
    const isOff = slug === "sign-in-off" || slug === "unavailable";
    return (
      <Notice
        title={say(isOff ? "signIn.offTitle" : "error.title")}
        actions={
          <button type="button" className="button" onClick={() => void session.refetch()}>
            {say("error.again")}
          </button>
        }
      >
        <p>{problemText(session.error, text)}</p>
      </Notice>
    );
  }
  const { me } = session.data;
  if (!me) return <SignInPage onDone={() => queries.invalidateQueries({ queryKey: sessionRead().queryKey })} />;
  return (
    <MeContext value={me}>
      <StaffBar me={me} />
      <Outlet />
      <SignInDialog me={me} />
    </MeContext>
  );
}

function SignInPage({ onDone }: { onDone: () => void }) {
  const { say } = useStaffText();
  useTitle(say("signIn.title"));
  return (
    <div className="py-10">
      <h1 className="text-2xl">{say("signIn.title")}</h1>
      <p className="measure mt-2 mb-8 text-soft">{say("signIn.body")}</p>
      <SignInForm onDone={onDone} />
      <p className="measure mt-10 text-sm text-soft">{say("signIn.lost")}</p>
    </div>
  );
}
