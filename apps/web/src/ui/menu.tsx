import type { ReactNode } from "react";

/** A disclosure panel; closed by Escape and outside clicks (islands/menu.ts). */
export const Menu = ({ label, button, children }: { label: string; button: ReactNode; children: ReactNode }) => (
  <details data-menu className="relative">
    <summary
      aria-label={label}
      title={label}
      className="inline-flex min-h-11 items-center gap-2 rounded-[4px] px-2.5 text-sm hover:bg-sunken"
    >
      {button}
    </summary>
    <div className="panel fixed inset-x-4 z-30 mt-1 p-4 shadow-lg sm:absolute sm:inset-x-auto sm:end-0 sm:w-max sm:min-w-48">
      {children}
    </div>
  </details>
);
