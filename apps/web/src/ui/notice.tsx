import type { ReactNode } from "react";

/** An empty or error state with its actions. */
export function Notice({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="my-10 max-w-2xl border-s-4 border-line-strong ps-5">
      <h1 className="text-2xl">{title}</h1>
      {children ? <div className="mt-3 space-y-3 text-soft">{children}</div> : null}
      {actions ? <div className="mt-6 flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}
