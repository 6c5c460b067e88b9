import type { ReactNode } from "react";

/** The error of an action, in an alert; renders nothing without one. */
export const Problem = ({ children, className = "" }: { children: ReactNode; className?: string }) =>
  children ? (
    <p role="alert" className={`text-sm font-semibold text-(--danger) ${className}`}>
      {children}
    </p>
  ) : null;
