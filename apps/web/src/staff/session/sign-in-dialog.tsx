import { useQueryClient } from "@tanstack/react-query";
import { useStaffText } from "../../text/staff-text.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { type Me, sessionRead } from "./client.ts";
import { gaveUp, signedInAgain, useIsWaiting } from "./sign-in-again.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Sign-in over the page when the session has expired; unsaved input stays. */
export function SignInDialog({ me }: { me: Me }) {
  const { say } = useStaffText();
  const queries = useQueryClient();
  if (!useIsWaiting()) return null;
  const onDone = () => {
    signedInAgain();
    void queries.invalidateQueries({ queryKey: sessionRead().queryKey });
  };
  return (
    <Dialog title={say("signIn.againTitle")} body={say("signIn.againBody")} onClose={gaveUp}>
      <SignInForm email={me.email} onDone={onDone} />
      <button type="button" className="mt-4 min-h-11 text-sm text-accent underline" onClick={gaveUp}>
        {say("signIn.later")}
      </button>
    </Dialog>
  );
}
