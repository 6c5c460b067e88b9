import type { ReactNode } from "react";

/**
 * A horizontally scrollable, focusable box for a wide table. Its edge fades where there is more, and the first column is
 * sticky (scroll-box.css).
 */
export const ScrollBox = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions must be focusable
  <section aria-label={label} tabIndex={0} className="scroll-box">
    {children}
  </section>
);
