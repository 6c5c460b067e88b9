import type { ReactNode } from "react";

/**
 * A wide table scrolls in its own box, by keyboard too, so that the page never scrolls sideways. A fading edge says that
 * there is more, and its first column stays in sight (scroll-box.css).
 */
export const ScrollBox = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
  <section aria-label={label} tabIndex={0} className="scroll-box">
    {children}
  </section>
);
