import type { ReactNode } from "react";

/** What went wrong with something that was just done; nothing where all went well. */
export const Problem = ({ children, className = "" }: { children: ReactNode; className?: string }) =>
  children ? (
    <p role="alert" className={`text-sm font-semibold text-(--danger) ${className}`}>
      {children}
    </p>
  ) : null;
