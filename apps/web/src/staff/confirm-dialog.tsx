import { type FormEvent, useEffect, useRef, useState } from "react";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";

/** A change of people that is about to be made: what is asked, and how it is done with a code of one's own authenticator; `words` for a problem of its own. */
export type Ask = {
  title: string;
  body?: string;
  action: string;
  act: (code: string) => Promise<void>;
  words?: (error: unknown) => string | null;
};

/** Asks before a change of people, with a code of the administrator's own authenticator; closes when it is done. */
export function ConfirmDialog({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  const text = useStaffText();
  const { say } = text;
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<string | null>(null);
  const isBusy = useRef(false);
  useEffect(() => dialog.current?.showModal(), []);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy.current) return;
    const form = event.currentTarget;
    const code = String(new FormData(form).get("code") ?? "").replace(/\s/g, "");
    if (!/^\d{6}$/.test(code)) return setError(say("confirm.codeMissing"));
    isBusy.current = true;
    try {
      await ask.act(code);
      dialog.current?.close();
    } catch (problem) {
      setError(ask.words?.(problem) ?? problemText(problem, text));
      form.querySelector("input")?.select();
    } finally {
      isBusy.current = false;
    }
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="confirm-title"
      onClose={onClose}
      className="panel m-auto w-[min(30rem,calc(100vw-2rem))] p-6 text-ink shadow-lg backdrop:bg-black/40"
    >
      <h2 id="confirm-title" className="text-lg">
        {ask.title}
      </h2>
      {ask.body ? <p className="mt-1 text-sm text-soft">{ask.body}</p> : null}
      <form noValidate className="mt-5 space-y-5" onSubmit={(event) => void onSubmit(event)}>
        <FormField id="confirm-code" label={say("signIn.code")} hint={say("confirm.hint")} error={error}>
          {(tied) => (
            <input
              {...tied}
              name="code"
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              className={field}
            />
          )}
        </FormField>
        <div className="flex flex-wrap gap-3">
          <button type="submit" className="button button-main">
            {ask.action}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {say("confirm.cancel")}
          </button>
        </div>
      </form>
    </dialog>
  );
}
