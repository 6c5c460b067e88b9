import type { ReactNode } from "react";

type Props = {
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
export const Folded = ({ summary, isOpen = false, onPhone = false, className = "", children }: Props) => (
  <details open={isOpen || undefined} className={`more folded ${onPhone ? "folded-on-phone" : ""} ${className}`}>
    <summary>{summary}</summary>
    {children}
  </details>
);
