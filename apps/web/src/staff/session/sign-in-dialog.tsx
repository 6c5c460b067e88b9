import { useQueryClient } from "@tanstack/react-query";
import { useStaffText } from "../../text/staff-text.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { type Me, sessionRead } from "./client.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { cancelSignIn, completeSignIn, useIsSignInRequested } from "./sign-in-request.ts";

/** Sign-in over the page when the session has expired; unsaved input stays. */
export function SignInDialog({ me }: { me: Me }) {
  const { say } = useStaffText();
  const queries = useQueryClient();
  if (!useIsSignInRequested()) return null;
  const onDone = () => {
    completeSignIn();
    void queries.invalidateQueries({ queryKey: sessionRead().queryKey });
  };
  return (
    <Dialog title={say("signIn.againTitle")} body={say("signIn.againBody")} onClose={cancelSignIn}>
      <SignInForm email={me.email} onDone={onDone} />
      <button type="button" className="mt-4 min-h-11 text-sm text-accent underline" onClick={cancelSignIn}>
        {say("signIn.later")}
      </button>
    </Dialog>
  );
}
