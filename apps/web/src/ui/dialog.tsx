import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

type Props = { title: string; body?: string | undefined; onClose: () => void; children: ReactNode };

/** A modal dialog, open while mounted. Escape calls `onClose`; focus returns on unmount. */
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
      // Strict mode remounts: ignore the close event of the first mount.
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
