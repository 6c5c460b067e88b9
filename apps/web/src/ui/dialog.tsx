import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

type Props = { title: string; body?: string | undefined; onClose: () => void; children: ReactNode };

/** A question over the page, for as long as it is drawn; Escape asks to close it, and the focus goes back where it was. */
export function Dialog({ title, body, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      // An open one has been shown anew since (React's strict mode draws twice).
      onClose={(event) => event.currentTarget.open || onClose()}
      className="panel m-auto w-[min(30rem,calc(100vw-2rem))] p-6 text-ink shadow-lg backdrop:bg-black/40"
    >
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {body ? <p className="mt-1 text-sm text-soft">{body}</p> : null}
      <div className="mt-5">{children}</div>
    </dialog>
  );
}
