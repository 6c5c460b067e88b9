import type { ReactNode } from "react";

type Props = {
  /** What an address calls it, which also opens it (islands/reveal.ts). */
  id?: string;
  summary: ReactNode;
  isOpen?: boolean;
  /** Collapsed on phones only, where CSS supports it. */
  onPhone?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * What not every reader needs at once. The browser's own search opens it, so does an address that names something in it
 * (islands/reveal.ts), and paper shows it whole.
 */
export const Folded = ({ id, summary, isOpen = false, onPhone = false, className = "", children }: Props) => (
  <details
    id={id}
    open={isOpen || undefined}
    className={`more folded ${onPhone ? "folded-on-phone" : ""} ${className}`}
  >
    <summary>{summary}</summary>
    {children}
  </details>
);
