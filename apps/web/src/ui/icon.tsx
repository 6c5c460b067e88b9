import type { ReactNode } from "react";

/** A line drawing of 20 × 20 units in the colour of the text. What it means is said in words by whatever it stands in. */
export const Icon = ({ children }: { children: ReactNode }) => (
  <svg
    viewBox="0 0 20 20"
    className="size-5 shrink-0"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    {children}
  </svg>
);
