import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useStaffText } from "../text/staff-text.tsx";
import { type Me, sessionRead } from "./client.ts";
import { gaveUp, signedInAgain, useIsWaiting } from "./sign-in-again.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Comes over the page when the session has ended in the middle of work; nothing that was typed goes. */
export function SignInDialog({ me }: { me: Me }) {
  const { say } = useStaffText();
  const queries = useQueryClient();
  const isWaiting = useIsWaiting();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isWaiting) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isWaiting]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="again-title"
      onCancel={gaveUp}
      className="panel m-auto w-[min(30rem,calc(100vw-2rem))] p-6 text-ink shadow-lg backdrop:bg-black/40"
    >
      {isWaiting ? (
        <>
          <h2 id="again-title" className="text-lg">
            {say("signIn.againTitle")}
          </h2>
          <p className="mt-1 mb-5 text-sm text-soft">{say("signIn.againBody")}</p>
          <SignInForm
            email={me.email}
            onDone={() => {
              signedInAgain();
              void queries.invalidateQueries({ queryKey: sessionRead().queryKey });
            }}
          />
          <button type="button" className="mt-4 min-h-11 text-sm text-accent underline" onClick={gaveUp}>
            {say("signIn.later")}
          </button>
        </>
      ) : null}
    </dialog>
  );
}
